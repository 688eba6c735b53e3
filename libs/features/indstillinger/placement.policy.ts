import type { Visibility } from '../../domain/agenda/index.js';
import { atLeast, holds, mayReadPoint } from '../../domain/rights/index.js';
import type { Actor, Insight } from '../../domain/rights/index.js';

/** A point that an indstilling lies on, as the rules of rights look at it for the one who asks. */
export interface Placement {
  readonly pointId: string;
  /** How deep they see into the body of its meeting. */
  readonly insight: Insight;
  /** The strictest of the point, its parent and the body, today and when the agenda was sent last. */
  readonly visibility: Visibility;
  /** Neither the point nor its parent is withdrawn. */
  readonly alive: boolean;
  /** It stands on an agenda that is out. */
  readonly released: boolean;
  /** What the newest sent version of that agenda went out with, and when; null: with no text of this indstilling. */
  readonly sent: { readonly submission: number; readonly at: Date } | null;
}

/** How an indstilling lies on agendas, for one person who does not see it as it is being worked on. */
export interface OnPoints {
  /** The number of the submission that they read; null: nothing of it. */
  readonly submission: number | null;
  /** They read it where they read closed papers. */
  readonly withClosedPapers: boolean;
  /** A closed point that it lies on is one they are disqualified on: its papers are gone for them. */
  readonly barred: boolean;
  /** They are disqualified on a point that it lies on, open or closed: its closed papers are gone for them. */
  readonly withoutClosed: boolean;
}

/** Judges the points that an indstilling lies on. The conditions say the same of each in SQL, for lists. */
export function onPointsFor(
  actor: Actor,
  placements: readonly Placement[],
  approvedSubmission: number | null,
): OnPoints {
  const read = readThrough(actor, placements, approvedSubmission);
  const without = placements.filter(({ pointId }) => actor.disqualifiedFrom.includes(pointId));
  return {
    submission: read[0]?.submission ?? null,
    withClosedPapers: read.some(({ insight }) => atLeast(insight, 'closed')),
    barred: without.some(({ visibility }) => visibility === 'closed'),
    withoutClosed: without.length > 0,
  };
}

/**
 * The submissions that somebody reads an indstilling in, each through a point that stands and that they may read, the one
 * that counts first. It is closed to them by any point that is. Of texts that went out the one sent last counts; who drafts
 * an agenda has, before it is sent, what it would be sent with.
 */
function readThrough(
  actor: Actor,
  placements: readonly Placement[],
  approvedSubmission: number | null,
): { submission: number; insight: Insight }[] {
  const alive = placements.filter((placement) => placement.alive);
  if (alive.some((placement) => shuts(actor, placement))) return [];
  const readable = alive.filter(({ pointId: id, insight, visibility, released }) =>
    mayReadPoint(actor, insight, { id, visibility, released }),
  );
  const sent = readable
    .flatMap(({ insight, sent: went }) => (went === null ? [] : [{ insight, ...went }]))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const drafted = readable.flatMap(({ insight, sent: went }) =>
    went === null && insight === 'drafts' && approvedSubmission !== null
      ? [{ insight, submission: approvedSubmission }]
      : [],
  );
  return [...sent, ...drafted];
}

/** A closed point, sent or not, keeps the text from all but those who read closed things there, and its guest. */
function shuts(actor: Actor, { pointId, insight, visibility }: Placement): boolean {
  return visibility === 'closed' && !atLeast(insight, 'closed') && !holds(actor, ['guest'], pointId);
}
