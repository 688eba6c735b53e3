import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { Button } from '../../../components/ui/button.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { WordMarks } from '../../../components/ui/word-marks.js';
import { differing } from '../../../lib/form.js';
import { clockInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { lastChangeQuery } from '../api/last-change.js';
import type { RowFields } from '../row-fields.js';
import { useUnsaved, useWork } from '../work.js';
import type { Control } from '../work.js';

const words = da.agenda.conflict;

/** Somebody else has changed the same field of this point: who and when, both texts, and the choice. */
export function RowConflict({ point }: { readonly point: AgendaEntry }) {
  const unsaved = useUnsaved(point.id);
  if (unsaved?.state !== 'conflict' || unsaved.theirs === null) return null;
  const theirs = unsaved.theirs.fields;
  return (
    <Crossed
      pointId={point.id}
      version={unsaved.theirs.version}
      mine={{ ...theirs, ...unsaved.typed }}
      theirs={theirs}
    />
  );
}

/** The control of a row that each of its texts is typed into. */
const CONTROLS: Readonly<Record<keyof RowFields, Control>> = {
  title: 'title',
  minutes: 'minutes',
  closedReason: 'more',
};

interface CrossedProps {
  readonly pointId: string;
  readonly version: number;
  readonly mine: RowFields;
  readonly theirs: RowFields;
}

export function Crossed({ pointId, version, mine, theirs }: CrossedProps) {
  const { editor, focus } = useWork();
  const [compares, setCompares] = useState(false);
  const names = differing({ ...mine }, { ...theirs });
  const [first = 'title'] = names;
  const choose = (choice: Promise<void>): void => {
    focus(pointId, CONTROLS[first]);
    void choice;
  };
  return (
    <Panel tone="warn">
      <Who pointId={pointId} version={version} />
      {compares ? (
        names.map((name) => (
          <div key={name}>
            <p className="meta">{words.changes(da.agenda.conflictLabels[name])}</p>
            <WordMarks before={theirs[name]} after={mine[name]} />
          </div>
        ))
      ) : (
        <dl className="conflict">
          {names.map((name) => (
            <Both key={name} label={da.agenda.conflictLabels[name]} mine={mine[name]} theirs={theirs[name]} />
          ))}
        </dl>
      )}
      <div className="dialog-actions">
        <Button aria-pressed={compares} onClick={() => setCompares(!compares)}>
          {words.compare}
        </Button>
        <Button onClick={() => choose(editor.saver.keepMine(pointId))}>{words.mine}</Button>
        <Button onClick={() => choose(editor.saver.takeTheirs(pointId))}>{words.theirs}</Button>
      </div>
    </Panel>
  );
}

/** Says it aloud once, when it is known who it was; it is not waited for long. */
function Who({ pointId, version }: Pick<CrossedProps, 'pointId' | 'version'>) {
  const { editor } = useWork();
  const { data, isPending } = useQuery(lastChangeQuery(editor.meetingId, pointId, version));
  if (isPending) return null;
  return <p role="alert">{data ? words.by(data.name, clockInText(data.at)) : words.byWhom}</p>;
}

interface BothProps {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

function Both({ label, mine, theirs }: BothProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {words.newer}: {theirs === '' ? da.common.none : theirs}
      </dd>
      <dd>
        {words.yours}: {mine === '' ? da.common.none : mine}
      </dd>
    </div>
  );
}
