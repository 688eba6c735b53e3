import { queryOptions } from '@tanstack/react-query';
import type {
  RequestSending,
  SendingCheckView,
  SendingListView,
  SendingView,
} from '../../../../../../libs/contracts/sendings.js';
import { api } from '../../../lib/api/client.js';

/** How often a sending is looked at that is on its way, in milliseconds. */
const LOOK_MS = 1000;

/** What stops the sending of an agenda, what stands out, and whom it goes to. */
export function sendingCheckQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['sendings', 'check', meetingId],
    queryFn: ({ signal }) => api.get<SendingCheckView>(`meetings/${meetingId}/sending-check`, {}, signal),
    staleTime: 0,
  });
}

/** What was sent of a meeting; followed as long as something is on its way. */
export function sendingsQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['sendings', 'list', meetingId],
    queryFn: ({ signal }) => api.get<SendingListView>(`meetings/${meetingId}/sendings`, {}, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(isOnItsWay) === true ? LOOK_MS : false),
  });
}

/** Whether a sending waits to be released, or a mail of it to be sent. */
export function isOnItsWay({ state, recipients }: SendingView): boolean {
  return state === 'waiting' || (state === 'released' && recipients.some((one) => one.state === 'queued'));
}

export function requestSending(
  meetingId: string,
  version: number,
  request: Partial<RequestSending>,
): Promise<SendingView> {
  return api.post<SendingView>(`meetings/${meetingId}/sendings`, { version, body: request });
}

export function regretSending(id: string): Promise<null> {
  return api.remove(`sendings/${id}`, {});
}

export function retryMail(recipientId: string): Promise<SendingView> {
  return api.post<SendingView>(`sending-recipients/${recipientId}/retry`);
}
