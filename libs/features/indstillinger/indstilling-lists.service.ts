import { Injectable } from '@nestjs/common';
import type {
  IndstillingCounts,
  IndstillingQuery,
  ListedIndstilling,
} from '../../contracts/indstillinger.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { BodyRow, CalendarService, Reach, reachOf } from '../organisation/index.js';
import { submittedRows } from './indstilling.access.js';
import { countsOfLists, indstillingerSeen, whereaboutsOf } from './indstilling.queries.js';
import { listedIndstilling } from './indstilling.view.js';
import { seesWhole } from './indstillinger.policy.js';

/** The lists of indstillinger: asked of the database with what somebody may see, so that nothing is filtered afterwards. */
@Injectable()
export class IndstillingListsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  async list({ actor }: RequestContext, query: IndstillingQuery): Promise<Page<ListedIndstilling>> {
    const tx = this.transactions.reader;
    const bodies = new Map((await tx.find(BodyRow)).map((body) => [body.id, body]));
    const reach = new Reach(actor, [...bodies.values()]);
    const page = await readPage(indstillingerSeen(tx, reach, query), query, [
      { column: 'indstilling.id', value: (row) => row.id, direction: 'DESC' },
    ]);
    const isWhole = new Set(page.items.filter((row) => seesWhole(actor, row)).map(({ id }) => id));
    const asSubmitted = await submittedRows(
      tx,
      reach,
      page.items.filter(({ id }) => !isWhole.has(id)),
    );
    const whereabouts = await whereaboutsOf(tx, [...isWhole]);
    const closingDays = await this.calendar.closingDayRules(tx);
    const calendar = { closingDays, now: { date: this.clock.today(), time: this.clock.timeOfDay() } };
    return {
      ...page,
      items: page.items.flatMap((whole) => {
        const body = bodies.get(whole.bodyId);
        const row = isWhole.has(whole.id) ? whole : asSubmitted.get(whole.id);
        if (!body || !row) return [];
        const sight = row === whole ? ('whole' as const) : ('submitted' as const);
        const { since = null, meetingDate = null } = whereabouts.get(whole.id) ?? {};
        const seenDate = reach.into(body.id) === 'none' ? null : meetingDate;
        return [listedIndstilling({ row, body, sight }, actor, since, seenDate, calendar)];
      }),
    };
  }

  async counts({ actor }: RequestContext): Promise<IndstillingCounts> {
    const tx = this.transactions.reader;
    return countsOfLists(tx, await reachOf(tx, actor));
  }
}
