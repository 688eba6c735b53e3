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
import { readAsked, readPoints, submittedRows } from './indstilling.access.js';
import { countsOfLists, indstillingerSeen, questionsTo, wantedDatesOf } from './indstilling.queries.js';
import { listedIndstilling } from './indstilling.view.js';
import { seesWhole } from './indstillinger.policy.js';
import { whereaboutsOf } from './whereabouts.js';

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
    await readPoints(tx, actor, page.items);
    await readAsked(tx, actor, page.items);
    const whole = page.items.filter((row) => seesWhole(actor, row));
    const whereabouts = await whereaboutsOf(tx, whole, this.clock.today());
    const others = page.items.filter(({ id }) => !whereabouts.has(id));
    const asSubmitted = await submittedRows(tx, reach, others);
    const dates = await wantedDatesOf(
      tx,
      whole.map(({ id }) => id),
    );
    const questions = await questionsTo(tx, reach, [...whereabouts.keys()]);
    const closingDays = await this.calendar.closingDayRules(tx);
    const calendar = { closingDays, now: { date: this.clock.today(), time: this.clock.timeOfDay() } };
    return {
      ...page,
      items: page.items.flatMap((listed) => {
        const body = bodies.get(listed.bodyId);
        const there = whereabouts.get(listed.id);
        const row = there ? listed : asSubmitted.get(listed.id);
        if (!body || !row) return [];
        const seen = there
          ? { sight: 'whole' as const, whereabouts: there }
          : { sight: 'submitted' as const };
        const date = reach.into(body.id) === 'none' ? null : (dates.get(listed.id) ?? null);
        const questionDueOn = questions.get(listed.id) ?? null;
        return [listedIndstilling({ row, body, ...seen }, actor, { date, questionDueOn }, calendar)];
      }),
    };
  }

  async counts({ actor }: RequestContext): Promise<IndstillingCounts> {
    const tx = this.transactions.reader;
    return countsOfLists(tx, await reachOf(tx, actor));
  }
}
