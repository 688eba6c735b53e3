import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { meeting } from '../../libs/contracts/meetings.js';
import type { MeetingView } from '../../libs/contracts/meetings.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { body } from '../../libs/contracts/organisation.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import type { TestApi } from '../support/test-api.js';

let made = 0;

/** A body of its own name that meets at 9. */
export async function makeBody(api: TestApi): Promise<string> {
  made += 1;
  const fields = { name: `Rådmandsmøde ${made}`, kind: 'raadmandsmoede', settings: { start: '09:00' } };
  return (await api.take(body, 'post', 'bodies', fields)).id;
}

export function makeMeeting(api: TestApi, bodyId: string, date = '2026-03-10'): Promise<MeetingView> {
  return api.take(meeting, 'post', 'meetings', { bodyId, date, start: '09:00', end: '11:00' });
}

export function makePoint(
  api: TestApi,
  meetingId: string,
  title: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<AgendaPointView> {
  return api.take(agendaPoint, 'post', `meetings/${meetingId}/agenda-points`, {
    ...{ title, position: 10_000 },
    ...fields,
  });
}

/** Puts a meeting into a state without walking there; sending asks for more than most tests are about. */
export async function putMeetingInto(
  api: TestApi,
  meetingId: string,
  state: MeetingView['state'],
): Promise<void> {
  await api.database.query('UPDATE meeting SET state = $2 WHERE id = $1', [meetingId, state]);
}

/** A meeting in session with one point a title. */
export async function meetingInSession(
  api: TestApi,
  titles: readonly string[],
  { bodyId, date }: { bodyId?: string; date?: string } = {},
): Promise<{ bodyId: string; meetingId: string; points: AgendaPointView[] }> {
  const body = bodyId ?? (await makeBody(api));
  const { id } = await makeMeeting(api, body, date);
  const points: AgendaPointView[] = [];
  for (const title of titles) points.push(await makePoint(api, id, title));
  await putMeetingInto(api, id, 'in-session');
  return { bodyId: body, meetingId: id, points };
}

/** A meeting held on its sent agenda of an open and a closed point, with its minutes begun. */
export async function heldMeeting(
  api: TestApi,
  bodyId: string,
): Promise<{ meetingId: string; openPoint: string; closedPoint: string }> {
  const { id: meetingId, version } = await makeMeeting(api, bodyId);
  const openPoint = await makePoint(api, meetingId, 'Åbent punkt');
  const closed = { visibility: 'closed', closedReason: 'Personsag' };
  const closedPoint = await makePoint(api, meetingId, 'Hemmeligt punkt', closed);
  await putMeetingInto(api, meetingId, 'drafting');
  await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, undefined, {
    ifMatch: version,
  });
  await putMeetingInto(api, meetingId, 'held');
  await api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
  return { meetingId, openPoint: openPoint.id, closedPoint: closedPoint.id };
}

/** Rich text of one paragraph. */
export function paragraph(text: string): unknown {
  return [{ type: 'paragraph', content: [{ text }] }];
}
