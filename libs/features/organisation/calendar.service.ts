import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClosingDays } from '../../contracts/organisation.js';
import type { ClosingDay } from '../../domain/calendar/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { allow } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { ClosingDayRow } from './organisation.entity.js';
import { mayAdminister } from './organisation.policy.js';

/** The municipality's calendar has one row of its own in the event table's histories. */
const CALENDAR_ID = '0190a000-0000-7000-8000-000000000001';

@Injectable()
export class CalendarService {
  constructor(private readonly transactions: Transactions) {}

  async closingDays(tx: EntityManager = this.transactions.reader): Promise<ClosingDays> {
    const rows = await tx.find(ClosingDayRow, {
      order: { month: 'ASC', day: 'ASC', date: 'ASC' },
    });
    return { days: rows.map(closingDayView) };
  }

  /** The closing days as the rules of the calendar take them. */
  async closingDayRules(tx: EntityManager): Promise<ClosingDay[]> {
    return (await this.closingDays(tx)).days;
  }

  replaceClosingDays(context: RequestContext, { days }: ClosingDays): Promise<ClosingDays> {
    return this.transactions.run(context, async (tx) => {
      allow(mayAdminister(context.actor));
      await tx.query('LOCK TABLE closing_day IN SHARE ROW EXCLUSIVE MODE');
      const before = await tx.find(ClosingDayRow, { order: { id: 'ASC' } });
      await tx.clear(ClosingDayRow);
      await tx.insert(
        ClosingDayRow,
        days.map((day) => ({
          id: newId(),
          name: day.name,
          month: 'date' in day ? null : day.month,
          day: 'date' in day ? null : day.day,
          date: 'date' in day ? day.date : null,
        })),
      );
      await record(tx, context, {
        name: 'closing-days.changed',
        subject: { kind: 'calendar', id: CALENDAR_ID },
        changes: changesOf({ days: before.map(closingDayView) }, { days }),
      });
      return { days };
    });
  }
}

function closingDayView({ name, month, day, date }: ClosingDayRow): ClosingDays['days'][number] {
  return date === null ? { name, month: month ?? 1, day: day ?? 1 } : { name, date };
}
