import type { Visibility } from '../../domain/agenda/index.js';
import { atLeast, holds, mayReadPoint } from '../../domain/rights/index.js';
import type { Actor, Insight } from '../../domain/rights/index.js';

/** A point that an indstilling lies on, as the rules of rights look at it for the one who asks. */
export interface Placement {
  readonly pointId: string;
  /** How deep they see into the body of its meeting. */
  readonly insight: Insight;
  /** The strictest of the point, its parent and the body, today. */
  readonly visibility: Visibility;
  /** Neither the point nor its parent is withdrawn. */
  readonly alive: boolean;
  /** It stands on an agenda that is out. */
  readonly released: boolean;
  /** What the newest sent version of that agenda went out with, and when; null: with no text of this indstilling. */
  readonly sent: { readonly submission: number; readonly at: Date } | null;
}

/**
 * The number of the submission that somebody reads who does not see an indstilling as it is being worked on; null:
 * nothing of it. They read it through the points that it lies on and they may read, and it is closed to them by any that
 * is closed. Of several texts that went out the newest counts; who drafts an agenda has, before it is sent, what it would
 * be sent with. `submissionRead` of the conditions says the same in SQL.
 */
export function submissionReadBy(
  actor: Actor,
  placements: readonly Placement[],
  approvedSubmission: number | null,
): number | null {
  const alive = placements.filter((placement) => placement.alive);
  if (alive.some((placement) => shuts(actor, placement))) return null;
  const readable = alive.filter(({ pointId: id, insight, visibility, released }) =>
    mayReadPoint(actor, insight, { id, visibility, released }),
  );
  const [newest] = readable
    .flatMap(({ sent }) => (sent === null ? [] : [sent]))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  if (newest) return newest.submission;
  return readable.some(({ insight }) => insight === 'drafts') ? approvedSubmission : null;
}

/** A closed point, sent or not, keeps the text from all but those who read closed things there, and its guest. */
function shuts(actor: Actor, { pointId, insight, visibility }: Placement): boolean {
  return visibility === 'closed' && !atLeast(insight, 'closed') && !holds(actor, ['guest'], pointId);
}
