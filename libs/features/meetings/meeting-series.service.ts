import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  CreateMeetingSeries,
  MeetingDatesView,
  MeetingSeriesView,
  NextSlotView,
  RhythmQuery,
} from '../../contracts/meeting-series.js';
import { createMeeting } from '../../contracts/meetings.js';
import type { MeetingView } from '../../contracts/meetings.js';
import { checkSeriesDates, nextOrdinaryDate, seriesOf } from '../../domain/meeting/index.js';
import { insightInto } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { load } from '../../platform/database/versioned.js';
import { allow, notFound, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import { within } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { BodyRow, CalendarService } from '../organisation/index.js';
import { mayRunMeetings } from './meetings.policy.js';
import { MeetingsService } from './meetings.service.js';

/** Many meetings of one body at once: the dates that a rhythm gives, and then those of them that somebody has confirmed. */
@Injectable()
export class MeetingSeriesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarService,
    private readonly meetings: MeetingsService,
    private readonly clock: Clock,
  ) {}

  /** The dates of a rhythm; makes nothing. */
  async dates({ actor }: RequestContext, bodyId: string, rhythm: RhythmQuery): Promise<MeetingDatesView> {
    const tx = this.transactions.reader;
    await this.runBody(tx, actor, bodyId);
    const { dates, skipped } = orRefuse(seriesOf(rhythm, await this.calendar.closingDayRules(tx)));
    const taken = await takenAmong(tx, bodyId, dates);
    return {
      bodyId,
      dates: dates.map((date) => ({ date, taken: taken.has(date) })),
      skipped: [...skipped],
    };
  }

  /** The next day the body would meet on by its habit, at its own time and place. */
  async nextSlot({ actor }: RequestContext, bodyId: string): Promise<NextSlotView> {
    const tx = this.transactions.reader;
    const body = await this.runBody(tx, actor, bodyId);
    const rows = await tx.query<{ date: string }[]>(
      `SELECT date::text AS date FROM meeting
       WHERE body_id = $1 AND kind = 'ordinary' AND state <> 'cancelled' ORDER BY date DESC LIMIT 60`,
      [bodyId],
    );
    const date = nextOrdinaryDate(
      rows.map((row) => row.date),
      this.clock.today(),
      await this.calendar.closingDayRules(tx),
    );
    const { start, end, place } = body.settings;
    return { bodyId, date, start, end, place };
  }

  /** A body whose meetings the actor plans; one they do not see is as one that does not exist. */
  private async runBody(tx: EntityManager, actor: Actor, bodyId: string): Promise<BodyRow> {
    const body = await tx.findOneBy(BodyRow, { id: bodyId });
    if (body === null || !isThereFor(actor, body)) throw notFound('body', bodyId);
    allow(mayRunMeetings(actor, bodyId));
    return body;
  }

  /** Makes a meeting on each date, all or none. */
  create(
    context: RequestContext,
    { bodyId, dates, ...fields }: CreateMeetingSeries,
  ): Promise<MeetingSeriesView> {
    return this.transactions.run(context, async (tx) => {
      const body = await tx.findOneBy(BodyRow, { id: bodyId });
      if (!isThereFor(context.actor, body))
        throw problemOf('reference-not-found', `There is no body ${bodyId}.`, { at: 'bodyId' });
      allow(mayRunMeetings(context.actor, bodyId));
      // Two who confirm the same series at once are one after the other.
      await load(tx, BodyRow, 'body', bodyId, { lock: true });
      const items: MeetingView[] = [];
      for (const date of orRefuse(checkSeriesDates(dates, await takenAmong(tx, bodyId, dates))))
        items.push(
          await this.meetings.create(within(context, tx), createMeeting.parse({ ...fields, bodyId, date })),
        );
      const id = newId();
      await tx.query('INSERT INTO meeting_series (id, body_id, meetings) VALUES ($1, $2, $3)', [
        ...[id, bodyId, items.map((item) => item.id)],
      ]);
      return { id, items };
    });
  }
}

function isThereFor(actor: Actor, body: BodyRow | null): boolean {
  return body !== null && insightInto(actor, body) !== 'none';
}

/** The days among some on which a body has a meeting that was not cancelled. */
async function takenAmong(
  tx: EntityManager,
  bodyId: string,
  dates: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ date: string }[]>(
    "SELECT DISTINCT date::text AS date FROM meeting WHERE body_id = $1 AND date = ANY($2::date[]) AND state <> 'cancelled'",
    [bodyId, dates],
  );
  return new Set(rows.map(({ date }) => date));
}
