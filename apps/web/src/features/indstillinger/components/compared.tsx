import { useRef, useState } from 'react';
import type { ParagraphChange } from '../../../../../../libs/domain/text/index.js';
import { Button } from '../../../components/ui/button.js';
import { Empty } from '../../../components/ui/empty.js';
import { Section } from '../../../components/ui/section.js';
import { WordMarks } from '../../../components/ui/word-marks.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { isChanged } from '../compare.js';
import type { ComparedPart } from '../compare.js';

const words = text.compare;

/** Two versions as one text, with what went and what came marked, and the way from one change to the next. */
export function Compared({ parts }: { readonly parts: readonly ComparedPart[] }) {
  const [onlyChanged, setOnlyChanged] = useState(true);
  const shown = onlyChanged ? parts.filter(isChanged) : parts;
  const list = useRef<HTMLDivElement>(null);
  if (!parts.some(isChanged)) return <Empty>{words.same}</Empty>;
  return (
    <>
      <div className="form-actions compare-tools">
        <label className="choice">
          <input
            type="checkbox"
            checked={onlyChanged}
            onChange={({ target }) => setOnlyChanged(target.checked)}
          />
          {words.onlyChanged}
        </label>
        <NextChange
          list={list}
          of={parts.flatMap(({ changes }) => changes).filter(({ kind }) => kind !== 'same').length}
        />
        <Button onClick={() => window.print()}>{words.print}</Button>
      </div>
      <div ref={list} className="compared">
        {shown.map(({ heading, changes }) => (
          <Section key={heading} title={heading}>
            {changes
              .filter(({ kind }) => !onlyChanged || kind !== 'same')
              .map((change, i) => (
                <Paragraph key={i} change={change} />
              ))}
          </Section>
        ))}
      </div>
    </>
  );
}

interface NextChangeProps {
  readonly list: { readonly current: HTMLDivElement | null };
  readonly of: number;
}

/** Goes from one change to the next, and from the last to the first. */
function NextChange({ list, of }: NextChangeProps) {
  const [at, setAt] = useState(0);
  return (
    <Button
      onClick={() => {
        const changes = list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [];
        changes[at % of]?.focus();
        setAt((at + 1) % of);
      }}
    >
      {words.next((at % of) + 1, of)}
    </Button>
  );
}

function Paragraph({ change }: { readonly change: ParagraphChange }) {
  if (change.kind === 'same') return <p className="same">{change.text}</p>;
  const label = change.kind === 'added' ? words.came : change.kind === 'removed' ? words.went : undefined;
  return (
    <div data-change="" tabIndex={-1} role="group" aria-label={label ?? words.rewritten}>
      {change.kind === 'changed' ? (
        <WordMarks before={change.before} after={change.after} />
      ) : (
        <WordMarks
          before={change.kind === 'removed' ? change.text : ''}
          after={change.kind === 'added' ? change.text : ''}
        />
      )}
    </div>
  );
}
