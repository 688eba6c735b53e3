import { wordChanges } from '../../../../../libs/domain/text/index.js';
import { da } from '../../texts/da.js';
import '../../styles/word-marks.css';

type WordChange = ReturnType<typeof wordChanges>[number];

/** A text with what went struck through and what came underlined; those who hear it are told the same. */
export function WordMarks({ before, after }: { readonly before: string; readonly after: string }) {
  return <MarkedWords changes={wordChanges(before, after)} />;
}

/** The same of words that were compared already, all of them or those of one side. */
export function MarkedWords({ changes }: { readonly changes: readonly WordChange[] }) {
  return (
    <p className="word-marks">
      {changes.map(({ kind, text }, place) => {
        if (kind === 'same') return <span key={place}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={place}>
            <span className="visually-hidden"> [{da.common.marks[kind]}: </span>
            {text}
            <span className="visually-hidden">] </span>
          </Mark>
        );
      })}
    </p>
  );
}
