import { queryOptions } from '@tanstack/react-query';
import type { AgendaPointsView } from '../../../../../../libs/contracts/agenda-points.js';
import type {
  ChangeMeeting,
  ListedMeetingView,
  MeetingStepRequest,
  MeetingView,
} from '../../../../../../libs/contracts/meetings.js';
import type { AgendaVersionListView, AgendaView } from '../../../../../../libs/contracts/sending.js';
import { addDays } from '../../../../../../libs/domain/calendar/index.js';
import { api } from '../../../lib/api/client.js';
import { wholeList } from '../../../lib/api/pages.js';
import { todayInDenmark } from '../../../lib/formats.js';

/** The days meetings are asked for, and which of them. */
export interface MeetingsWanted {
  readonly bodyId?: string | undefined;
  readonly state?: MeetingView['state'] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The meetings within some days, by date. */
export function meetingsQuery({ bodyId, state, from, to }: MeetingsWanted) {
  const query = { bodyId, state, from, to };
  return queryOptions({
    queryKey: ['meetings', 'list', query],
    queryFn: ({ signal }) => wholeList<ListedMeetingView>('meetings', query, signal),
  });
}

/** How far back follow-ups are told by the name of their meeting, in days. */
const NAMED_DAYS = 400;

/** The meetings that follow-ups come from, for their names. */
export function meetingNamesQuery() {
  return meetingsQuery({ from: addDays(todayInDenmark(), -NAMED_DAYS) });
}

export function meetingQuery(id: string) {
  return queryOptions({
    queryKey: ['meetings', 'one', id],
    queryFn: ({ signal }) => api.get<MeetingView>(`meetings/${id}`, {}, signal),
  });
}

/** Changes facts of a meeting that stands at this version. */
export function changeMeeting(id: string, version: number, fields: ChangeMeeting): Promise<MeetingView> {
  return api.patch<MeetingView>(`meetings/${id}`, { version, body: fields });
}

/** Where these meetings are had as a calendar file. */
export function calendarAddress(meetings: readonly Pick<MeetingView, 'id'>[]): string {
  return `/api/v1/meeting-calendar?ids=${meetings.map(({ id }) => id).join(',')}`;
}

/** Takes a step with a meeting that stands at this version. */
export function takeMeetingStep(
  { id, version }: Pick<MeetingView, 'id' | 'version'>,
  step: MeetingStepRequest,
): Promise<MeetingView> {
  return api.post<MeetingView>(`meetings/${id}/steps`, { version, body: step });
}

/** The versions of an agenda that were sent, of those that whoever asks may read. */
export function agendaVersionsQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['meetings', 'agenda-versions', meetingId],
    queryFn: ({ signal }) =>
      api.get<AgendaVersionListView>(`meetings/${meetingId}/agenda-versions`, {}, signal),
  });
}

/** The agenda with its bilag and the facts of its meeting: all of it that may be read, or of that what is open. */
export function printedAgendaQuery(meetingId: string, audience: 'all' | 'open') {
  return queryOptions({
    queryKey: ['meetings', 'printed', meetingId, audience],
    queryFn: ({ signal }) => api.get<AgendaView>(`meetings/${meetingId}/agenda`, { audience }, signal),
  });
}

export function agendaQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['meetings', 'agenda', meetingId],
    queryFn: ({ signal }) => api.get<AgendaPointsView>(`meetings/${meetingId}/agenda`, {}, signal),
  });
}
