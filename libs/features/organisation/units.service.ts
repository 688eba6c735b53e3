import { Injectable } from '@nestjs/common';
import type { ChangeUnit, CreateUnit, PageQuery, UnitView } from '../../contracts/organisation.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, load, saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { UnitRow } from './organisation.entity.js';
import { mayAdminister } from './organisation.policy.js';
import { unitView } from './organisation.view.js';

@Injectable()
export class UnitsService {
  constructor(private readonly transactions: Transactions) {}

  async list({ actor }: RequestContext, query: PageQuery): Promise<Page<UnitView>> {
    const rows = this.transactions.reader.createQueryBuilder(UnitRow, 'unit');
    const page = await readPage(rows, query, [
      { column: 'unit.code', value: (row) => row.code },
      { column: 'unit.id', value: (row) => row.id },
    ]);
    return { ...page, items: page.items.map((row) => unitView(row, actor)) };
  }

  async get({ actor }: RequestContext, id: string): Promise<UnitView> {
    return unitView(await load(this.transactions.reader, UnitRow, 'unit', id), actor);
  }

  create(context: RequestContext, fields: CreateUnit): Promise<UnitView> {
    return this.transactions.run(context, async (tx) => {
      allow(mayAdminister(context.actor));
      const row = tx.create(UnitRow, { id: newId(), version: 1, ...fields });
      await tx.insert(UnitRow, row);
      await record(tx, context, {
        name: 'unit.created',
        subject: { kind: 'unit', id: row.id },
        data: fields,
      });
      return unitView(row, context.actor);
    });
  }

  change(context: RequestContext, id: string, ifMatch: number, fields: ChangeUnit): Promise<UnitView> {
    return this.transactions.run(context, async (tx) => {
      await load(tx, UnitRow, 'unit', id);
      allow(mayAdminister(context.actor));
      const row = await load(tx, UnitRow, 'unit', id, { lock: true });
      checkVersion(row, ifMatch, unitView(row, context.actor));
      const changes = changesOf(row, fields);
      await saveVersioned(tx, UnitRow, row, fields);
      await record(tx, context, { name: 'unit.changed', subject: { kind: 'unit', id }, changes });
      return unitView(row, context.actor);
    });
  }
}
