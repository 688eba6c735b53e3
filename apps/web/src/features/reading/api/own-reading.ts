import { queryOptions } from '@tanstack/react-query';
import type {
  OwnNoteView,
  OwnReadingView,
  PointMarkView,
  ReadingPlaceView,
} from '../../../../../../libs/contracts/reading.js';
import { api } from '../../../lib/api/client.js';

/** All that one keeps for oneself of a meeting. */
export function ownReadingQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['reading', 'own', meetingId],
    queryFn: ({ signal }) => api.get<OwnReadingView>(`meetings/${meetingId}/my-reading`, {}, signal),
  });
}

/** Writes a note that stands at this version. */
export function writeNote(
  pointId: string,
  version: number,
  text: string,
  leaving: boolean,
): Promise<OwnNoteView> {
  return api.put<OwnNoteView>(`agenda-points/${pointId}/my-note`, { version, body: { text }, leaving });
}

export function sayRead(pointId: string, read: boolean): Promise<PointMarkView> {
  return api.put<PointMarkView>(`agenda-points/${pointId}/my-mark`, { body: { read } });
}

/** Sent also while the page is left: where one stopped is where one goes on. */
export function sayPlace(meetingId: string, place: ReadingPlaceView): Promise<ReadingPlaceView> {
  return api.put<ReadingPlaceView>(`meetings/${meetingId}/my-place`, { body: place, leaving: true });
}
