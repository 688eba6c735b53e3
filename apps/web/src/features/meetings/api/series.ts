import { queryOptions } from '@tanstack/react-query';
import type {
  CreateMeetingSeries,
  MeetingDatesView,
  MeetingSeriesView,
} from '../../../../../../libs/contracts/meeting-series.js';
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

export function createSeries(series: CreateMeetingSeries): Promise<MeetingSeriesView> {
  return api.post<MeetingSeriesView>('meeting-series', { body: series });
}
