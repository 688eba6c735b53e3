import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isOneself, isProduct } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { allow, notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { PeopleService, PersonRow } from '../organisation/index.js';
import { mayExportRecord } from './audit.policy.js';
import { SECTIONS } from './person-record.queries.js';
import type { Section } from './person-record.queries.js';

@Injectable()
export class PersonRecordService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything recorded about a person, as the pieces of one JSON object, read a page at a time while it is sent. That
   * it was exported is on record before the first piece is given.
   */
  async export(context: RequestContext, personId: string): Promise<AsyncGenerator<string>> {
    await this.transactions.run(context, async (tx) => {
      await this.people.get(context, personId);
      allow(mayExportRecord(context.actor, personId));
      await record(tx, context, {
        name: 'person.record-exported',
        subject: { kind: 'person', id: personId },
      });
    });
    const { actor } = context;
    const isOwn = !isProduct(actor) && isOneself(actor, personId);
    const isWhole = isProduct(actor) || isOwn;
    return written(this.transactions.reader, { personId, isWhole, isOwn }, this.clock.now());
  }

  /** The id of the person with these initials; throws `not-found` when there is none, or more than one. */
  async idByInitials(initials: string): Promise<string> {
    const found = await this.transactions.reader.findBy(PersonRow, { initials });
    const [person] = found;
    if (!person || found.length > 1) throw notFound('person with the initials', initials);
    return person.id;
  }
}

/** Whose record it is, whether it is for nobody else, and whether they read it themself. */
interface Wanted {
  readonly personId: string;
  readonly isWhole: boolean;
  readonly isOwn: boolean;
}

async function* written(tx: EntityManager, whose: Wanted, now: Date): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(now.toISOString())}`;
  for (const section of SECTIONS) {
    yield `,\n${JSON.stringify(section.name)}:[`;
    yield* rowsOf(tx, section, whose);
    yield ']';
  }
  yield '}\n';
}

async function* rowsOf(
  tx: EntityManager,
  { sql }: Section,
  { personId, isWhole, isOwn }: Wanted,
): AsyncGenerator<string> {
  let after = '';
  for (let first = true; ; first = false) {
    const page = await tx.query<{ key: string; row: unknown }[]>(sql, [personId, after, isWhole, isOwn]);
    const last = page.at(-1);
    if (last === undefined) return;
    yield `${first ? '\n' : ',\n'}${page.map(({ row }) => JSON.stringify(row)).join(',\n')}`;
    after = last.key;
  }
}
