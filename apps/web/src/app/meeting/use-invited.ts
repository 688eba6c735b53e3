import { useQuery } from '@tanstack/react-query';
import { sendingsQuery } from '../../features/sending/api/sendings.js';

/** The names of those to whom some mail with the meeting went: their calendars have it. */
export function useInvited(meetingId: string, enabled: boolean): readonly string[] {
  const { data } = useQuery({ ...sendingsQuery(meetingId), enabled });
  const sent = (data?.items ?? []).flatMap(({ recipients }) =>
    recipients.filter(({ state }) => state === 'sent'),
  );
  return [...new Set(sent.map(({ name }) => name))];
}
