import {
  atLeast,
  holds,
  insightInto,
  isOneself,
  isProduct,
  isViewed,
  mayReadPoint,
  onlyFor,
} from '../../domain/rights/index.js';
import type { Actor, BodyFacts, Insight, May, PointFacts } from '../../domain/rights/index.js';

/**
 * How much of a history somebody reads, each seeing what the one before sees:
 *
 * - `none`: the resource is not theirs to see;
 * - `events`: who did what, and when, but no values, since those may never have been released;
 * - `values`: what the fields held too, unless that was closed;
 * - `all`: closed values too, who read what is closed, and that somebody was disqualified.
 */
export const HISTORY_RIGHTS = ['none', 'events', 'values', 'all'] as const;
export type HistoryRight = (typeof HISTORY_RIGHTS)[number];

/** What the rules ask of the thing a history is about; null where it does not hang on such a one. */
export interface SubjectFacts {
  readonly kind:
    'register' | 'person' | 'body' | 'meeting' | 'point' | 'minutes' | 'indstilling' | 'follow-up';
  readonly body: BodyFacts | null;
  readonly point: PointFacts | null;
  readonly unitId: string | null;
  /** The person it is about, or who wrote it or has it to do. */
  readonly personId: string | null;
  /** Whether those who see into the body may see it: approved minutes, an indstilling that was submitted. */
  readonly released: boolean;
}

/**
 * How much of the history of a thing that they see an actor reads; what is not said here is nobody's. The history of a meeting, its
 * minutes and its body tells of corrections that concern closed points only, so it is for those who read closed things.
 */
export function historyRight(actor: Actor, facts: SubjectFacts): HistoryRight {
  if (isProduct(actor)) return 'all';
  switch (facts.kind) {
    case 'register':
      return holds(actor, ['administrator']) ? 'all' : 'none';
    case 'person':
      return mayExportRecord(actor, facts.personId) === true ? 'all' : 'none';
    case 'body':
      return bodyRight(actor, facts);
    case 'meeting':
      return byInsight(facts, actor, (insight) => (atLeast(insight, 'closed') ? 'values' : 'none'));
    case 'point':
      return pointRight(actor, facts);
    case 'minutes':
      return byInsight(facts, actor, (insight) =>
        facts.released && atLeast(insight, 'closed') ? 'events' : 'none',
      );
    case 'indstilling':
      return indstillingRight(actor, facts);
    case 'follow-up':
      return followUpRight(actor, facts);
  }
}

/** Whoever sees drafts of the body reads everything; the others what the rule gives for their insight. */
function byInsight(
  { body }: SubjectFacts,
  actor: Actor,
  rule: (insight: Insight) => HistoryRight,
): HistoryRight {
  if (body === null) return 'none';
  const insight = insightInto(actor, body);
  return insight === 'drafts' ? 'all' : rule(insight);
}

function bodyRight(actor: Actor, facts: SubjectFacts): HistoryRight {
  if (holds(actor, ['administrator'])) return 'all';
  return byInsight(facts, actor, (insight) => (atLeast(insight, 'closed') ? 'values' : 'none'));
}

function pointRight(actor: Actor, facts: SubjectFacts): HistoryRight {
  const { body, point } = facts;
  if (body === null || point === null) return 'none';
  if (!mayReadPoint(actor, insightInto(actor, body), point)) return 'none';
  return byInsight(facts, actor, () => 'events');
}

function indstillingRight(actor: Actor, facts: SubjectFacts): HistoryRight {
  if (isOneself(actor, facts.personId) || holds(actor, ['leader'], facts.unitId)) return 'all';
  if (holds(actor, ['staff'], facts.unitId)) return 'values';
  const approves = holds(actor, ['director']) || holds(actor, ['raadmand'], facts.body?.id);
  return byInsight(facts, actor, () => (approves && facts.released ? 'events' : 'none'));
}

function followUpRight(actor: Actor, facts: SubjectFacts): HistoryRight {
  if (facts.body !== null && insightInto(actor, facts.body) === 'drafts') return 'all';
  if (!facts.released) return 'none';
  if (isOneself(actor, facts.personId) || holds(actor, ['leader', 'staff'], facts.unitId))
    return isClosed(facts) && !readsClosed(actor, facts) ? 'events' : 'values';
  if (facts.point !== null) return pointRight(actor, facts);
  return byInsight(facts, actor, (insight) => (atLeast(insight, 'open') ? 'events' : 'none'));
}

/** As it is today: what was written while it was closed, or open, is told apart by each change itself. */
function isClosed({ body, point }: SubjectFacts): boolean {
  return body?.visibility === 'closed' || point?.visibility === 'closed';
}

function readsClosed(actor: Actor, { body }: SubjectFacts): boolean {
  return body !== null && atLeast(insightInto(actor, body), 'closed');
}

/** Everything recorded about a person is for them and for the administrators, as themselves and never as another. */
export function mayExportRecord(actor: Actor, personId: string | null): May {
  const theirs = holds(actor, ['administrator']) || isOneself(actor, personId);
  const allowed = isProduct(actor) || (theirs && !isViewed(actor));
  return onlyFor(allowed, 'the person or an administrator');
}
