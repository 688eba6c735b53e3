import { infiniteQueryOptions } from '@tanstack/react-query';
import type { MeetingHistoryEvent, TakeBackView } from '../../../../../../libs/contracts/history.js';
import { api } from '../../../lib/api/client.js';
import type { PageOf } from '../../../lib/api/pages.js';

/** So many events are read at a time. */
const AT_A_TIME = 50;

export function historyQuery(meetingId: string) {
  return infiniteQueryOptions({
    queryKey: ['meetings', 'history', meetingId],
    queryFn: ({ signal, pageParam }) => readHistory(meetingId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

function readHistory(
  meetingId: string,
  cursor?: string,
  signal?: AbortSignal,
): Promise<PageOf<MeetingHistoryEvent>> {
  return api.get(`meetings/${meetingId}/history`, { limit: AT_A_TIME, cursor }, signal);
}

/** A thing as it stands after something was taken back: what taking that back again takes. */
interface Standing {
  readonly id: string;
  readonly version: number;
}

/** Takes something back as the api said it is done; gives the thing as it then stands. */
export async function takeItBack({ act, id, version, fields }: TakeBackView): Promise<Standing> {
  const change = { ...(version === null ? {} : { version }), ...(fields === null ? {} : { body: fields }) };
  switch (act) {
    case 'restore-point':
      return api.post<Standing>(`agenda-points/${id}/restore`);
    case 'restore-attachment':
      return api.post<Standing>(`attachments/${id}/restore`);
    case 'reinstate-point':
      return api.post<Standing>(`agenda-points/${id}/reinstate`, change);
    case 'withdraw-point':
      return api.post<Standing>(`agenda-points/${id}/withdraw`, change);
    case 'change-point':
      return api.patch<Standing>(`agenda-points/${id}`, change);
    case 'change-meeting':
      return api.patch<Standing>(`meetings/${id}`, change);
    case 'move-point':
    case 'bring-back-point':
      return api.post<Standing>(`agenda-points/${id}/move`, change);
  }
}

/** Does again what was taken back a moment ago; what was given back goes away again. */
export async function doItAgain(meetingId: string, { act }: TakeBackView, now: Standing): Promise<void> {
  if (act === 'restore-point') await api.remove(`agenda-points/${now.id}`, { version: now.version });
  else if (act === 'restore-attachment') await api.remove(`attachments/${now.id}`, { version: now.version });
  else {
    // The newest that happened to it is what is to be undone.
    const { items } = await readHistory(meetingId);
    const own = items.find(({ about }) => about.id === now.id)?.takeBack;
    if (own?.refusal === null) await takeItBack(own);
  }
}
