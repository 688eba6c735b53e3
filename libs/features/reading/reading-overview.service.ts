import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MeetingCommentsView, OwnNotesView } from '../../contracts/reading.js';
import { groupBy } from '../../domain/group-by.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { recordClosedReads } from '../agenda-points/index.js';
import { loadSeenMeeting } from '../meetings/index.js';
import { isOfCircle } from './comments.policy.js';
import { commentView, commentsOn } from './comments.queries.js';
import { highlightView, highlightsOn } from './own-highlights.queries.js';
import { noteView, notesOn } from './own-notes.queries.js';
import { readablePoints } from './readable-points.js';
import type { ReadablePoint } from './readable-points.js';
import { keeperOf } from './reading.policy.js';
import { withoutPoints } from './without-points.js';

/** What somebody has to read again of a meeting: what they wrote to its points, and what was said about them. */
@Injectable()
export class ReadingOverviewService {
  constructor(private readonly transactions: Transactions) {}

  async notes(context: RequestContext, meetingId: string): Promise<OwnNotesView> {
    const tx = this.transactions.reader;
    const { actor } = context;
    const seen = await loadSeenMeeting(tx, actor, meetingId);
    const personId = keeperOf(actor);
    if (personId === null) return { points: [], kept: [], fallen: [] };
    const readable = await readablePoints(tx, actor, seen);
    const ids = [...readable.keys()];
    const written = (await notesOn(tx, personId, ids)).filter(({ text }) => text !== '');
    const notes = new Map(written.map((row) => [row.pointId, row]));
    const marked = groupBy(await highlightsOn(tx, actor, personId, ids), ({ pointId }) => pointId);
    const told = [...readable.values()].filter(({ point }) => notes.has(point.id) || marked.has(point.id));
    await recordTold(tx, context, meetingId, told);
    return {
      points: told.map(({ point }) => {
        const note = notes.get(point.id);
        const highlights = (marked.get(point.id) ?? []).map(highlightView);
        return { ...named(point), note: note ? noteView(point.id, note) : null, highlights };
      }),
      ...(await withoutPoints(tx, actor, personId, seen, readable)),
    };
  }

  async comments(context: RequestContext, meetingId: string): Promise<MeetingCommentsView> {
    const tx = this.transactions.reader;
    const { actor } = context;
    const seen = await loadSeenMeeting(tx, actor, meetingId);
    const personId = keeperOf(actor);
    if (personId === null) return { points: [] };
    const readable = await readablePoints(tx, actor, seen);
    const reader = { personId, isOfCircle: isOfCircle(actor, seen.body.id) };
    const rows = groupBy(await commentsOn(tx, reader, [...readable.keys()]), ({ pointId }) => pointId);
    const told = [...readable.values()].filter(({ point }) => rows.has(point.id));
    await recordTold(tx, context, meetingId, told);
    return {
      points: told.map(({ point }) => ({
        ...named(point),
        comments: (rows.get(point.id) ?? []).map((row) => commentView(actor, row)),
      })),
    };
  }
}

function named({ id, number, title, effectiveVisibility }: ReadablePoint['point']) {
  return { pointId: id, number, title, closed: effectiveVisibility === 'closed' };
}

/** Their titles are told, as when the points are read: to be told of a closed one is to read it. */
function recordTold(
  tx: EntityManager,
  context: RequestContext,
  meetingId: string,
  told: readonly ReadablePoint[],
): Promise<void> {
  return recordClosedReads(
    tx,
    context,
    meetingId,
    told.map(({ point }) => point),
    'all',
  );
}
