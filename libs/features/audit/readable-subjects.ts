import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '../../domain/agenda/index.js';
import type { Actor } from '../../domain/rights/index.js';
import type { Subject } from '../../platform/events/event-log.js';
import { historyRight } from './audit.policy.js';
import type { HistoryRight, SubjectFacts } from './audit.policy.js';
import { IS_SEEN } from './seen-subjects.js';
import { FACTS } from './subject.queries.js';

/** Says how much of the history of a thing somebody reads: `none` also where there is no such thing. */
export abstract class ReadableSubjects {
  abstract rightTo(tx: EntityManager, actor: Actor, subject: Subject): Promise<HistoryRight>;
}

interface FactsRow {
  readonly bodyId: string | null;
  readonly bodyVisibility: Visibility | null;
  readonly pointId: string | null;
  readonly visibility: Visibility;
  readonly pointReleased: boolean;
  readonly released: boolean;
  readonly unitId: string | null;
  readonly personId: string | null;
}

/**
 * Asks the feature that owns a thing whether it is there for the actor, and only then judges how much of its history is:
 * by the body, point, unit and person that it hangs on.
 */
@Injectable()
export class SubjectsByTheirScope extends ReadableSubjects {
  async rightTo(tx: EntityManager, actor: Actor, { kind, id }: Subject): Promise<HistoryRight> {
    if (!(await IS_SEEN[kind](tx, actor, id))) return 'none';
    const query = FACTS[kind];
    const [row] = await tx.query<FactsRow[]>(query.sql, [id]);
    return row ? historyRight(actor, factsOf(query.kind, kind, row)) : 'none';
  }
}

/** An attachment of an indstilling is judged as the indstilling is. */
function factsOf(kind: SubjectFacts['kind'], named: Subject['kind'], row: FactsRow): SubjectFacts {
  const { bodyId, bodyVisibility, pointId, visibility, pointReleased, released, unitId, personId } = row;
  return {
    kind: named === 'attachment' && pointId === null ? 'indstilling' : kind,
    body: bodyId === null ? null : { id: bodyId, visibility: bodyVisibility ?? 'closed' },
    point: pointId === null ? null : { id: pointId, visibility, released: pointReleased },
    ...{ unitId, personId, released },
  };
}
