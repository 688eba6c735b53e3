import { Injectable } from '@nestjs/common';
import { OWN_EVENT_NAMES } from '../../contracts/events.js';
import type { EventName } from '../../contracts/events.js';
import type { HistoryEvent, HistoryQuery } from '../../contracts/history.js';
import { isOneself } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { READ_EVENT_NAMES } from '../../platform/events/read-log.js';
import type { Subject } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { EventEntity } from './event.entity.js';
import { referencesOf } from './history.references.js';
import { historyEventView, textsShown } from './history.view.js';
import { ReadableSubjects } from './readable-subjects.js';

/**
 * What only those who read all of a history are told of: who read closed things, that somebody is disqualified or invited as a guest, and how a
 * sending came about that its readers were not to see before it was out; nor that something closed may still be missing, or
 * was changed in a word processor.
 */
export const KEPT_BACK: readonly EventName[] = [
  ...READ_EVENT_NAMES,
  'disqualification.recorded',
  'guests.recorded',
  'document.returned',
  'document.taken-over',
  'meeting.reminded',
  'review.asked',
  'review.read',
  'review.retried',
  'sending.requested',
  'sending.regretted',
  'sending.stopped',
  'sending.retried',
];

@Injectable()
export class HistoryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: ReadableSubjects,
  ) {}

  /** What happened to one thing, newest first; a thing that is not the actor's to see is as one that is not there. */
  async of({ actor }: RequestContext, subject: Subject, query: HistoryQuery): Promise<Page<HistoryEvent>> {
    const tx = this.transactions.reader;
    const right = await this.subjects.rightTo(tx, actor, subject);
    if (right === 'none') throw notFound(subject.kind, subject.id);
    const rows = tx
      .createQueryBuilder(EventEntity, 'event')
      .where('event.subjectId = :id AND event.subjectKind = :kind', subject);
    if (right !== 'all') rows.andWhere('event.name <> ALL(:kept)', { kept: KEPT_BACK });
    // Whose history it is, an administrator reads it too, but not that they keep something for themself.
    if (!isOneself(actor, subject.id)) rows.andWhere('event.name <> ALL(:own)', { own: OWN_EVENT_NAMES });
    // By id, which rises with time: a cursor of numbers would tell how much happened to things that are not the actor's.
    const page = await readPage(rows, query, [
      { column: 'event.id', value: (row) => row.id, direction: 'DESC' },
    ]);
    const references = await referencesOf(tx, page.items, textsShown(page.items, right));
    return { ...page, items: page.items.map((row) => historyEventView(row, right, references)) };
  }
}
