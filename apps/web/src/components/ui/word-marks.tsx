import { wordChanges } from '../../../../../libs/domain/text/index.js';
import { da } from '../../texts/da.js';
import '../../styles/word-marks.css';

/** A text with what went struck through and what came underlined; those who hear it are told the same. */
export function WordMarks({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className="word-marks">
      {wordChanges(before, after).map(({ kind, text }, place) => {
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
