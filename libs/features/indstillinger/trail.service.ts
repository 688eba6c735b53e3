import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type {
  IndstillingVersionSummary,
  IndstillingVersionView,
  TakenStep,
  TrailQuery,
} from '../../contracts/indstilling-trail.js';
import { isRegrettable, regretUntil } from '../../domain/indstilling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { REGRET_SECONDS } from '../../platform/config/regret.js';
import { Transactions } from '../../platform/database/transactions.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { PersonRow } from '../organisation/index.js';
import { loadSeenIndstilling, loadWholeIndstilling, mayBeRead, seenVersions } from './indstilling.access.js';
import { IndstillingStepRow, IndstillingVersionRow } from './indstilling.entity.js';
import { mayTakeBackStep } from './indstillinger.policy.js';
import { newestStep } from './steps.queries.js';
import { takenStep, versionSummary, versionView } from './indstilling.view.js';
import type { SeenIndstilling } from './indstilling.view.js';

/** The trail an indstilling leaves on its way: the steps taken and the versions submitted. */
@Injectable()
export class TrailService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(REGRET_SECONDS) private readonly regretSeconds: number,
  ) {}

  async steps(context: RequestContext, id: string, query: TrailQuery): Promise<Page<TakenStep>> {
    const reader = this.transactions.reader;
    const seen = await loadWholeIndstilling(reader, context.actor, id);
    const rows = reader
      .createQueryBuilder(IndstillingStepRow, 'step')
      .where('step.indstillingId = :id', { id });
    const page = await readPage(rows, query, [{ column: 'step.id', value: (row) => row.id }]);
    const names = await namesOf(
      reader,
      page.items.flatMap(({ personId, forPersonId }) => [personId, forPersonId]),
    );
    const regret = await this.regretOf(reader, context, seen);
    const until = (step: IndstillingStepRow) => (regret?.stepId === step.id ? regret.until : null);
    return { ...page, items: page.items.map((step) => takenStep(step, names, until(step))) };
  }

  /** All versions or, for those who see what an agenda was sent with, that one. */
  async versions(
    { actor }: RequestContext,
    id: string,
    query: TrailQuery,
  ): Promise<Page<IndstillingVersionSummary>> {
    const reader = this.transactions.reader;
    const seen = await loadSeenIndstilling(reader, actor, id);
    const rows = reader
      .createQueryBuilder(IndstillingVersionRow, 'submitted')
      .where('submitted.indstillingId = :id', { id });
    if (seen.sight === 'submitted') rows.andWhere('submitted.number = :last', { last: seen.row.submission });
    const page = await readPage(rows, query, [
      { column: 'submitted.number', value: (row) => String(row.number), direction: 'DESC' },
    ]);
    return { ...page, items: (await seenVersions(reader, seen, page.items)).map(versionSummary) };
  }

  async versionNumbered(
    { actor }: RequestContext,
    id: string,
    number: number,
  ): Promise<IndstillingVersionView> {
    const reader = this.transactions.reader;
    const seen = await loadSeenIndstilling(reader, actor, id);
    const found = mayBeRead(seen, number)
      ? await reader.findBy(IndstillingVersionRow, { indstillingId: id, number })
      : [];
    const [row] = await seenVersions(reader, seen, found);
    if (!row) throw notFound('submitted version of an indstilling', `${id}, ${number}`);
    return versionView(row, seen.body);
  }

  /** The step that the actor may take back now, and until when; whether its bilag still are the same is said when it is tried. */
  private async regretOf(
    tx: EntityManager,
    { actor }: RequestContext,
    { row, sight }: SeenIndstilling,
  ): Promise<{ stepId: string; until: Date } | null> {
    const step = await newestStep(tx, row.id);
    if (!step || !isRegrettable(step.action) || step.versionAfter !== row.version) return null;
    const until = regretUntil(step.at, this.regretSeconds);
    if (until <= this.clock.now() || mayTakeBackStep(actor, row, step, sight) !== true) return null;
    return { stepId: step.id, until };
  }
}

/** The names of people by their ids. */
async function namesOf(
  tx: EntityManager,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const people = await tx.find(PersonRow, {
    where: { id: In(ids.flatMap((id) => id ?? [])) },
    select: { id: true, name: true },
  });
  return new Map(people.map((person) => [person.id, person.name]));
}
