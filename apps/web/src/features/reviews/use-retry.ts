import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReviewersView } from '../../../../../libs/contracts/reviews.js';
import { announce } from '../../lib/announcements.js';
import { da } from '../../texts/da.js';
import { reviews as text } from '../../texts/reviews.js';
import { retryReviewMail, reviewersQuery } from './api/reviews.js';

type Reviewer = ReviewersView['items'][number];

/** Tries a mail to a reviewer that failed again, and says what has become of it. */
export function useRetry(meetingId: string, onTried: () => void) {
  const client = useQueryClient();
  const { queryKey } = reviewersQuery(meetingId);
  return useMutation({
    mutationFn: ({ id }: Reviewer) => retryReviewMail(id),
    onSuccess: (answer, { id, name }) => {
      client.setQueryData(queryKey, answer);
      const now = answer.items.find((one) => one.id === id);
      const failed = now?.mail === 'failed' && now.cause !== null ? now.cause : null;
      announce(failed === null ? text.tried(name) : text.notTried(name, da.sending.progress.causes[failed]));
      if (failed === null) onTried();
    },
  });
}
