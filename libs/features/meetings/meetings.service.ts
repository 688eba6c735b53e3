import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  ChangeMeeting,
  CreateMeeting,
  ListedMeetingView,
  MeetingQuery,
  MeetingView,
  MeetingStepRequest,
} from '../../contracts/meetings.js';
import { agendaSize } from '../../domain/agenda/index.js';
import { checkTimes, mayEditMeeting, takeMeetingStep } from '../../domain/meeting/index.js';
import { insightInto } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { readInParts } from '../../platform/database/parts.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, load, saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page, PageOrder } from '../../platform/http/paging.js';
import { allow, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { BodyRow, CalendarService, Reach } from '../organisation/index.js';
import { MeetingRow } from './meeting.entity.js';
import { loadRunMeeting, loadSeenMeeting, meetingPartsSeen } from './meeting.access.js';
import { mayRunMeetings } from './meetings.policy.js';
import { meetingView } from './meeting.view.js';
import type { DeadlineCalendar } from './meeting.view.js';
import { meetingFacts, pointsOfMeetings } from './meeting.queries.js';

export const BY_DATE: readonly PageOrder<MeetingRow>[] = [
  { column: 'meeting.date', value: (row) => row.date },
  { column: 'meeting.id', value: (row) => row.id },
];

@Injectable()
export class MeetingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  async list({ actor }: RequestContext, query: MeetingQuery): Promise<Page<ListedMeetingView>> {
    const tx = this.transactions.reader;
    const bodies = await tx.find(BodyRow);
    const reach = new Reach(actor, bodies);
    const rows = tx.createQueryBuilder(MeetingRow, 'meeting');
    if (query.bodyId !== undefined) rows.andWhere('meeting.bodyId = :bodyId', { bodyId: query.bodyId });
    if (query.state !== undefined) rows.andWhere('meeting.state = :state', { state: query.state });
    if (query.from !== undefined) rows.andWhere('meeting.date >= :from', { from: query.from });
    if (query.to !== undefined) rows.andWhere('meeting.date <= :to', { to: query.to });
    const parts = meetingPartsSeen(rows, reach);
    const page = await readPage(rows, query, BY_DATE, (asked) => readInParts(tx, asked, parts));
    const byId = new Map(bodies.map((body) => [body.id, body]));
    const calendar = await this.deadlineCalendar(tx);
    const run = page.items.filter(({ bodyId }) => mayRunMeetings(actor, bodyId) === true);
    const points = await pointsOfMeetings(
      tx,
      run.map(({ id }) => id),
      actor.disqualifiedFrom,
    );
    return {
      ...page,
      items: page.items.flatMap((row) => {
        const body = byId.get(row.bodyId);
        if (body === undefined) return [];
        const size = run.includes(row) ? agendaSize(points.get(row.id) ?? [], body.settings.numbering) : null;
        return [{ ...meetingView(row, body, calendar, actor), agendaSize: size }];
      }),
    };
  }

  async get({ actor, alreadyRead: read }: RequestContext, id: string): Promise<MeetingView> {
    const tx = this.transactions.reader;
    const { meeting } = await loadSeenMeeting(tx, actor, id, { read });
    return this.view(tx, actor, meeting);
  }

  create(context: RequestContext, fields: CreateMeeting): Promise<MeetingView> {
    return this.bringIn(context, fields, { state: 'planned', importedFrom: null });
  }

  /** Makes a meeting that is already in a later state: one of those that an old package holds. */
  bringIn(
    context: RequestContext,
    fields: CreateMeeting,
    origin: Pick<MeetingRow, 'state' | 'importedFrom'>,
  ): Promise<MeetingView> {
    return this.transactions.run(context, async (tx) => {
      const body = await tx.findOneBy(BodyRow, { id: fields.bodyId });
      // A body one does not see into is as one that does not exist.
      if (!body || insightInto(context.actor, body) === 'none')
        throw problemOf('reference-not-found', `There is no body ${fields.bodyId}.`, { at: 'bodyId' });
      allow(mayRunMeetings(context.actor, body.id));
      const { start, end, place, caseNumber } = body.settings;
      const row = tx.create(MeetingRow, {
        ...{ start, end, place, caseNumber },
        ...fields,
        ...origin,
        id: newId(),
        cancelledBecause: null,
        version: 1,
      });
      orRefuse(checkTimes(row));
      await tx.insert(MeetingRow, row);
      await record(tx, context, {
        name: 'meeting.created',
        subject: { kind: 'meeting', id: row.id },
        scopeId: body.id,
        data: { ...fields, ...origin },
      });
      return this.view(tx, context.actor, row);
    });
  }

  change(context: RequestContext, id: string, ifMatch: number, fields: ChangeMeeting): Promise<MeetingView> {
    return this.transactions.run(context, async (tx) => {
      const { meeting: row } = await loadRunMeeting(tx, context.actor, id, { lock: true });
      checkVersion(row, ifMatch, await this.view(tx, context.actor, row));
      orRefuse(mayEditMeeting(row.state));
      const { date, start, end } = Object.assign({}, row, fields);
      orRefuse(checkTimes({ date, start, end }));
      const changes = changesOf(row, fields);
      await saveVersioned(tx, MeetingRow, row, fields);
      await record(tx, context, {
        name: 'meeting.changed',
        subject: { kind: 'meeting', id },
        scopeId: row.bodyId,
        changes,
      });
      return this.view(tx, context.actor, row);
    });
  }

  step(context: RequestContext, id: string, ifMatch: number, step: MeetingStepRequest): Promise<MeetingView> {
    return this.transactions.run(context, async (tx) => {
      const { meeting: row } = await loadRunMeeting(tx, context.actor, id, { lock: true });
      checkVersion(row, ifMatch, await this.view(tx, context.actor, row));
      await this.moveOn(tx, context, row, step);
      return this.view(tx, context.actor, row);
    });
  }

  /** Takes a step with a meeting that the caller has locked; for the features that draft, send and close. */
  async moveOn(
    tx: EntityManager,
    context: RequestContext,
    row: MeetingRow,
    step: { action: Parameters<typeof takeMeetingStep>[0]['action']; reason: string | null },
  ): Promise<void> {
    const from = row.state;
    const facts = await meetingFacts(tx, row);
    const state = orRefuse(takeMeetingStep({ state: from, action: step.action, reason: step.reason, facts }));
    const cancelledBecause = state === 'cancelled' ? step.reason : null;
    await saveVersioned(tx, MeetingRow, row, { state, cancelledBecause });
    await record(tx, context, {
      name: 'meeting.moved-on',
      subject: { kind: 'meeting', id: row.id },
      scopeId: row.bodyId,
      data: { action: step.action, from, to: state, reason: step.reason },
    });
  }

  /** The meeting as its readers get it. */
  async view(tx: EntityManager, actor: Actor, row: MeetingRow): Promise<MeetingView> {
    const body = await load(tx, BodyRow, 'body', row.bodyId);
    return meetingView(row, body, await this.deadlineCalendar(tx), actor);
  }

  /** Read on the connection at hand: a transaction that waits for another one holds all others up. */
  private async deadlineCalendar(tx: EntityManager): Promise<DeadlineCalendar> {
    const closingDays = await this.calendar.closingDayRules(tx);
    return { closingDays, now: { date: this.clock.today(), time: this.clock.timeOfDay() } };
  }
}
