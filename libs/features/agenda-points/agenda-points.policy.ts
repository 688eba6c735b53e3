import { isProduct, no } from '../../domain/rights/index.js';
import type { Actor, May } from '../../domain/rights/index.js';

const UNBARRED_BY_OTHERS = no(
  'Nobody lifts what they are disqualified from.',
  'somebody else in the secretariat of the body',
);

/** Who is disqualified on a point is for others to say than the one it is said of: none takes themselves away. */
export function mayReplaceDisqualified(
  actor: Actor,
  before: readonly string[],
  after: readonly string[],
): May {
  const { personId } = actor;
  if (isProduct(actor) || personId === null) return true;
  return !before.includes(personId) || after.includes(personId) || UNBARRED_BY_OTHERS;
}

/**
 * Opening, moving away and removing a point bring into sight what is hidden in it and its sub-points (`group`): not for
 * whoever is disqualified on one of them.
 */
export function mayUncover(actor: Actor, group: readonly string[]): May {
  if (isProduct(actor)) return true;
  return !group.some((id) => actor.disqualifiedFrom.includes(id)) || UNBARRED_BY_OTHERS;
}
