import { Injectable } from '@nestjs/common';
import type { ChangePerson, CreatePerson, PersonQuery, PersonView } from '../../contracts/organisation.js';
import { ownId } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, load, saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow, notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { PersonRow } from './organisation.entity.js';
import { mayAdminister, maySeePerson } from './organisation.policy.js';
import { personView } from './organisation.view.js';

@Injectable()
export class PeopleService {
  constructor(private readonly transactions: Transactions) {}

  async list({ actor }: RequestContext, query: PersonQuery): Promise<Page<PersonView>> {
    const rows = this.transactions.reader.createQueryBuilder(PersonRow, 'person');
    if (!maySeePerson(actor, null)) rows.andWhere('person.id = :self', { self: ownId(actor) });
    if (query.unitId !== undefined) rows.andWhere('person.unitId = :unitId', { unitId: query.unitId });
    if (query.active !== undefined) rows.andWhere('person.active = :active', { active: query.active });
    const page = await readPage(rows, query, [
      { column: 'person.name', value: (row) => row.name },
      { column: 'person.id', value: (row) => row.id },
    ]);
    return { ...page, items: page.items.map((row) => personView(row, actor)) };
  }

  async get({ actor }: RequestContext, id: string): Promise<PersonView> {
    if (!maySeePerson(actor, id)) throw notFound('person', id);
    return personView(await load(this.transactions.reader, PersonRow, 'person', id), actor);
  }

  create(context: RequestContext, fields: CreatePerson): Promise<PersonView> {
    return this.transactions.run(context, async (tx) => {
      allow(mayAdminister(context.actor));
      const row = tx.create(PersonRow, { id: newId(), version: 1, ...fields });
      await tx.insert(PersonRow, row);
      // Who a person is stands in the row; the event holds only that there is a new one.
      await record(tx, context, { name: 'person.created', subject: { kind: 'person', id: row.id } });
      return personView(row, context.actor);
    });
  }

  change(context: RequestContext, id: string, ifMatch: number, fields: ChangePerson): Promise<PersonView> {
    return this.transactions.run(context, async (tx) => {
      if (!maySeePerson(context.actor, id)) throw notFound('person', id);
      await load(tx, PersonRow, 'person', id);
      allow(mayAdminister(context.actor));
      const row = await load(tx, PersonRow, 'person', id, { lock: true });
      checkVersion(row, ifMatch, personView(row, context.actor));
      // What a person was called stands beside the row, from where it can be taken away.
      const changes = changesOf(row, fields, { closed: true });
      await saveVersioned(tx, PersonRow, row, fields);
      await record(tx, context, {
        name: 'person.changed',
        subject: { kind: 'person', id },
        data: { fields: Object.keys(fields) },
        changes,
      });
      return personView(row, context.actor);
    });
  }
}
