import { meeting } from '../../libs/contracts/meetings.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import type { TestApi } from '../support/test-api.js';
import { makeMeeting, makePoint, putMeetingInto } from './meetings.js';

/** A meeting whose agenda, of an open and a closed point, is sent. */
export interface SentMeeting {
  readonly meetingId: string;
  readonly open: string;
  readonly closed: string;
}

export async function sentMeeting(api: TestApi, bodyId: string, date = '2026-03-10'): Promise<SentMeeting> {
  const { id: meetingId } = await makeMeeting(api, bodyId, date);
  const open = await makePoint(api, meetingId, 'Budget');
  const secret = { visibility: 'closed', closedReason: 'Personsag' };
  const closed = await makePoint(api, meetingId, 'Ansættelse', secret);
  await sendAgenda(api, meetingId);
  return { meetingId, open: open.id, closed: closed.id };
}

/** Sends the agenda as it stands: the first time, or corrected. */
export async function sendAgenda(api: TestApi, meetingId: string): Promise<void> {
  const { state } = await api.take(meeting, 'get', `meetings/${meetingId}`);
  if (state === 'planned') await putMeetingInto(api, meetingId, 'drafting');
  const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
  await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, undefined, {
    ifMatch: version,
  });
}
