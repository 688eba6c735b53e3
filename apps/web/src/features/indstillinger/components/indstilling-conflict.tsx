import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../../components/ui/button.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { crossedNames } from '../../../lib/autosave/autosave.js';
import type { Unsaved } from '../../../lib/autosave/autosave.js';
import { da } from '../../../texts/da.js';
import type { IndstillingField, IndstillingFields } from '../fields.js';

interface ConflictProps {
  readonly unsaved: Unsaved<IndstillingFields>;
  readonly theirs: IndstillingFields;
  readonly labels: Readonly<Record<IndstillingField, string>>;
  /** Both are kept in the history; these fields are then what somebody else has written. */
  readonly onChosen: (theirs: readonly IndstillingField[]) => void;
}

/**
 * Somebody else has written in the same: both texts as they are read, with their lists, tables and words in bold, and a choice
 * for each section. Nothing is saved until all are chosen.
 */
export function IndstillingConflict({ unsaved, theirs, labels, onChosen }: ConflictProps) {
  const names = crossedNames(unsaved);
  const [chosen, setChosen] = useState<ReadonlyMap<IndstillingField, 'mine' | 'theirs'>>(new Map());
  const choose = (name: IndstillingField, whose: 'mine' | 'theirs'): void => {
    const next = new Map(chosen).set(name, whose);
    setChosen(next);
    if (names.every((one) => next.has(one))) onChosen(names.filter((one) => next.get(one) === 'theirs'));
  };
  return (
    <Panel tone="warn" alert>
      <h2>{da.conflict.title}</h2>
      <p>{da.conflict.text}</p>
      {names.map((name) => (
        <div key={name} role="group" aria-label={labels[name]} className="conflict">
          <h3>{labels[name]}</h3>
          <Version title={da.conflict.now} value={theirs[name]} />
          <Version title={da.conflict.mine} value={unsaved.typed[name]} />
          <div className="dialog-actions">
            {(['mine', 'theirs'] as const).map((whose) => (
              <Button
                key={whose}
                aria-pressed={names.length === 1 ? undefined : chosen.get(name) === whose}
                onClick={() => choose(name, whose)}
              >
                {da.point.conflict[whose]}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </Panel>
  );
}

function Version({
  title,
  value,
}: {
  readonly title: string;
  readonly value: IndstillingFields[IndstillingField] | undefined;
}): ReactNode {
  const isNothing = value === undefined || value.length === 0;
  return (
    <div>
      <p className="meta">{title}</p>
      {isNothing ? (
        <p>{da.common.none}</p>
      ) : typeof value === 'string' ? (
        <p>{value}</p>
      ) : (
        <RichText blocks={value} />
      )}
    </div>
  );
}
