import type { Ability } from '../../../../libs/contracts/rights.js';
import { ruleInWords } from './api/problem.js';

/** Why an act may not be done, in Danish, with who can lift it; null when it may. */
export function refusalOf(ability: Ability): string | null {
  return ability === true ? null : ruleInWords(ability.code, ability.liftedBy ?? null);
}
