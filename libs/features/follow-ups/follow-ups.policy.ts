import { isAtWork } from '../../domain/follow-up/index.js';
import type { FollowUpAction, FollowUpStage, FollowUpStatus } from '../../domain/follow-up/index.js';
import { atLeast, holds, isOneself, isProduct, onlyFor } from '../../domain/rights/index.js';
import type { Actor, Insight, May } from '../../domain/rights/index.js';

/** What the rules of rights ask of a follow-up. */
export interface FollowUpFacts {
  readonly bodyId: string;
  readonly pointId: string | null;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly stage: FollowUpStage;
  readonly status: FollowUpStatus;
}

/**
 * Whether a follow-up is there for somebody: `insight` is theirs into its body, `closed` whether its point or body is.
 * `whereSeen` (follow-up.access.ts) says the same in SQL.
 */
export function maySeeFollowUp(
  actor: Actor,
  followUp: FollowUpFacts,
  { insight, closed }: { readonly insight: Insight; readonly closed: boolean },
): boolean {
  const { pointId, stage } = followUp;
  if (closed && pointId !== null && actor.disqualifiedFrom.includes(pointId)) return false;
  if (insight === 'drafts') return true;
  if (isOneself(actor, followUp.personId) && isAtWork(stage)) return true;
  if (!atLeast(insight, closed ? 'closed' : 'open')) return false;
  return stage === 'issued' || (stage === 'confirmed' && isOfTheUnit(actor, followUp));
}

/** What it says, whom it is for and how far it has come are the secretariat's. */
export function mayRunFollowUp(actor: Actor, { bodyId }: Pick<FollowUpFacts, 'bodyId'>): May {
  return onlyFor(isSecretariat(actor, bodyId), SECRETARIAT);
}

/** The work on it is the unit's and the responsible person's, and the secretariat's. */
export function mayWorkOnFollowUp(actor: Actor, followUp: FollowUpFacts): May {
  return onlyFor(
    isSecretariat(actor, followUp.bodyId) ||
      isOfTheUnit(actor, followUp) ||
      isOneself(actor, followUp.personId),
    'the responsible, their unit or the secretariat of the body',
  );
}

/** Whoever works on it moves the due, and says why; the secretariat need not. */
export function mayChangeDue(actor: Actor, followUp: FollowUpFacts, reason: string | null): May {
  const may = mayWorkOnFollowUp(actor, followUp);
  if (may !== true || reason !== null || isSecretariat(actor, followUp.bodyId)) return may;
  return {
    code: 'reason-required',
    rule: 'Whoever works on a follow-up moves its due only with a reason.',
    liftedBy: SECRETARIAT,
    at: 'due.reason',
  };
}

/** Dropping it is for who leads the work; what was ended is taken up again by those who may end it so. */
export function mayTakeFollowUpStep(actor: Actor, followUp: FollowUpFacts, action: FollowUpAction): May {
  switch (action) {
    case 'confirm':
    case 'ignore':
    case 'issue':
      return mayRunFollowUp(actor, followUp);
    case 'start':
    case 'wait':
    case 'finish':
    case 'reset':
      return mayWorkOnFollowUp(actor, followUp);
    case 'drop':
      return mayDrop(actor, followUp);
    case 'reopen':
      return followUp.status === 'dropped' ? mayDrop(actor, followUp) : mayWorkOnFollowUp(actor, followUp);
  }
}

function mayDrop(actor: Actor, { bodyId, unitId }: FollowUpFacts): May {
  return onlyFor(
    isSecretariat(actor, bodyId) || holds(actor, ['leader'], unitId),
    'the leader of the unit or the secretariat of the body',
  );
}

const SECRETARIAT = 'the secretariat of the body';

function isSecretariat(actor: Actor, bodyId: string): boolean {
  return isProduct(actor) || holds(actor, ['secretariat'], bodyId);
}

function isOfTheUnit(actor: Actor, { unitId }: FollowUpFacts): boolean {
  return holds(actor, ['leader', 'staff'], unitId);
}
