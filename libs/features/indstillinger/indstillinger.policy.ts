import { judges, rolesFor, stepOf } from '../../domain/indstilling/index.js';
import type { IndstillingAction, IndstillingRole, IndstillingState } from '../../domain/indstilling/index.js';
import { holds, holdsAnywhere, isOneself, isProduct, onlyFor } from '../../domain/rights/index.js';
import type { Actor, Grant, May, Role } from '../../domain/rights/index.js';
import type { OnPoints } from './placement.policy.js';

/** What the rules of rights ask of an indstilling. */
export interface IndstillingFacts {
  readonly bodyId: string;
  readonly unitId: string | null;
  readonly authorId: string | null;
  /** Who began it; null: an import or the operator. */
  readonly createdBy: string | null;
  readonly state: IndstillingState;
  /** The ids of the points that it lies on; left out where they were not read, and nobody stands in then. */
  readonly liesOn?: readonly string[];
  /** The units that are asked for their opinion or gave it; left out where they were not read, and none sees it by that. */
  readonly askedUnits?: readonly string[];
}

/** How much somebody sees: nothing, what an agenda was sent with, or the indstilling as it is being worked on. */
export type Sight = 'none' | 'submitted' | 'whole';

/** What has not been submitted, or is back with its author, is not the director's. */
export const NOT_THE_DIRECTORS: readonly IndstillingState[] = ['draft', 'returned', 'withdrawn'];

export const THE_RAADMANDS: readonly IndstillingState[] = [
  'with-raadmand',
  'approved',
  'on-agenda',
  'decided',
  'rejected',
];

export function sightOf(
  actor: Actor,
  facts: IndstillingFacts,
  points: Pick<OnPoints, 'submission' | 'barred'>,
): Sight {
  if (isProduct(actor)) return 'whole';
  if (points.barred) return 'none';
  if (seesWhole(actor, facts)) return 'whole';
  return points.submission === null ? 'none' : 'submitted';
}

/** Whether somebody sees an indstilling as it is being worked on. `wholeCondition` says the same in SQL. */
export function seesWhole(actor: Actor, facts: IndstillingFacts): boolean {
  return seesInOwnRight(actor, facts) || isAsked(actor, facts);
}

/**
 * Whether somebody sees an indstilling only because their unit is asked for its opinion: they read it, without its closed
 * bilag, and change nothing, whatever they are to it besides.
 */
export function seesAsAsked(actor: Actor, facts: IndstillingFacts): boolean {
  return isAsked(actor, facts) && !seesInOwnRight(actor, facts);
}

/** Their unit is asked for its opinion, or gave it. */
function isAsked(actor: Actor, { askedUnits = [] }: IndstillingFacts): boolean {
  return askedUnits.some((unitId) => holds(actor, ['leader', 'staff'], unitId));
}

/** What nobody has to be asked for. `inOwnRight` says the same in SQL. */
function seesInOwnRight(actor: Actor, facts: IndstillingFacts): boolean {
  const { bodyId, unitId, state } = facts;
  return (
    isProduct(actor) ||
    wrote(actor, facts) ||
    holds(actor, ['leader', 'staff'], unitId) ||
    (holds(actor, ['secretariat'], bodyId) && (state !== 'draft' || isNobodys(facts))) ||
    (holds(actor, ['director']) && !NOT_THE_DIRECTORS.includes(state)) ||
    (holds(actor, ['raadmand'], bodyId) && THE_RAADMANDS.includes(state)) ||
    stoodInFor(actor, facts) !== null
  );
}

/**
 * Whom somebody stands in for at the step that an indstilling waits at: it is theirs to see and to judge there, and
 * nowhere else. What the one who is away is disqualified on is not judged in their stead. `standInCondition` says the same
 * in SQL.
 */
export function stoodInFor(actor: Actor, { state, bodyId, unitId, liesOn }: IndstillingFacts): string | null {
  const step = stepOf(state);
  if (step === null || liesOn === undefined) return null;
  const standIn = (actor.standsIn ?? []).find(
    ({ grants, disqualifiedFrom }) =>
      grants.some(({ role, ...scope }) => role === step && holdsStep(role, scope, { bodyId, unitId })) &&
      !liesOn.some((pointId) => disqualifiedFrom.includes(pointId)),
  );
  return standIn?.personId ?? null;
}

/** A leader holds the step of their unit's, a rådmand that of their body's, the director every one. */
function holdsStep(
  role: Role,
  held: Pick<Grant, 'bodyId' | 'unitId'>,
  asked: Pick<IndstillingFacts, 'bodyId' | 'unitId'>,
): boolean {
  if (role === 'leader') return held.unitId !== null && held.unitId === asked.unitId;
  return role === 'director' || (role === 'raadmand' && held.bodyId === asked.bodyId);
}

