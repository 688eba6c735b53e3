import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GuestsView, ReplaceGuests } from '../../contracts/agenda-points.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { allow, notFound, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { mayRunMeetings } from '../meetings/index.js';
import { loadRunPoint } from './agenda.changes.js';
import { loadAgenda } from './agenda.queries.js';
import { loadSeenPointOf } from './agenda.sight.js';

/** Who is a guest of a point: once it is sent, they read that point, closed or not, and nothing else of the agenda. */
@Injectable()
export class GuestsService {
  constructor(private readonly transactions: Transactions) {}

  async list({ actor }: RequestContext, pointId: string): Promise<GuestsView> {
    const tx = this.transactions.reader;
    const { body } = await loadSeenPointOf(tx, actor, pointId);
    allow(mayRunMeetings(actor, body.id));
    return { people: await guestsOf(tx, pointId) };
  }

  /** Says who is a guest, and who not any more; in force at their next request. */
  replace(context: RequestContext, pointId: string, { people }: ReplaceGuests): Promise<GuestsView> {
    return this.transactions.run(context, async (tx) => {
      const meetingId = await loadRunPoint(tx, context.actor, pointId);
      // With the meeting locked one of two who replace them at once waits for the other.
      const { points } = await loadAgenda(tx, meetingId, { lock: true });
      if (!points.some(({ id }) => id === pointId)) throw notFound('agenda point', pointId);
      const ids = people.map(({ personId }) => personId);
      await refuseStrangers(tx, ids);
      const before = (await guestsOf(tx, pointId)).map(({ personId }) => personId);
      await letGo(tx, pointId, ids);
      await invite(
        tx,
        pointId,
        ids.filter((id) => !before.includes(id)),
      );
      await record(tx, context, {
        name: 'guests.recorded',
        subject: { kind: 'agenda-point', id: pointId },
        scopeId: meetingId,
        data: { people: ids, before },
      });
      return { people: await guestsOf(tx, pointId) };
    });
  }
}

/** The guests of a point, by name. */
function guestsOf(tx: EntityManager, pointId: string): Promise<GuestsView['people']> {
  return tx.query<GuestsView['people']>(
    `SELECT DISTINCT person.id AS "personId", person.name
     FROM membership JOIN person ON person.id = membership.person_id
     WHERE membership.point_id = $1 AND membership.role = 'guest'
     ORDER BY person.name, person.id`,
    [pointId],
  );
}

/** Takes the right away from all but these; whoever stood in for one of them and stays is a guest of their own. */
async function letGo(tx: EntityManager, pointId: string, kept: readonly string[]): Promise<void> {
  const gone = `SELECT id FROM membership
     WHERE point_id = $1 AND role = 'guest' AND person_id <> ALL($2::uuid[])`;
  await tx.query(`UPDATE membership SET substitute_for = NULL WHERE substitute_for IN (${gone})`, [
    pointId,
    kept,
  ]);
  await tx.query(`DELETE FROM membership WHERE id IN (${gone})`, [pointId, kept]);
}

async function invite(tx: EntityManager, pointId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO membership (id, person_id, role, point_id)
     SELECT id, person_id, 'guest', $1 FROM unnest($2::uuid[], $3::uuid[]) AS given (id, person_id)`,
    [pointId, ids.map(() => newId()), ids],
  );
}

async function refuseStrangers(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const known = await tx.query<{ id: string }[]>(
    'SELECT id FROM person WHERE active AND id = ANY($1::uuid[])',
    [ids],
  );
  const stranger = ids.findIndex((id) => !known.some((person) => person.id === id));
  if (stranger >= 0)
    throw problemOf('reference-not-found', `There is no person ${ids[stranger] ?? ''}.`, {
      at: `people[${stranger}].personId`,
    });
}
