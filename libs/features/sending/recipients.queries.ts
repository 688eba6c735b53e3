import type { EntityManager } from 'typeorm';
import { recipientsOf } from '../../domain/sending/index.js';
import type { GuestSlot, RecipientPerson, Recipients } from '../../domain/sending/index.js';
import type { AgendaState } from '../agenda-points/index.js';
import { grantsOf } from '../identity/index.js';

/**
 * Who a meeting's agenda is sent to on a day (ISO): everybody who has to do with it, with the roles of that day, in one
 * query, and the rule.
 */
export async function recipientsToday(
  tx: EntityManager,
  { meeting, body, points }: AgendaState,
  today: string,
): Promise<Recipients> {
  const participants = meeting.participants.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const standing = points.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
  const people = await tx.query<RecipientPerson[]>(
    `SELECT person.id, person.name, person.email AS address, person.active, ${grantsOf('person.id')} AS grants
     FROM person
     WHERE person.id = ANY($1::uuid[])
        OR person.id IN (SELECT person_id FROM membership WHERE body_id = $3)
        OR person.id IN (SELECT person_id FROM membership WHERE point_id = ANY($4::uuid[]))`,
    [participants, today, body.id, standing],
  );
  return recipientsOf({ body, people, participants, points: standing });
}

/** What a person's calendar was told last of a meeting. */
export interface Invitation {
  readonly personId: string;
  readonly name: string;
  readonly address: string;
  readonly group: Recipients['recipients'][number]['group'];
  readonly seesClosed: boolean;
  readonly cancelled: boolean;
  /** The time of the one point they are a guest of; null where it has the whole meeting. */
  readonly slot: GuestSlot | null;
}

/** Whom the calendar files of a meeting went to. */
export function readInvitations(tx: EntityManager, meetingId: string): Promise<Invitation[]> {
  return tx.query<Invitation[]>(
    `SELECT person_id AS "personId", name, address, "group", sees_closed AS "seesClosed", cancelled, slot
     FROM invitation WHERE meeting_id = $1 ORDER BY person_id`,
    [meetingId],
  );
}
