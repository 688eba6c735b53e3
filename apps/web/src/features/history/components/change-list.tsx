import { history } from '../../../texts/history.js';
import type { ChangeWords } from '../words.js';

/** From so many characters on a text is folded up behind its beginning. */
const LONG = 240;

/** What the fields held before and after. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeWords[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="history-changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          {before === null || after === null ? (
            <dd className="meta">{history.changedOnly(field)}</dd>
          ) : (
            <>
              <dd className="history-before">
                <span className="meta">{history.before}:</span> <del>{<Text text={before} />}</del>
              </dd>
              <dd className="history-after">
                <span className="meta">{history.after}:</span> <ins>{<Text text={after} />}</ins>
              </dd>
            </>
          )}
        </div>
      ))}
    </dl>
  );
}

function Text({ text }: { readonly text: string }) {
  if (text.length <= LONG) return text;
  return (
    <>
      {text.slice(0, LONG).trimEnd()} …
      <details>
        <summary>{history.wholeText}</summary>
        {text}
      </details>
    </>
  );
}
