import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReviewersView } from '../../../../../libs/contracts/reviews.js';
import { ApiError } from '../../lib/api/problem.js';
import { tellDone } from '../../lib/undo.js';
import { reviews as text } from '../../texts/reviews.js';
import { askReviewers, readReviewers, reviewersQuery } from './api/reviews.js';
import { NO_CHOICE, choiceOn } from './reviewer-choice.js';
import type { ReviewerChoice } from './reviewer-choice.js';

/**
 * Gives the agenda to those chosen; what was done, and no more, can be taken back. Where somebody else has changed the list
 * meanwhile nothing is done, and the list is shown as it is now.
 */
export function useAsk(meetingId: string, onAsked: (choice: ReviewerChoice) => void) {
  const client = useQueryClient();
  const { queryKey } = reviewersQuery(meetingId);
  const show = (now: ReviewersView): void => {
    client.setQueryData(queryKey, now);
  };
  const ask = (reviewers: ReviewersView, choice: ReviewerChoice): Promise<ReviewersView> =>
    askReviewers(
      meetingId,
      reviewers.version,
      choiceOn(reviewers, choice).chosen,
      choice.message.trim() || null,
    );
  return useMutation({
    mutationFn: ({ reviewers, choice }: { reviewers: ReviewersView; choice: ReviewerChoice }) =>
      ask(reviewers, choice),
    onSuccess: (answer, { reviewers, choice }) => {
      const { asked, takenBack } = choiceOn(reviewers, choice);
      show(answer);
      onAsked(choice);
      tellDone({
        text: answer.items.length === 0 ? text.takenBack : text.done,
        takeBack: async () => {
          const now = await readReviewers(meetingId);
          show(await ask(now, { ...NO_CHOICE, asks: takenBack, takesBack: asked }));
        },
      });
    },
    onError: (error) => {
      const now = error instanceof ApiError ? error.problem.current : null;
      if (isReviewers(now)) show(now);
    },
  });
}

/** Why nothing was done, where somebody else was first; else what the api said. */
export function refusalOf(error: unknown): unknown {
  const isStale = error instanceof ApiError && error.problem.code === 'stale-version';
  return isStale ? text.changedMeanwhile : error;
}

function isReviewers(value: unknown): value is ReviewersView {
  return value !== null && typeof value === 'object' && 'candidates' in value && 'version' in value;
}
