import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import type { Ability } from '../../../../../libs/contracts/rights.js';
import { refusalOf } from '../../lib/abilities.js';
import type { FollowUpAct } from './list-keys.js';

/** Why an act may be done to none of these, in Danish; null when it may be done to one of them, or there are none. */
export function actRefusal(
  act: Exclude<FollowUpAct, 'open'>,
  followUps: readonly FollowUpView[],
): string | null {
  const refusals = followUps.map((followUp) => refusalOf(abilityFor(act, followUp)));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

function abilityFor(act: Exclude<FollowUpAct, 'open'>, { abilities, actions }: FollowUpView): Ability {
  if (act === 'responsible') return abilities.change;
  if (act === 'due') return abilities.changeDue;
  if (act === 'note') return abilities.note;
  const steps = actions.map((action) => abilities[action]);
  return steps.find((ability) => ability === true) ?? steps[0] ?? true;
}
