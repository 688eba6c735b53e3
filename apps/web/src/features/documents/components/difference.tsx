import { useId } from 'react';
import type { ReturnedDifferenceView } from '../../../../../../libs/contracts/returned-documents.js';
import { Chip } from '../../../components/ui/chip.js';
import { WordMarks } from '../../../components/ui/word-marks.js';
import { returned } from '../../../texts/returned.js';

interface DifferenceProps {
  readonly difference: ReturnedDifferenceView;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One thing that the document says otherwise, to be chosen or, where nothing can take it over, to be seen. */
export function Difference({ difference, chosen, onChoose }: DifferenceProps) {
  const id = useId();
  const { takeable, conflict, why } = difference;
  return (
    <li className="difference">
      {takeable ? (
        <label className="difference-name">
          <input
            type="checkbox"
            checked={chosen}
            aria-describedby={id}
            onChange={({ target }) => onChoose(target.checked)}
          />
          <span>{nameOf(difference)}</span>
        </label>
      ) : (
        <p className="difference-name">{nameOf(difference)}</p>
      )}
      <div id={id} className="difference-text">
        {conflict ? (
          <>
            <p className="chips">
              <Chip tone="warn" icon="alert">
                {returned.conflict}
              </Chip>
            </p>
            <p className="meta">{returned.conflictText}</p>
          </>
        ) : null}
        <Texts difference={difference} />
        {why === null ? null : <p className="meta">{returned.why[why]}</p>}
      </div>
    </li>
  );
}

function nameOf({ kind, field, title }: ReturnedDifferenceView): string {
  const named = kind === 'field' ? [] : [returned.kinds[kind]];
  const what = [...named, ...(field === null || kind === 'gone' ? [] : [returned.fields[field]])].join(', ');
  return title === '' ? what : `${title}: ${what}`;
}

function Texts({ difference }: { readonly difference: ReturnedDifferenceView }) {
  const { kind, before, after, made, conflict } = difference;
  if (kind === 'missing') return <GoesToo titles={before.split('\n').slice(1)} />;
  if (!conflict && before === after) return <p className="meta">{returned.onlyLooks}</p>;
  if (!conflict) return <WordMarks before={before} after={after} />;
  return (
    <dl className="difference-sides">
      <Side label={returned.then} text={made ?? ''} />
      <Side label={returned.now} text={before} />
      <Side label={returned.inWord} text={after} />
    </dl>
  );
}

/** What goes with a point that is taken off. */
function GoesToo({ titles }: { readonly titles: readonly string[] }) {
  return titles.length === 0 ? null : <p className="meta">{returned.goesToo(titles.join(', '))}</p>;
}

function Side({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text === '' ? <span className="meta">{returned.nothing}</span> : text}</dd>
    </div>
  );
}
