import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/http/request-context.js';
import { DecisionRow, DecisionsService } from '../decisions/index.js';
import { SuggestionsService } from '../follow-ups/index.js';
import { MinutesService } from '../minutes/index.js';
import type { PackagedPoint } from './package-rows.js';

/** Brings in what was decided, and what the text says is to be followed up: suggested, for a person to confirm. */
@Injectable()
export class MinutesTaker {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly suggestions: SuggestionsService,
    private readonly minutes: MinutesService,
  ) {}

  async take(
    tx: EntityManager,
    context: RequestContext,
    meetingId: string,
    points: readonly PackagedPoint[],
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const [existing] = await tx.query<unknown[]>('SELECT 1 FROM minutes WHERE meeting_id = $1', [meetingId]);
    if (!existing) await this.minutes.create(context, meetingId);
    for (const { point, decision } of points) {
      const pointId = ids.get(point.key);
      if (decision === null || pointId === undefined) continue;
      // What somebody has written is never overwritten by an old package.
      if (await tx.existsBy(DecisionRow, { pointId })) continue;
      await this.decisions.save(context, pointId, null, decision);
      await this.suggestions.suggest(context, pointId);
    }
  }
}
