import type { EntityManager } from 'typeorm';
import type { AuthorInput } from '../../contracts/indstillinger.js';
import { mayWantMeeting } from '../../domain/indstilling/index.js';
import { insightInto } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { orRefuse, problemOf } from '../../platform/http/problem-error.js';
import { MeetingRow } from '../meetings/index.js';
import { BodyRow, PersonRow } from '../organisation/index.js';
import type { IndstillingRow } from './indstilling.entity.js';

/** The body an indstilling goes to; one that the actor does not see into is as one that is not there. */
export async function bodyFor(tx: EntityManager, actor: Actor, id: string): Promise<BodyRow> {
  const body = await tx.findOneBy(BodyRow, { id });
  if (!body || insightInto(actor, body) === 'none')
    throw problemOf('reference-not-found', `There is no body ${id}.`, { at: 'bodyId' });
  return body;
}

/** Throws unless the meeting is there and can be wanted by an indstilling to the body; null wants none. */
export async function checkWantedMeeting(
  tx: EntityManager,
  actor: Actor,
  bodyId: string,
  meetingId: string | null,
): Promise<void> {
  if (meetingId === null) return;
  const meeting = await tx.findOneBy(MeetingRow, { id: meetingId });
  const body = meeting && (await tx.findOneBy(BodyRow, { id: meeting.bodyId }));
  if (!meeting || !body || insightInto(actor, body) === 'none')
    throw problemOf('reference-not-found', `There is no meeting ${meetingId}.`, { at: 'wantedMeetingId' });
  orRefuse(mayWantMeeting(bodyId, { bodyId: meeting.bodyId, isCancelled: meeting.state === 'cancelled' }));
}

/** The columns of an author: a person's name, phone and e-mail as they are now, or what was written. */
export async function authorColumns(
  tx: EntityManager,
  input: AuthorInput,
): Promise<Pick<IndstillingRow, 'authorId' | 'author'>> {
  if (!('personId' in input)) return { authorId: null, author: input };
  const person = await tx.findOneBy(PersonRow, { id: input.personId });
  if (!person)
    throw problemOf('reference-not-found', `There is no person ${input.personId}.`, {
      at: 'author.personId',
    });
  const { id, name, phone, email } = person;
  return { authorId: id, author: { name, phone, email } };
}
