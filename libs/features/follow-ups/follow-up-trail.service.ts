import { Injectable } from '@nestjs/common';
import type {
  CreateFollowUpNote,
  FollowUpNoteView,
  FollowUpTrailQuery,
  PastDueView,
} from '../../contracts/follow-ups.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { judgedThenLocked } from '../../platform/database/versioned.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { loadSeenFollowUp } from './follow-up.access.js';
import { recordFollowUp, writeNote } from './follow-up.changes.js';
import { FollowUpDueChangeRow, FollowUpNoteRow } from './follow-up.entity.js';
import { followUpNoteView, pastDueView } from './follow-up.view.js';
import { mayWorkOnFollowUp } from './follow-ups.policy.js';

/** What gathers on a follow-up over time: notes, and the dues it has had. Ids are in the order of time. */
@Injectable()
export class FollowUpTrailService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async notes(
    { actor }: RequestContext,
    id: string,
    query: FollowUpTrailQuery,
  ): Promise<Page<FollowUpNoteView>> {
    await loadSeenFollowUp(this.transactions.reader, actor, id);
    const rows = this.transactions.reader
      .createQueryBuilder(FollowUpNoteRow, 'note')
      .where('note.followUpId = :id', { id });
    const page = await readPage(rows, query, [{ column: 'note.id', value: (row) => row.id }]);
    return { ...page, items: page.items.map(followUpNoteView) };
  }

  /** Adds a note. The follow-up itself does not change, so nobody's edit of it becomes stale. */
  note(context: RequestContext, id: string, { text }: CreateFollowUpNote): Promise<FollowUpNoteView> {
    return this.transactions.run(context, async (tx) => {
      const followUp = await judgedThenLocked(async (options) => {
        const seen = await loadSeenFollowUp(tx, context.actor, id, options);
        allow(mayWorkOnFollowUp(context.actor, seen));
        return seen;
      });
      const row = await writeNote(tx, id, this.clock.now(), { action: null, text });
      await recordFollowUp(tx, context, 'follow-up.noted', followUp, { noteId: row.id });
      return followUpNoteView(row);
    });
  }

  async pastDues(
    { actor }: RequestContext,
    id: string,
    query: FollowUpTrailQuery,
  ): Promise<Page<PastDueView>> {
    await loadSeenFollowUp(this.transactions.reader, actor, id);
    const rows = this.transactions.reader
      .createQueryBuilder(FollowUpDueChangeRow, 'change')
      .where('change.followUpId = :id', { id });
    const page = await readPage(rows, query, [{ column: 'change.id', value: (row) => row.id }]);
    return { ...page, items: page.items.map(pastDueView) };
  }
}
