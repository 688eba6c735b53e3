import type { EntityManager } from 'typeorm';
import { atLeast, insightInto } from '../../domain/rights/index.js';
import type { Actor, BodyFacts, Insight } from '../../domain/rights/index.js';

/** How deep an actor sees into each body: what lists are asked with, so that nothing is filtered afterwards. */
export class Reach {
  private readonly insights: ReadonlyMap<string, Insight>;

  constructor(
    readonly actor: Actor,
    private readonly bodies: readonly BodyFacts[],
  ) {
    this.insights = new Map(bodies.map((body) => [body.id, insightInto(actor, body)]));
  }

  into(bodyId: string): Insight {
    return this.insights.get(bodyId) ?? 'none';
  }

  /** The ids of the bodies that the actor sees at least so deep into. */
  atLeast(least: Insight): string[] {
    return [...this.insights].filter(([, insight]) => atLeast(insight, least)).map(([id]) => id);
  }

  /** The ids of the bodies that are closed, whoever sees into them. */
  closedBodies(): string[] {
    return this.bodies.filter(({ visibility }) => visibility === 'closed').map(({ id }) => id);
  }

  /** The ids of the bodies that the actor sees exactly so deep into. */
  exactly(wanted: Insight): string[] {
    return [...this.insights].filter(([, insight]) => insight === wanted).map(([id]) => id);
  }
}

/** Reads the bodies, and what the actor sees of each. */
export async function reachOf(tx: EntityManager, actor: Actor): Promise<Reach> {
  return new Reach(actor, await tx.query<BodyFacts[]>('SELECT id, visibility FROM body'));
}
