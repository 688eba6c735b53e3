import { Injectable } from '@nestjs/common';
import type { OwnNoteView, WriteOwnNote } from '../../contracts/reading.js';
import { fitsNote, noteChange } from '../../domain/reading/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { notFound, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { heldNote, noteView, saveNote } from './own-notes.queries.js';
import { loadReadablePoint } from './readable-points.js';
import { keeperOf } from './reading.policy.js';

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
      const { point } = await loadReadablePoint(tx, context.actor, pointId);
      const personId = keeperOf(context.actor);
      if (personId === null) throw notFound('person', 'signed in');
      const present = await heldNote(tx, personId, pointId);
      if (!fitsNote(present, readVersion))
        throw problemOf('stale-version', 'The note was written elsewhere since it was read.', {
          current: noteView(pointId, present),
        });
      // What was never written is not there to be removed.
      if (present === null && text === '') return noteView(pointId, null);
      const { meetingId, title } = point;
      const row = await saveNote(tx, { personId, pointId, meetingId, title }, text);
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
