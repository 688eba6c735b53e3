import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { HistoryQuery, MeetingHistoryEvent } from '../../contracts/history.js';
import { idsOf, manyIds } from '../../platform/database/parts.js';
import { Transactions } from '../../platform/database/transactions.js';
import { READ_EVENT_NAMES } from '../../platform/events/read-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { loadSeenMeeting } from '../meetings/index.js';
import type { HistoryRight } from './audit.policy.js';
import { EventEntity } from './event.entity.js';
import { referencesOf } from './history.references.js';
import { KEPT_BACK } from './history.service.js';
import { textsShown } from './history.view.js';
import { toldThings } from './meeting-history.queries.js';
import type { ToldThings } from './meeting-history.queries.js';
import { meetingEventView, rightTo } from './meeting-history.view.js';
import { ReadableSubjects } from './readable-subjects.js';

/**
 * What happened to a meeting and to what stands, or stood, on its agenda, and what of it can still be taken back. Told to
 * those who read the history of the meeting; of its points only those that they see.
 */
@Injectable()
export class MeetingHistoryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: ReadableSubjects,
  ) {}

  async of(
    { actor }: RequestContext,
    meetingId: string,
    query: HistoryQuery,
  ): Promise<Page<MeetingHistoryEvent>> {
    const tx = this.transactions.reader;
    const right = await this.subjects.rightTo(tx, actor, { kind: 'meeting', id: meetingId });
    if (right === 'none') throw notFound('meeting', meetingId);
    const seen = await loadSeenMeeting(tx, actor, meetingId);
    const told = await toldThings(tx, actor, seen, right === 'all');
    // By id, which rises with time, as the history of one thing is.
    const page = await readPage(eventsOf(tx, meetingId, told, right), query, [
      { column: 'event.id', value: (row) => row.id, direction: 'DESC' },
    ]);
    const shown = page.items.flatMap((row) => textsShown([row], rightTo(row, right)));
    const references = await referencesOf(tx, page.items, [...new Set(shown)]);
    const sight = { actor, seen, told, right, references };
    return { ...page, items: page.items.map((row) => meetingEventView(row, sight)) };
  }
}

function eventsOf(
  tx: EntityManager,
  meetingId: string,
  told: ToldThings,
  right: HistoryRight,
): SelectQueryBuilder<EventEntity> {
  const { points, removed, left, attachments, decisions, minutesIds } = told;
  const whole = [
    ...[meetingId, ...points.keys(), ...removed.keys()],
    ...[...attachments.keys(), ...decisions.keys(), ...minutesIds],
  ];
  // What happened to a point after it went to another meeting is told there.
  return tx
    .createQueryBuilder(EventEntity, 'event')
    .where(
      `(event.subjectId IN ${manyIds('whole')}
        OR (event.subjectId IN ${manyIds('left')} AND event.scopeId = :meetingId))`,
      { whole: idsOf(whole), left: idsOf([...left.keys()]), meetingId },
    )
    .andWhere('event.subjectKind = ANY(:kinds)', {
      kinds: ['meeting', 'agenda-point', 'attachment', 'decision', 'minutes'],
    })
    .andWhere('event.name <> ALL(:kept)', { kept: right === 'all' ? READ_EVENT_NAMES : KEPT_BACK });
}
