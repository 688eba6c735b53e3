import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DisqualificationsView, ReplaceDisqualifications } from '../../contracts/agenda-points.js';
import { Transactions } from '../../platform/database/transactions.js';
import { judgedThenLocked } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { allow, notFound, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { mayRunMeetings } from '../meetings/index.js';
import { mayReplaceDisqualified } from './agenda-points.policy.js';
import { loadRunPoint } from './agenda.changes.js';
import { loadAgenda } from './agenda.queries.js';
import { loadSeenPointOf } from './agenda.sight.js';

/** Who is disqualified (inhabil) on a point: its closed papers are not theirs, and the minutes say so. */
@Injectable()
export class DisqualificationsService {
  constructor(private readonly transactions: Transactions) {}

  async list({ actor }: RequestContext, pointId: string): Promise<DisqualificationsView> {
    const tx = this.transactions.reader;
    const { body } = await loadSeenPointOf(tx, actor, pointId);
    allow(mayRunMeetings(actor, body.id));
    return { people: await disqualifiedOn(tx, pointId) };
  }

  /** Says who is disqualified, and who not any more; in force at their next request. */
  replace(
    context: RequestContext,
    pointId: string,
    { people }: ReplaceDisqualifications,
  ): Promise<DisqualificationsView> {
    return this.transactions.run(context, async (tx) => {
      const meetingId = await loadRunPoint(tx, context.actor, pointId);
      const ids = people.map((person) => person.personId);
      await judgedThenLocked(async (options) => {
        const before = await heldDisqualified(tx, meetingId, pointId, options);
        allow(mayReplaceDisqualified(context.actor, before, ids));
      });
      await refuseStrangers(tx, ids);
      await tx.query('DELETE FROM disqualification WHERE point_id = $1', [pointId]);
      await tx.query(
        `INSERT INTO disqualification (point_id, person_id, reason)
         SELECT $1, person_id, reason FROM unnest($2::uuid[], $3::text[]) AS given (person_id, reason)`,
        [pointId, ids, people.map((person) => person.reason)],
      );
      await record(tx, context, {
        name: 'disqualification.recorded',
        subject: { kind: 'agenda-point', id: pointId },
        scopeId: meetingId,
        data: { people: ids },
      });
      return { people: await disqualifiedOn(tx, pointId) };
    });
  }
}

/** The people disqualified on a point, by name. */
export function disqualifiedOn(tx: EntityManager, pointId: string): Promise<DisqualificationsView['people']> {
  return tx.query<DisqualificationsView['people']>(
    `SELECT d.person_id AS "personId", p.name, d.reason
     FROM disqualification d JOIN person p ON p.id = d.person_id
     WHERE d.point_id = $1 ORDER BY p.name, p.id`,
    [pointId],
  );
}

/** Who is disqualified on a point; with its meeting locked one of two who replace them at once waits for the other. */
async function heldDisqualified(
  tx: EntityManager,
  meetingId: string,
  pointId: string,
  options: { readonly lock?: boolean },
): Promise<string[]> {
  const { points } = await loadAgenda(tx, meetingId, options);
  // It went to another meeting, or away, while this one waited for the lock.
  if (!points.some(({ id }) => id === pointId)) throw notFound('agenda point', pointId);
  return (await disqualifiedOn(tx, pointId)).map((person) => person.personId);
}

async function refuseStrangers(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const known = await tx.query<{ id: string }[]>('SELECT id FROM person WHERE id = ANY($1::uuid[])', [ids]);
  const stranger = ids.findIndex((id) => !known.some((person) => person.id === id));
  if (stranger >= 0)
    throw problemOf('reference-not-found', `There is no person ${ids[stranger] ?? ''}.`, {
      at: `people[${stranger}].personId`,
    });
}
