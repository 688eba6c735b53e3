import { holds, holdsAnywhere, onlyFor } from '../../domain/rights/index.js';
import type { Actor, May } from '../../domain/rights/index.js';

/** "View as": administrators see as anybody, a secretariat as those of its bodies. */
export function mayViewAs(actor: Actor, bodyIdsOfThePerson: readonly string[]): May {
  const allowed =
    holds(actor, ['administrator']) || bodyIdsOfThePerson.some((id) => holds(actor, ['secretariat'], id));
  return onlyFor(allowed, 'an administrator or the secretariat of a body the person belongs to');
}

/** Whether "view as" is there at all for somebody. */
export function mayViewAsSomebody(actor: Actor): May {
  return onlyFor(holdsAnywhere(actor, ['administrator', 'secretariat']), 'an administrator or a secretariat');
}

/** Whether there is a body that the actor may plan meetings of. */
export function mayPlanSomewhere(actor: Actor): May {
  return onlyFor(holdsAnywhere(actor, ['secretariat']), 'the secretariat of a body');
}

/** Whether the actor may begin indstillinger: those who work in a unit, and the secretariats. */
export function mayWriteIndstillinger(actor: Actor): May {
  return onlyFor(
    holdsAnywhere(actor, ['staff', 'leader', 'secretariat']),
    'staff of a unit or a secretariat',
  );
}
