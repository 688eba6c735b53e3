import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OwnNoteView, WriteOwnNote } from '../../contracts/reading.js';
import type { Actor } from '../../domain/rights/index.js';
import { fitsNote, noteChange } from '../../domain/reading/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { loadKeeper } from './keeper.js';
import { holdOwn, noteAt, noteView, saveNote } from './own-notes.queries.js';
import type { WrittenNote } from './own-notes.queries.js';
import { loadReadablePoint } from './readable-points.js';

/** Notes that somebody writes to points for themself; what is recorded of them is which, never what they say. */
@Injectable()
export class OwnNotesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  write(
    context: RequestContext,
    pointId: string,
    readVersion: number,
    { text }: WriteOwnNote,
  ): Promise<OwnNoteView> {
    return this.transactions.run(context, async (tx) => {
      const personId = loadKeeper(context.actor);
      const removed = text === '' ? await noteAt(tx, personId, pointId) : null;
      const place = await placeToWrite(tx, context.actor, pointId, removed);
      await holdOwn(tx, personId);
      const present = await noteAt(tx, personId, pointId);
      if (!fitsNote(present, readVersion))
        throw problemOf('stale-version', 'The note was written elsewhere since it was read.', {
          current: noteView(pointId, present),
        });
      // What was never written is not there to be removed.
      if (present === null && text === '') return noteView(pointId, null);
      const row = await saveNote(tx, { personId, pointId, ...place }, text);
      const change = noteChange(present, text, this.clock.now());
      if (change !== null)
        await record(tx, context, {
          name: `own-note.${change}`,
          subject: { kind: 'person', id: personId },
          data: { pointId },
        });
      return noteView(pointId, row);
    });
  }
}

/**
 * Where a note is written: a point that is read. One's own may be removed from what is not read any more: it is known to be
 * there.
 */
async function placeToWrite(
  tx: EntityManager,
  actor: Actor,
  pointId: string,
  removed: WrittenNote | null,
): Promise<{ meetingId: string; title: string }> {
  if (removed !== null) return { meetingId: removed.meetingId, title: removed.title };
  const { point } = await loadReadablePoint(tx, actor, pointId);
  return { meetingId: point.meetingId, title: point.title };
}
