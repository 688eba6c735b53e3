import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MOST_VIEWS } from '../../contracts/saved-views.js';
import type {
  ChangeSavedView,
  CreateSavedView,
  SavedViewOfPage,
  SavedViewQuery,
  SavedViewsOfPage,
} from '../../contracts/saved-views.js';
import { ownId } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, load, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { ProblemError, notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { SavedViewRow } from './saved-view.entity.js';
import { maySeeView } from './saved-views.policy.js';

/** The sets of filters that somebody keeps under a name; what is recorded of them is which, never how they are called. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly transactions: Transactions) {}

  async list({ actor }: RequestContext, { page }: SavedViewQuery): Promise<SavedViewsOfPage> {
    const personId = ownId(actor);
    // They are not there for whoever sees what somebody else sees.
    if (personId === null) return { items: [] };
    const rows = await this.transactions.reader.find(SavedViewRow, {
      where: { personId, page },
      order: { name: 'ASC' },
    });
    return { items: rows.map(view) };
  }

  create(context: RequestContext, fields: CreateSavedView): Promise<SavedViewOfPage> {
    return this.transactions.run(context, async (tx) => {
      const personId = ownId(context.actor);
      if (personId === null) throw notFound('person', 'signed in');
      // Two tabs of one person are one after the other.
      await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
      if ((await tx.countBy(SavedViewRow, { personId, page: fields.page })) >= MOST_VIEWS)
        throw new ProblemError('too-many-views', `At most ${MOST_VIEWS} views are kept of a page.`);
      const row = tx.create(SavedViewRow, { ...fields, id: newId(), personId, version: 1 });
      await tx.insert(SavedViewRow, row);
      await this.record(tx, context, 'saved-view.created', row);
      return view(row);
    });
  }

  change(
    context: RequestContext,
    id: string,
    ifMatch: number,
    fields: ChangeSavedView,
  ): Promise<SavedViewOfPage> {
    return this.transactions.run(context, async (tx) => {
      const row = await loadOwn(tx, context, id);
      checkVersion(row, ifMatch, view(row));
      await saveVersioned(tx, SavedViewRow, row, fields);
      await this.record(tx, context, 'saved-view.changed', row);
      return view(row);
    });
  }

  remove(context: RequestContext, id: string, ifMatch: number): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      const row = await loadOwn(tx, context, id);
      checkVersion(row, ifMatch, view(row));
      await tx.delete(SavedViewRow, id);
      await this.record(tx, context, 'saved-view.removed', row);
    });
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    name: 'saved-view.created' | 'saved-view.changed' | 'saved-view.removed',
    { id, personId }: SavedViewRow,
  ): Promise<void> {
    return record(tx, context, { name, subject: { kind: 'person', id: personId }, data: { viewId: id } });
  }
}

/** One's own view; any other is as one that does not exist. */
async function loadOwn(tx: EntityManager, { actor }: RequestContext, id: string): Promise<SavedViewRow> {
  const row = await load(tx, SavedViewRow, 'saved view', id, { lock: true });
  if (!maySeeView(actor, row)) throw notFound('saved view', id);
  return row;
}

function view({ id, page, name, search, version }: SavedViewRow): SavedViewOfPage {
  return { id, page, name, search, version };
}
