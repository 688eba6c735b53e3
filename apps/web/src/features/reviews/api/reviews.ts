import { queryOptions } from '@tanstack/react-query';
import type { OwnReviewView, ReviewersView } from '../../../../../../libs/contracts/reviews.js';
import { api } from '../../../lib/api/client.js';

/** How often the list is looked at while a mail is on its way, in milliseconds. */
const LOOK_MS = 2000;

export function reviewersQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['reviews', 'of', meetingId],
    queryFn: ({ signal }) => readReviewers(meetingId, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ mail }) => mail === 'queued') === true ? LOOK_MS : false,
  });
}

export function readReviewers(meetingId: string, signal?: AbortSignal): Promise<ReviewersView> {
  return api.get<ReviewersView>(`meetings/${meetingId}/reviewers`, {}, signal);
}

/** Gives the agenda to these people to read through, and takes it back from all others on the list as it was read. */
export function askReviewers(
  meetingId: string,
  version: number,
  personIds: readonly string[],
  message: string | null,
): Promise<ReviewersView> {
  return api.put<ReviewersView>(`meetings/${meetingId}/reviewers`, { version, body: { personIds, message } });
}

/** Tries a mail that failed again. */
export function retryReviewMail(reviewId: string): Promise<ReviewersView> {
  return api.post<ReviewersView>(`reviewers/${reviewId}/retry`);
}

export function ownReviewQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['reviews', 'own', meetingId],
    queryFn: ({ signal }) => api.get<OwnReviewView>(`meetings/${meetingId}/review`, {}, signal),
  });
}

export function sayRead(meetingId: string, comment: string | null): Promise<OwnReviewView> {
  return api.put<OwnReviewView>(`meetings/${meetingId}/review`, { body: { comment } });
}
