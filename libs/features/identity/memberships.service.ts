import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  ChangeMembership,
  CreateMembership,
  MembershipQuery,
  MembershipView,
} from '../../contracts/rights.js';
import { checkMembership, checkSubstitute } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, load, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { PersonRow } from '../organisation/index.js';
import { MembershipRow } from './identity.entity.js';
import { StandInsService } from './stand-ins/stand-ins.service.js';
import { mayAdminister } from '../organisation/index.js';

@Injectable()
export class MembershipsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly standIns: StandInsService,
  ) {}

  async list(context: RequestContext, query: MembershipQuery): Promise<Page<MembershipView>> {
    allow(mayAdminister(context.actor));
    const tx = this.transactions.reader;
    const rows = tx.createQueryBuilder(MembershipRow, 'membership');
    for (const filter of ['personId', 'bodyId', 'unitId'] as const) {
      const value = query[filter];
      if (value !== undefined) rows.andWhere(`membership.${filter} = :${filter}`, { [filter]: value });
    }
    const page = await readPage(rows, query, [{ column: 'membership.id', value: (row) => row.id }]);
    const names = await namesOf(
      tx,
      page.items.map((row) => row.personId),
    );
    return { ...page, items: page.items.map((row) => view(row, names.get(row.personId) ?? '')) };
  }

  create(context: RequestContext, fields: CreateMembership): Promise<MembershipView> {
    return this.transactions.run(context, async (tx) => {
      allow(mayAdminister(context.actor));
      orRefuse(checkMembership(fields));
      await refuseUnlikeSubstitute(tx, fields);
      const row = tx.create(MembershipRow, { ...fields, id: newId(), version: 1 });
      await tx.insert(MembershipRow, row);
      await record(tx, context, {
        name: 'membership.created',
        subject: { kind: 'membership', id: row.id },
        scopeId: row.personId,
        data: { ...fields },
      });
      return this.view(tx, row);
    });
  }

  /** Changes from when to when it is in force; another role is another membership. */
  change(
    context: RequestContext,
    id: string,
    ifMatch: number,
    fields: ChangeMembership,
  ): Promise<MembershipView> {
    return this.transactions.run(context, async (tx) => {
      allow(mayAdminister(context.actor));
      const row = await load(tx, MembershipRow, 'membership', id, { lock: true });
      checkVersion(row, ifMatch, await this.view(tx, row));
      orRefuse(checkMembership(Object.assign({}, row, fields)));
      await saveVersioned(tx, MembershipRow, row, fields);
      await record(tx, context, {
        name: 'membership.changed',
        subject: { kind: 'membership', id },
        scopeId: row.personId,
        data: { ...fields },
      });
      await this.standIns.endIdle(tx, context, row.personId);
      return this.view(tx, row);
    });
  }

  private async view(tx: EntityManager, row: MembershipRow): Promise<MembershipView> {
    const names = await namesOf(tx, [row.personId]);
    return view(row, names.get(row.personId) ?? '');
  }
}

/** Who is stood in for must be there; a substitute is held to what they stand in for. */
async function refuseUnlikeSubstitute(tx: EntityManager, fields: CreateMembership): Promise<void> {
  if (fields.substituteFor === null) return;
  const stoodInFor = await tx.findOneBy(MembershipRow, { id: fields.substituteFor });
  if (!stoodInFor)
    throw problemOf('reference-not-found', `There is no membership ${fields.substituteFor}.`, {
      at: 'substituteFor',
    });
  orRefuse(checkSubstitute(fields, stoodInFor));
}

async function namesOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await tx
    .createQueryBuilder(PersonRow, 'person')
    .where('person.id = ANY(:ids)', { ids: [...new Set(ids)] })
    .getMany();
  return new Map(people.map(({ id, name }) => [id, name]));
}

function view(row: MembershipRow, personName: string): MembershipView {
  const { id, personId, role, bodyId, unitId, pointId, validFrom, validTo, substituteFor, version } = row;
  return {
    id,
    personId,
    personName,
    role,
    bodyId,
    unitId,
    pointId,
    validFrom,
    validTo,
    substituteFor,
    version,
  };
}
