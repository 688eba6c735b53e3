import type { EntityManager } from 'typeorm';
import { atLeast, insightInto } from '../../domain/rights/index.js';
import type { Actor, BodyFacts, Insight } from '../../domain/rights/index.js';

/** With more bodies than this, reading a list body by body costs more than walking it. */
const FEW_BODIES = 8;

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

  /**
   * The bodies that the actor sees into, where they are few and others are open, the deepest insight first: a list is then
   * read body by body, as walking all of it would mostly meet what is not theirs. Null for those who see into all that is
   * open.
   */
  fewBodies(): { readonly id: string; readonly insight: Insight }[] | null {
    const seen = this.atLeast('open');
    const misses = this.bodies.some(({ id, visibility }) => visibility === 'open' && !seen.includes(id));
    if (!misses || seen.length > FEW_BODIES) return null;
    return (['drafts', 'closed', 'open'] as const).flatMap((insight) =>
      this.exactly(insight).map((id) => ({ id, insight })),
    );
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
