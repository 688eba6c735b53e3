import { Inject, Injectable } from '@nestjs/common';
import type { MeetingCalendarQuery } from '../../contracts/meetings.js';
import { calendarText } from '../../domain/sending/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { ACCESS } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { readInParts } from '../../platform/database/parts.js';
import { Transactions } from '../../platform/database/transactions.js';
import { readPage } from '../../platform/http/paging.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { calendarOf } from '../../platform/mail/calendar-file.js';
import { BodyRow, Reach } from '../organisation/index.js';
import { meetingPartsSeen } from './meeting.access.js';
import { MeetingRow } from './meeting.entity.js';
import { BY_DATE } from './meetings.service.js';

/** Writes meetings for somebody's own calendar. */
@Injectable()
export class MeetingCalendarService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(ACCESS) private readonly access: AccessConfig,
  ) {}

  /** Those of the meetings that the one who asks sees, with what every reader of a meeting knows of it. */
  async file({ actor }: RequestContext, { ids }: MeetingCalendarQuery): Promise<string> {
    const tx = this.transactions.reader;
    const bodies = await tx.find(BodyRow);
    const names = new Map(bodies.map(({ id, name }) => [id, name]));
    const rows = tx.createQueryBuilder(MeetingRow, 'meeting');
    rows.andWhere('meeting.id = ANY(CAST(:ids AS uuid[]))', { ids: [...ids] });
    const parts = meetingPartsSeen(rows, new Reach(actor, bodies));
    const { items } = await readPage(rows, { limit: ids.length }, BY_DATE, (asked) =>
      readInParts(tx, asked, parts),
    );
    const stamp = this.clock.now();
    return calendarOf(
      items.map(({ id, bodyId, date, start, end, place, state }) => {
        const link = `${this.access.publicUrl}/meetings/${id}`;
        const bodyName = names.get(bodyId) ?? '';
        return {
          ...{ uid: `${id}@dagsorden`, stamp, date, start, end, place, url: link },
          ...calendarText({ bodyName, date, start, end, place }, link),
          // What a mail has told or will tell this calendar is newer.
          sequence: 0,
          isCancelled: state === 'cancelled',
        };
      }),
    );
  }
}
