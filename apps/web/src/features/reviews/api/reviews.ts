import { queryOptions } from '@tanstack/react-query';
import type { OwnReviewView, ReviewersView } from '../../../../../../libs/contracts/reviews.js';
import { api } from '../../../lib/api/client.js';

export function reviewersQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['reviews', 'of', meetingId],
    queryFn: ({ signal }) => api.get<ReviewersView>(`meetings/${meetingId}/reviewers`, {}, signal),
  });
}

/** Gives the agenda to these people to read through, and takes it back from all others. */
export function askReviewers(
  meetingId: string,
  personIds: readonly string[],
  message: string | null,
): Promise<ReviewersView> {
  return api.put<ReviewersView>(`meetings/${meetingId}/reviewers`, { body: { personIds, message } });
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
