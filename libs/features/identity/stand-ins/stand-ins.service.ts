import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreateStandIn, StandInQuery, StandInView, StandInsView } from '../../../contracts/stand-ins.js';
import { checkStandIn, holds, isProduct, ownId, scopesOf } from '../../../domain/rights/index.js';
import type { Actor } from '../../../domain/rights/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { checkVersion } from '../../../platform/database/versioned.js';
import { record } from '../../../platform/events/event-log.js';
import { abilityOf, allow, notFound, orRefuse, problemOf } from '../../../platform/http/problem-error.js';
import type { RequestContext } from '../../../platform/http/request-context.js';
import { newId } from '../../../platform/ids/new-id.js';
import { BodyRow, PersonRow, maySeeBody, maySeePerson } from '../../organisation/index.js';
import { hasSomethingToJudge, idleStandInsFor } from './judging-roles.js';
import { StandInRow } from './stand-in.entity.js';
import { mayEndStandIn, mayMakeStandIn } from './stand-ins.policy.js';

/** Those that the one who asks sees: their own on either side, those they made for their bodies, and administrators all. */
const SEEN_SQL = `
  SELECT s.id, s.person_id AS "personId", s.stand_in_id AS "standInId", s.body_id AS "bodyId",
         to_char(s.from_date, 'YYYY-MM-DD') AS "from", to_char(s.to_date, 'YYYY-MM-DD') AS "to", s.version,
         away.name AS "personName", here.name AS "standInName", b.name AS "bodyName"
  FROM stand_in s
  JOIN person away ON away.id = s.person_id
  JOIN person here ON here.id = s.stand_in_id
  LEFT JOIN body b ON b.id = s.body_id
  WHERE ($1::boolean OR s.person_id = $2 OR s.stand_in_id = $2 OR s.body_id = ANY($3::uuid[]))`;

type SeenStandIn = Omit<StandInView, 'abilities'>;

/** Who judges indstillinger in another's stead, and on which days. */
@Injectable()
export class StandInsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list({ actor }: RequestContext, { personId }: StandInQuery): Promise<StandInsView> {
    const rows = await this.transactions.reader.query<SeenStandIn[]>(
      `${SEEN_SQL} AND s.to_date >= $4 AND ($5::uuid IS NULL OR $5 IN (s.person_id, s.stand_in_id))
       ORDER BY s.to_date, s.id`,
      [...sightOf(actor), this.clock.today(), personId ?? null],
    );
    return { items: rows.map((row) => view(row, actor)) };
  }

  create(context: RequestContext, fields: CreateStandIn): Promise<StandInView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      allow(mayMakeStandIn(actor, fields));
      const { active: isActive } = await standInNamed(tx, actor, fields);
      const judges = await hasSomethingToJudge(tx, fields);
      orRefuse(checkStandIn(fields, { isActive, judges }, this.clock.today()));
      const row = tx.create(StandInRow, { ...fields, id: newId(), version: 1 });
      await tx.insert(StandInRow, row);
      await this.record(tx, context, 'stand-in.made', row);
      return view(await seen(tx, actor, row.id), actor);
    });
  }

  /** From now on they judge nothing more in the other's stead. */
  end(context: RequestContext, id: string, ifMatch: number): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const row = await seen(tx, actor, id);
      allow(mayEndStandIn(actor, row));
      checkVersion(row, ifMatch, view(row, actor));
      await tx.delete(StandInRow, id);
      await this.record(tx, context, 'stand-in.ended', row);
    });
  }

  /** Ends those for somebody who has nothing to judge any more on their days, within the change that took it. */
  async endIdle(tx: EntityManager, context: RequestContext, personId: string): Promise<void> {
    for (const row of await idleStandInsFor(tx, personId, this.clock.today())) {
      await tx.delete(StandInRow, row.id);
      await this.record(tx, context, 'stand-in.ended', row);
    }
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    name: 'stand-in.made' | 'stand-in.ended',
    { id, personId, standInId, bodyId, from, to }: Pick<StandInView, keyof CreateStandIn | 'id'>,
  ): Promise<void> {
    return record(tx, context, {
      name,
      subject: { kind: 'person', id: personId },
      scopeId: personId,
      data: { id, standInId, bodyId, from, to },
    });
  }
}

function sightOf(actor: Actor): unknown[] {
  const all = isProduct(actor) || holds(actor, ['administrator']);
  return [all, ownId(actor), scopesOf(actor, ['secretariat'])];
}

async function seen(tx: EntityManager, actor: Actor, id: string): Promise<SeenStandIn> {
  const [row] = await tx.query<SeenStandIn[]>(`${SEEN_SQL} AND s.id = $4`, [...sightOf(actor), id]);
  if (!row) throw notFound('stand-in', id);
  return row;
}

/** The one who is to stand in. Whoever, and whatever body, the actor does not see is as if it were not there. */
async function standInNamed(tx: EntityManager, actor: Actor, fields: CreateStandIn): Promise<PersonRow> {
  const { personId, standInId, bodyId } = fields;
  const person = await personSeen(tx, actor, 'personId', personId);
  const body = bodyId === null ? null : await tx.findOneBy(BodyRow, { id: bodyId });
  if (bodyId !== null && (body === null || !maySeeBody(actor, body)))
    throw problemOf('reference-not-found', `There is no body ${bodyId}.`, { at: 'bodyId' });
  return standInId === person.id ? person : personSeen(tx, actor, 'standInId', standInId);
}

async function personSeen(
  tx: EntityManager,
  actor: Actor,
  at: 'personId' | 'standInId',
  id: string,
): Promise<PersonRow> {
  const row = await tx.findOneBy(PersonRow, { id });
  if (!row || !maySeePerson(actor, id))
    throw problemOf('reference-not-found', `There is no person ${id}.`, { at });
  return row;
}

function view(row: SeenStandIn, actor: Actor): StandInView {
  return { ...row, abilities: { end: abilityOf(mayEndStandIn(actor, row)) } };
}
