import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  BodySettings,
  BodyView,
  ChangeBody,
  CreateBody,
  PageQuery,
  ReplaceStandingPoints,
  StandingPointFields,
} from '../../contracts/organisation.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, load, saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow, notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { USUAL_LANDING } from '../../domain/agenda/index.js';
import {
  DEPARTMENT_TEMPLATES,
  MUNICIPAL_TEMPLATES,
  POLITICAL_BODY_STEPS,
  RAADMAND_MEETING_STEPS,
  checkOwnTemplates,
  checkSteps,
} from '../../domain/indstilling/index.js';
import { checkDeadlineRules, checkTimes } from '../../domain/meeting/index.js';
import type { Actor } from '../../domain/rights/index.js';
import type { Outcome } from '../../domain/outcome.js';
import { BodyRow, StandingPointRow } from './organisation.entity.js';
import { mayAdminister, mayChangeBody, mayOpenBody, maySeeBody } from './organisation.policy.js';
import { reachOf } from './reach.js';
import { bodyView } from './organisation.view.js';

/** What a new body gets where nothing is said (PRODUCT.md: closed points in a series of their own). */
function defaultSettings(kind: BodyView['kind']): BodySettings {
  const insideDepartment = kind === 'raadmandsmoede' || kind === 'direktion';
  const isMunicipal = kind === 'magistrat' || kind === 'byraad';
  return {
    numbering: 'separate-series',
    agendaForm: insideDepartment ? 'short' : 'full',
    approvalSteps: [...(insideDepartment ? RAADMAND_MEETING_STEPS : POLITICAL_BODY_STEPS)],
    templates: [...(isMunicipal ? MUNICIPAL_TEMPLATES : DEPARTMENT_TEMPLATES)],
    deadlines: {},
    start: '09:00',
    end: null,
    place: null,
    caseNumber: null,
    sections: {},
    landing: USUAL_LANDING,
  };
}

/** The rules a body's settings keep together; the shape of each is the contract's. */
function checkSettings({ approvalSteps, deadlines, sections, start, end }: BodySettings): void {
  orRefuse(standingAt('settings.', checkTimes({ date: null, start, end })));
  orRefuse(standingAt('settings.deadlines.', checkDeadlineRules(deadlines)));
  orRefuse(standingAt('settings.sections.', checkOwnTemplates(sections)));
  const steps = checkSteps(approvalSteps);
  const at = steps.ok ? undefined : steps.refusal.at?.replace(/^steps/, 'settings.approvalSteps');
  orRefuse(steps.ok || at === undefined ? steps : { ...steps, refusal: { ...steps.refusal, at } });
}

/** A refusal that says where the fault stands in the request, not in what the rule was given. */
function standingAt<T>(place: string, outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || outcome.refusal.at === undefined) return outcome;
  return { ...outcome, refusal: { ...outcome.refusal, at: `${place}${outcome.refusal.at}` } };
}

/** The id of a standing point that stays as it is, taken from those of before; a new id would tell of a change beside it. */
function keptId(before: StandingPointRow[], fields: StandingPointFields): string | undefined {
  const hash = contentHash(fields);
  const at = before.findIndex((point) => contentHash(point.fields) === hash);
  return at < 0 ? undefined : before.splice(at, 1)[0]?.id;
}

