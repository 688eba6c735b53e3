import { queryOptions } from '@tanstack/react-query';
import type {
  CreateMeetingSeries,
  MeetingDatesView,
  MeetingSeriesView,
  NextSlotView,
  TakenBackSeriesView,
} from '../../../../../../libs/contracts/meeting-series.js';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import type { MeetingRhythm } from '../../../../../../libs/domain/meeting/index.js';
import { api } from '../../../lib/api/client.js';

/** The dates that a rhythm gives a body, kept while the form is open. */
export function meetingDatesQuery(bodyId: string, rhythm: MeetingRhythm) {
  const { exceptWeeks, ...rest } = rhythm;
  const query = { ...rest, exceptWeeks: exceptWeeks.join(',') };
  return queryOptions({
    queryKey: ['meetings', 'dates', bodyId, query],
    queryFn: ({ signal }) => api.get<MeetingDatesView>(`bodies/${bodyId}/meeting-dates`, query, signal),
  });
}

/** When and where a body would meet next. */
export function nextSlotQuery(bodyId: string) {
  return queryOptions({
    queryKey: ['meetings', 'next-slot', bodyId],
    queryFn: ({ signal }) => api.get<NextSlotView>(`bodies/${bodyId}/next-slot`, {}, signal),
    gcTime: 0,
  });
}

export function createMeeting(meeting: object): Promise<MeetingView> {
  return api.post<MeetingView>('meetings', { body: meeting });
}

export function createSeries(series: CreateMeetingSeries): Promise<MeetingSeriesView> {
  return api.post<MeetingSeriesView>('meeting-series', { body: series });
}

/** Takes a series back; what somebody has worked on since stays, and is told. */
export function takeBackSeries(id: string): Promise<TakenBackSeriesView> {
  return api.remove<TakenBackSeriesView>(`meeting-series/${id}`);
}
