import { queryOptions } from '@tanstack/react-query';
import type { DecisionView, SaveDecision } from '../../../../../../libs/contracts/decisions.js';
import type { FollowUpsOfPoint, FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import type { MinutesView } from '../../../../../../libs/contracts/minutes.js';
import type { MinutesAction } from '../../../../../../libs/domain/minutes/index.js';
import type { RichText } from '../../../../../../libs/domain/text/index.js';
import { api } from '../../../lib/api/client.js';
import { statusOf } from '../../../lib/api/problem.js';

/** The minutes of a meeting; null where there are none, or none for whoever asks. */
export function minutesQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['minutes', meetingId],
    queryFn: ({ signal }) => getMinutes(meetingId, 'all', signal),
  });
}

/** The same to be printed: all that may be read of them, or of that what is open. */
export function printedMinutesQuery(meetingId: string, audience: 'all' | 'open') {
  return queryOptions({
    queryKey: ['minutes', meetingId, 'printed', audience],
    queryFn: ({ signal }) => getMinutes(meetingId, audience, signal),
  });
}

function getMinutes(
  meetingId: string,
  audience: 'all' | 'open',
  signal: AbortSignal,
): Promise<MinutesView | null> {
  const path = `meetings/${meetingId}/minutes`;
  return api.get<MinutesView>(path, { audience }, signal).catch((error: unknown) => {
    if (statusOf(error) === 404) return null;
    throw error;
  });
}

/** Starts the meeting when it has not begun, and its minutes. */
export async function beginMinutes({ id, state, version }: MeetingView): Promise<MinutesView> {
  if (state === 'sent')
    await api.post<MeetingView>(`meetings/${id}/steps`, { version, body: { action: 'start' } });
  return api.post<MinutesView>(`meetings/${id}/minutes`);
}

export function stepMinutes(
  { meetingId, version }: Pick<MinutesView, 'meetingId' | 'version'>,
  action: MinutesAction,
  reason: string | null,
): Promise<MinutesView> {
  return api.post<MinutesView>(`meetings/${meetingId}/minutes/steps`, { version, body: { action, reason } });
}

export function correctMinutes(
  { meetingId, version }: MinutesView,
  correction: { readonly by: string; readonly text: RichText; readonly pointId: string | null },
): Promise<MinutesView> {
  return api.post<MinutesView>(`meetings/${meetingId}/minutes/corrections`, { version, body: correction });
}

/** Ends a meeting that is in session, and closes it. */
export async function closeMeeting(meeting: MeetingView): Promise<MeetingView> {
  const path = `meetings/${meeting.id}`;
  const ended =
    meeting.state === 'in-session'
      ? await api.post<MeetingView>(`${path}/steps`, { version: meeting.version, body: { action: 'end' } })
      : meeting;
  return api.post<MeetingView>(`${path}/close`, { version: ended.version });
}

export function getDecision(pointId: string): Promise<DecisionView> {
  return api.get<DecisionView>(`agenda-points/${pointId}/decision`);
}

/** Writes the decision of a point; version 0: the first. */
export function saveDecision(
  pointId: string,
  version: number,
  fields: SaveDecision,
  leaving: boolean,
): Promise<DecisionView> {
  return api.put<DecisionView>(`agenda-points/${pointId}/decision`, {
    ...{ body: fields, leaving },
    ...(version === 0 ? {} : { version }),
  });
}

/** Reads what the text of a point says is to be followed up. */
export async function suggestFollowUps(pointId: string): Promise<readonly FollowUpView[]> {
  return (await api.post<FollowUpsOfPoint>(`agenda-points/${pointId}/follow-ups/suggest`)).items;
}