/**
 * Those who work in a unit begin indstillinger of their own unit; a secretariat begins them for anybody. They do not leave the
 * unit out: the step of its leader would then be another's to take.
 */
export function mayBeginIndstilling(actor: Actor, { unitId }: { readonly unitId: string | null }): May {
  const ofTheirOwn = unitId !== null && worksIn(actor, unitId);
  const allowed = isProduct(actor) || ofTheirOwn || holdsAnywhere(actor, ['secretariat']);
  return onlyFor(allowed, 'staff of the unit or a secretariat');
}

/** The text and the bilag are the author's, their leader's and the secretariat's. */
export function mayChangeIndstilling(actor: Actor, facts: IndstillingFacts, sight: Sight): May {
  return mayTakeIndstillingStep(actor, facts, 'revise', sight);
}

/**
 * Whether somebody may take a step at all; whether the workflow has it from here is asked of the workflow. Whoever sees
 * only what was submitted, or is only asked for an opinion, takes none.
 */
export function mayTakeIndstillingStep(
  actor: Actor,
  facts: IndstillingFacts,
  action: IndstillingAction,
  sight: Sight,
): May {
  const roles = rolesFor(facts.state, action);
  // Where it waits at no step nobody holds it: who may hold one is told so by the workflow.
  const asked = roles.length === 0 ? STEP_HOLDERS : roles;
  const isTheirs =
    asked.some((role) => hasPart(actor, facts, role)) || actsFor(actor, facts, action) !== null;
  const allowed = isProduct(actor) || (sight === 'whole' && isTheirs && !seesAsAsked(actor, facts));
  return onlyFor(allowed, asked.map((role) => NAMES[role]).join(' or '));
}

/** In whose stead somebody takes a step; null when it is in their own right, or not theirs to take. */
export function actsFor(actor: Actor, facts: IndstillingFacts, action: IndstillingAction): string | null {
  if (isProduct(actor) || !judges(action)) return null;
  const isTheirs = rolesFor(facts.state, action).some((role) => hasPart(actor, facts, role));
  return isTheirs ? null : stoodInFor(actor, facts);
}

/** A step that was taken, as the rules of rights look at it. */
export interface TakenFacts {
  readonly personId: string | null;
  readonly action: IndstillingAction;
  readonly from: IndstillingState;
}

/** Who took a step takes it back, if they may still take it; `sight` is what they see of it in the state before the step. */
export function mayTakeBackStep(actor: Actor, facts: IndstillingFacts, step: TakenFacts, sight: Sight): May {
  if (!isProduct(actor) && !isOneself(actor, step.personId)) return onlyFor(false, 'who took it');
  return mayTakeIndstillingStep(actor, { ...facts, state: step.from }, step.action, sight);
}

const STEP_HOLDERS: readonly IndstillingRole[] = ['leader', 'secretariat', 'director', 'raadmand'];

const NAMES: Readonly<Record<IndstillingRole, string>> = {
  author: 'its author',
  leader: 'the leader of its unit',
  secretariat: 'the secretariat of the body',
  director: 'the director',
  raadmand: 'the rådmand',
  'minute-taker': 'the minute taker',
};

function hasPart(actor: Actor, facts: IndstillingFacts, role: IndstillingRole): boolean {
  switch (role) {
    case 'author':
      return isWriter(actor, facts);
    case 'leader':
      // The secretariat stands in where no unit is named: else nobody could take the step.
      return facts.unitId === null
        ? holds(actor, ['secretariat'], facts.bodyId)
        : holds(actor, ['leader'], facts.unitId);
    case 'secretariat':
      return holds(actor, ['secretariat'], facts.bodyId);
    case 'director':
      return holds(actor, ['director']);
    case 'raadmand':
      return holds(actor, ['raadmand'], facts.bodyId);
    case 'minute-taker':
      return false;
  }
}

/**
 * Those who wrote it act on it for as long as they work in its unit. The secretariat of its body does what an author may,
 * without having written it.
 */
function isWriter(actor: Actor, facts: IndstillingFacts): boolean {
  return wrote(actor, facts) && worksIn(actor, facts.unitId);
}

/** Where no unit is named, those of any unit work in it. */
function worksIn(actor: Actor, unitId: string | null): boolean {
  const roles = ['leader', 'staff'] as const;
  return unitId === null ? holdsAnywhere(actor, roles) : holds(actor, roles, unitId);
}

function wrote(actor: Actor, { authorId, createdBy }: IndstillingFacts): boolean {
  return isOneself(actor, authorId) || isOneself(actor, createdBy);
}

/** A draft with neither author nor unit has only the secretariat to look after it. */
function isNobodys({ authorId, unitId }: IndstillingFacts): boolean {
  return authorId === null && unitId === null;
}
