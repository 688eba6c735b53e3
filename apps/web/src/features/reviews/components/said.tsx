import type { ReviewersView } from '../../../../../../libs/contracts/reviews.js';
import { MomentText } from '../../../components/ui/moment.js';
import { reviews as text } from '../../../texts/reviews.js';

/** Those who are asked, whether they have read it, and what they say. */
export function Said({ reviewers }: { readonly reviewers: ReviewersView }) {
  if (reviewers.items.length === 0) return null;
  return (
    <ul className="reviewers" aria-label={text.asked}>
      {reviewers.items.map(({ personId, name, readAt, comment, mail }) => (
        <li key={personId}>
          <p>
            <strong>{name}</strong>{' '}
            <span className="meta">
              {readAt === null ? (
                `${text.notRead} · ${text.mail[mail]}`
              ) : (
                <>
                  {text.sayRead} <MomentText instant={readAt} />
                </>
              )}
            </span>
          </p>
          {comment === null ? null : <blockquote>{comment}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
