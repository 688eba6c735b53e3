import { useId } from 'react';
import type { ReturnedDifferenceView } from '../../../../../../libs/contracts/returned-documents.js';
import { Chip } from '../../../components/ui/chip.js';
import { returned } from '../../../texts/returned.js';
import { WordMarks } from './word-marks.js';

interface DifferenceProps {
  readonly difference: ReturnedDifferenceView;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One thing that the document says otherwise, to be chosen or, where nothing can take it over, to be seen. */
export function Difference({ difference, chosen, onChoose }: DifferenceProps) {
  const id = useId();
  const { takeable, conflict } = difference;
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
        {takeable ? null : <p className="meta">{returned.why[whyOf(difference)]}</p>}
      </div>
    </li>
  );
}

function nameOf({ kind, field, title }: ReturnedDifferenceView): string {
  const what = kind === 'field' && field !== null ? returned.fields[field] : wordsOfKind(kind);
  return title === '' ? what : `${title}: ${what}`;
}

function wordsOfKind(kind: ReturnedDifferenceView['kind']): string {
  return kind === 'field' ? '' : returned.kinds[kind];
}

function whyOf({ kind, field }: ReturnedDifferenceView): keyof typeof returned.why {
  if (kind === 'gone' || kind === 'order' || kind === 'head') return kind;
  return field === 'time' || field === 'attachments' ? field : 'rest';
}

function Texts({ difference }: { readonly difference: ReturnedDifferenceView }) {
  const { kind, before, after, made, conflict } = difference;
  if (kind === 'added' || kind === 'missing') return null;
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

function Side({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text === '' ? <span className="meta">{returned.nothing}</span> : text}</dd>
    </div>
  );
}
