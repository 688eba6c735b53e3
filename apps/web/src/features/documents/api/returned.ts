import { queryOptions } from '@tanstack/react-query';
import type {
  ReturnedDocumentListView,
  ReturnedDocumentView,
  TakeReturned,
  TakenOverView,
} from '../../../../../../libs/contracts/returned-documents.js';
import { BASE, api, queryText } from '../../../lib/api/client.js';
import { sendFile } from '../../../lib/api/upload.js';

/** The agendas that came back to a meeting, newest first. */
export function returnedListQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['returned', 'list', meetingId],
    queryFn: ({ signal }) =>
      api.get<ReturnedDocumentListView>(`meetings/${meetingId}/returned-documents`, {}, signal),
  });
}

/** What of one is not taken over. */
export function returnedQuery(id: string) {
  return queryOptions({
    queryKey: ['returned', 'one', id],
    queryFn: ({ signal }) => api.get<ReturnedDocumentView>(`returned-documents/${id}`, {}, signal),
  });
}

/** Sends a document back; under the same key it is kept once. */
export function sendBack(
  meetingId: string,
  file: File,
  key: string,
  onProgress: (gone: number) => void,
): Promise<ReturnedDocumentView> {
  const path = `meetings/${meetingId}/returned-documents${queryText({ fileName: file.name })}`;
  return sendFile<ReturnedDocumentView>({ method: 'POST', path, file, key, onProgress });
}

export function takeOver(id: string, items: TakeReturned['items']): Promise<TakenOverView> {
  return api.post<TakenOverView>(`returned-documents/${id}/take-over`, { body: { items } });
}

export function returnedFile(id: string): string {
  return `${BASE}returned-documents/${id}/file`;
}
