import { meeting } from '../../libs/contracts/meetings.js';
import { sending } from '../../libs/contracts/sendings.js';
import type { SendingView } from '../../libs/contracts/sendings.js';
import type { ApiAnswer, SendOptions, TestApi } from '../support/test-api.js';
import type { SignedIn, TestRole } from '../support/sign-in.js';
import { makeMeeting, makePoint, putMeetingInto } from './meetings.js';

/** Somebody with these roles and a mail address of their own. */
export async function mailPerson(api: TestApi, name: string, roles: readonly TestRole[]): Promise<SignedIn> {
  const person = await api.signIn(roles, name);
  await api.database.query('UPDATE person SET email = $2 WHERE id = $1', [person.personId, addressOf(name)]);
  return person;
}

/** The address of somebody that `mailPerson` made. */
export function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.dk`;
}

/** Presses "send" on a meeting as it stands, or with a version that is not the one. */
export async function press(
  api: TestApi,
  meetingId: string,
  request: object = { kind: 'first' },
  options: SendOptions = {},
): Promise<ApiAnswer> {
  const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
  return api.send('post', `meetings/${meetingId}/sendings`, request, { ifMatch: version, ...options });
}

/** The same, where it must be let through. */
export async function pressed(api: TestApi, meetingId: string, request?: object): Promise<SendingView> {
  const answer = await press(api, meetingId, request);
  if (answer.status !== 201) throw new Error(`Not sent: ${JSON.stringify(answer)}`);
  return sending.parse(answer.body);
}

/** A meeting being drafted with one point a title; closed ones are marked so with a star before the title. */
export async function draftedMeeting(
  api: TestApi,
  bodyId: string,
  titles: readonly string[] = ['Budget'],
): Promise<{ id: string; points: string[] }> {
  const { id } = await makeMeeting(api, bodyId, '2026-11-24');
  const points: string[] = [];
  for (const title of titles) {
    const closed = title.startsWith('*') ? { visibility: 'closed', closedReason: 'Personsag' } : {};
    points.push((await makePoint(api, id, title.replace('*', ''), { minutes: 10, ...closed })).id);
  }
  await putMeetingInto(api, id, 'drafting');
  return { id, points };
}
