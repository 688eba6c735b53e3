import { holds, isOneself, isProduct, onlyFor } from '../../../domain/rights/index.js';
import type { Actor, May } from '../../../domain/rights/index.js';
import { mayChangeIndstilling } from '../indstillinger.policy.js';
import type { IndstillingFacts, Sight } from '../indstillinger.policy.js';

/** What the rules of rights ask of a question to a unit. */
export interface OpinionFacts {
  readonly unitId: string;
  /** Null: the product asked. */
  readonly askedBy: string | null;
}

/** Those who write an indstilling ask for opinions of it. */
export function mayAskOpinion(actor: Actor, facts: IndstillingFacts, sight: Sight): May {
  return mayChangeIndstilling(actor, facts, sight);
}

/** The unit answers by any who work in it. */
export function mayAnswerOpinion(actor: Actor, { unitId }: Pick<OpinionFacts, 'unitId'>): May {
  const allowed = isProduct(actor) || holds(actor, ['leader', 'staff'], unitId);
  return onlyFor(allowed, 'the unit that is asked');
}

/** Whoever asked takes the question back, and whoever could have asked it. */
export function mayWithdrawOpinion(
  actor: Actor,
  facts: IndstillingFacts,
  sight: Sight,
  { askedBy }: Pick<OpinionFacts, 'askedBy'>,
): May {
  const allowed = isOneself(actor, askedBy) || mayAskOpinion(actor, facts, sight) === true;
  return onlyFor(allowed, 'who asked, or those who write the indstilling');
}