/** Loads a body that the actor sees; any other is as one that does not exist. */
export async function loadSeenBody(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<BodyRow> {
  const row = await load(tx, BodyRow, 'body', id, options);
  if (!maySeeBody(actor, row)) throw notFound('body', id);
  return row;
}

/** The body, locked, for an actor who may change it. */
export function holdBodyToChange(tx: EntityManager, actor: Actor, id: string): Promise<BodyRow> {
  return judgedThenLocked(async (options) => {
    const row = await loadSeenBody(tx, actor, id, options);
    allow(mayChangeBody(actor, row));
    return row;
  });
}

/** The points of a body that somebody is disqualified on; read as facts. */
async function disqualifiedIn(tx: EntityManager, actor: Actor, bodyId: string): Promise<string[]> {
  if (actor.disqualifiedFrom.length === 0) return [];
  const points = await tx.query<{ id: string }[]>(
    `SELECT point.id FROM agenda_point point JOIN meeting ON meeting.id = point.meeting_id
     WHERE meeting.body_id = $1 AND point.id = ANY($2::uuid[])`,
    [bodyId, actor.disqualifiedFrom],
  );
  return points.map(({ id }) => id);
}

@Injectable()
export class BodiesService {
  constructor(private readonly transactions: Transactions) {}

  async list({ actor }: RequestContext, query: PageQuery): Promise<Page<BodyView>> {
    const rows = this.transactions.reader.createQueryBuilder(BodyRow, 'body');
    if (mayAdminister(actor) !== true) {
      const reach = await reachOf(this.transactions.reader, actor);
      rows.andWhere('body.id = ANY(:seen)', { seen: reach.atLeast('open') });
    }
    const page = await readPage(rows, query, [
      { column: 'body.name', value: (row) => row.name },
      { column: 'body.id', value: (row) => row.id },
    ]);
    const standing = await this.standingPointsOf(page.items.map((row) => row.id));
    return {
      ...page,
      items: page.items.map((row) =>
        bodyView(
          row,
          standing.filter((p) => p.bodyId === row.id),
          actor,
        ),
      ),
    };
  }

  async get({ actor }: RequestContext, id: string): Promise<BodyView> {
    const row = await loadSeenBody(this.transactions.reader, actor, id);
    return bodyView(row, await this.standingPointsOf([id]), actor);
  }

  create(context: RequestContext, { settings, ...fields }: CreateBody): Promise<BodyView> {
    return this.transactions.run(context, async (tx) => {
      allow(mayAdminister(context.actor));
      const whole = { ...defaultSettings(fields.kind), ...settings };
      checkSettings(whole);
      const row = tx.create(BodyRow, { id: newId(), version: 1, ...fields, settings: whole });
      await tx.insert(BodyRow, row);
      await record(tx, context, {
        name: 'body.created',
        subject: { kind: 'body', id: row.id },
        data: { ...fields, settings: whole },
      });
      return bodyView(row, [], context.actor);
    });
  }

  change(context: RequestContext, id: string, ifMatch: number, fields: ChangeBody): Promise<BodyView> {
    return this.transactions.run(context, async (tx) => {
      const row = await holdBodyToChange(tx, context.actor, id);
      const standing = await this.standingPointsOf([id], tx);
      checkVersion(row, ifMatch, bodyView(row, standing, context.actor));
      const settings = { ...row.settings, ...fields.settings };
      checkSettings(settings);
      if (row.visibility === 'closed' && fields.visibility === 'open')
        allow(mayOpenBody(context.actor, await disqualifiedIn(tx, context.actor, id)));
      const changes = changesOf(row, { ...fields, settings });
      await saveVersioned(tx, BodyRow, row, { ...fields, settings });
      await record(tx, context, { name: 'body.changed', subject: { kind: 'body', id }, changes });
      return bodyView(row, standing, context.actor);
    });
  }

  replaceStandingPoints(
    context: RequestContext,
    id: string,
    ifMatch: number,
    { points }: ReplaceStandingPoints,
  ): Promise<BodyView> {
    return this.transactions.run(context, async (tx) => {
      const row = await holdBodyToChange(tx, context.actor, id);
      const before = await this.standingPointsOf([id], tx);
      checkVersion(row, ifMatch, bodyView(row, before, context.actor));
      const kept = [...before];
      await tx.delete(StandingPointRow, { bodyId: id });
      const rows = points.map((fields, position) =>
        tx.create(StandingPointRow, { id: keptId(kept, fields) ?? newId(), bodyId: id, position, fields }),
      );
      await tx.insert(StandingPointRow, rows);
      await saveVersioned(tx, BodyRow, row, {});
      await record(tx, context, {
        name: 'standing-points.changed',
        subject: { kind: 'body', id },
        data: { count: rows.length },
        // Some may be closed.
        changes: changesOf({ points: before.map(({ fields }) => fields) }, { points }, { closed: true }),
      });
      return bodyView(row, rows, context.actor);
    });
  }

  private standingPointsOf(ids: readonly string[], tx: EntityManager = this.transactions.reader) {
    return tx
      .createQueryBuilder(StandingPointRow, 'point')
      .where('point.bodyId = ANY(:ids)', { ids })
      .orderBy('point.position')
      .getMany();
  }
}
