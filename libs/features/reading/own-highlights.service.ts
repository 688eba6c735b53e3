import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventName } from '../../contracts/events.js';
import { MOST_HIGHLIGHTS } from '../../contracts/reading.js';
import type { HighlightView, WriteHighlight } from '../../contracts/reading.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { holdOwn } from './own-notes.queries.js';
import { highlightView, saveHighlight } from './own-highlights.queries.js';
import { loadReadablePoint } from './readable-points.js';
import { loadKeeper } from './keeper.js';
import { keeperOf } from './reading.policy.js';

/** Passages that somebody has highlighted for themself; what is recorded of them is which, never what they mark or say. */
@Injectable()
export class OwnHighlightsService {
  constructor(private readonly transactions: Transactions) {}

  /** Writes a highlight under the id that its client gave it: a new one, or the same as it is now. */
  write(
    context: RequestContext,
    pointId: string,
    id: string,
    fields: WriteHighlight,
  ): Promise<HighlightView> {
    return this.transactions.run(context, async (tx) => {
      const { point } = await loadReadablePoint(tx, context.actor, pointId);
      const personId = loadKeeper(context.actor);
      await holdOwn(tx, personId);
      const { meetingId, title } = point;
      const saved = await saveHighlight(tx, { personId, pointId, meetingId, title }, id, fields);
      if (saved.made) await refuseTooMany(tx, personId, pointId);
      if (saved.changed)
        await this.record(tx, context, saved.made ? 'own-highlight.made' : 'own-highlight.changed', {
          ...{ personId, pointId, id },
        });
      return highlightView(saved.row);
    });
  }

  /** Removes a highlight, also one whose point is not read any more; where there is none, nothing is done. */
  remove(context: RequestContext, pointId: string, id: string): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      const personId = keeperOf(context.actor);
      const [rows] = await tx.query<[{ pointId: string }[], number]>(
        `DELETE FROM own_highlight WHERE person_id = $1 AND id = $2 RETURNING point_id AS "pointId"`,
        [personId, id],
      );
      const [removed] = rows;
      // One's own may be removed from what is not read any more: it is known to be there.
      if (personId === null || removed?.pointId !== pointId)
        await loadReadablePoint(tx, context.actor, pointId);
      if (personId !== null && removed)
        await this.record(tx, context, 'own-highlight.removed', { personId, pointId: removed.pointId, id });
    });
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    name: EventName,
    { personId, pointId, id }: { personId: string; pointId: string; id: string },
  ): Promise<void> {
    const subject = { kind: 'person', id: personId } as const;
    return record(tx, context, { name, subject, data: { pointId, highlightId: id } });
  }
}

async function refuseTooMany(tx: EntityManager, personId: string, pointId: string): Promise<void> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    'SELECT count(*)::int AS count FROM own_highlight WHERE person_id = $1 AND point_id = $2',
    [personId, pointId],
  );
  if (count > MOST_HIGHLIGHTS)
    throw new ProblemError(
      'too-many-highlights',
      `At most ${MOST_HIGHLIGHTS} passages of a point are highlighted.`,
    );
}
