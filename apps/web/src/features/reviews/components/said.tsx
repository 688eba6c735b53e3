import { useRef } from 'react';
import type { ReviewersView } from '../../../../../../libs/contracts/reviews.js';
import { Button } from '../../../components/ui/button.js';
import { MomentText } from '../../../components/ui/moment.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { da } from '../../../texts/da.js';
import { reviews as text } from '../../../texts/reviews.js';
import { useRetry } from '../use-retry.js';

interface SaidProps {
  readonly meetingId: string;
  readonly reviewers: ReviewersView;
}

type Reviewer = ReviewersView['items'][number];

/** Those who are asked, whether they have read it, and what they say. */
export function Said({ meetingId, reviewers }: SaidProps) {
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed is gone.
  const retry = useRetry(meetingId, () => list.current?.focus());
  if (reviewers.items.length === 0) return null;
  return (
    <>
      <ul ref={list} tabIndex={-1} className="reviewers" aria-label={text.asked}>
        {reviewers.items.map((reviewer) => (
          <li key={reviewer.personId}>
            <Answer reviewer={reviewer} busy={retry.isPending} onRetry={() => retry.mutate(reviewer)} />
          </li>
        ))}
      </ul>
      <Refusal error={retry.error} />
    </>
  );
}

interface AnswerProps {
  readonly reviewer: Reviewer;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

function Answer({ reviewer, busy, onRetry }: AnswerProps) {
  const { name, readAt, comment, mail } = reviewer;
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        <span className="meta">
          {readAt === null ? (
            `${text.notRead} · ${mailInWords(reviewer)}`
          ) : (
            <>
              {text.sayRead} <MomentText instant={readAt} />
            </>
          )}
        </span>
      </p>
      {readAt === null && mail === 'failed' ? (
        <Button aria-label={text.retryFor(name)} busy={busy} onClick={onRetry}>
          {text.retry}
        </Button>
      ) : null}
      {comment === null ? null : <blockquote>{comment}</blockquote>}
    </>
  );
}

function mailInWords({ mail, cause }: Reviewer): string {
  if (mail !== 'failed' || cause === null) return text.mail[mail];
  return text.because(text.mail[mail], da.sending.progress.causes[cause]);
}
