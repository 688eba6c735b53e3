import { holds, isOneself, isProduct, no, onlyFor } from '../../../domain/rights/index.js';
import type { Actor, May } from '../../../domain/rights/index.js';

/** What the rules of rights ask of a stand-in. */
export interface StandInFacts {
  readonly personId: string;
  readonly standInId: string;
  readonly bodyId: string | null;
}

const WHO = 'the person, the secretariat of the body or an administrator';

/**
 * Who is away names their stand-in themself; an administrator does for those who cannot, and a secretariat for the rådmand of
 * its body, and as that only. Nobody makes themself another's stand-in: they would judge by a right they gave themself.
 */
export function mayMakeStandIn(actor: Actor, facts: StandInFacts): May {
  if (isProduct(actor)) return true;
  if (!isTheirs(actor, facts)) return onlyFor(false, WHO);
  // Nobody stands in for themselves either, which is no matter of rights.
  const isTheirOwn = facts.personId === facts.standInId;
  return isTheirOwn || !isOneself(actor, facts.standInId) || no('Nobody makes themself a stand-in.', WHO);
}

/** Whoever may make one may end it, and whoever stands in may say no to it. */
export function mayEndStandIn(actor: Actor, facts: StandInFacts): May {
  return onlyFor(isProduct(actor) || isTheirs(actor, facts) || isOneself(actor, facts.standInId), WHO);
}

function isTheirs(actor: Actor, { personId, bodyId }: StandInFacts): boolean {
  return (
    isOneself(actor, personId) ||
    holds(actor, ['administrator']) ||
    (bodyId !== null && holds(actor, ['secretariat'], bodyId))
  );
}
