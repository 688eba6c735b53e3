import { Injectable } from '@nestjs/common';
import type { AarshjulView, ReplaceAarshjul } from '../../contracts/aarshjul.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { allow } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { holdBodyToChange, loadSeenBody, mayChangeBody } from '../organisation/index.js';
import { AarshjulRow } from './aarshjul.entity.js';

/** What a body takes up every year, kept with its settings by those who keep these. */
@Injectable()
export class AarshjulService {
  constructor(private readonly transactions: Transactions) {}

  async get({ actor }: RequestContext, bodyId: string): Promise<AarshjulView> {
    const tx = this.transactions.reader;
    allow(mayChangeBody(actor, await loadSeenBody(tx, actor, bodyId)));
    return view((await tx.findOneBy(AarshjulRow, { id: bodyId })) ?? emptyOf(bodyId));
  }

  replace(
    context: RequestContext,
    bodyId: string,
    ifMatch: number,
    { items }: ReplaceAarshjul,
  ): Promise<AarshjulView> {
    return this.transactions.run(context, async (tx) => {
      await holdBodyToChange(tx, context.actor, bodyId);
      await tx.query('INSERT INTO aarshjul (id) VALUES ($1) ON CONFLICT DO NOTHING', [bodyId]);
      const row = await tx.findOneByOrFail(AarshjulRow, { id: bodyId });
      checkVersion(row, ifMatch, view(row));
      // Some may become closed points.
      const changes = changesOf({ items: row.items }, { items }, { closed: true });
      await saveVersioned(tx, AarshjulRow, row, { items });
      await record(tx, context, {
        name: 'aarshjul.changed',
        subject: { kind: 'body', id: bodyId },
        data: { count: items.length },
        changes,
      });
      return view(row);
    });
  }
}

/** The aarshjul of a body that has written nothing yet. */
function emptyOf(id: string): AarshjulRow {
  return Object.assign(new AarshjulRow(), { id, items: [], version: 1 });
}

function view({ id, items, version }: AarshjulRow): AarshjulView {
  return { bodyId: id, items, version };
}
