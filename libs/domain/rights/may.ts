import type { Refusal } from '../outcome.js';

/** What a policy answers: yes, or the rule that stops it and who can lift it. */
export type May = true | (Refusal & { readonly liftedBy: string });

/** A refusal of rights: the rule in a sentence and who may do it. Its code is always `not-allowed`. */
export function no(rule: string, liftedBy: string): May {
  return { code: 'not-allowed', rule, liftedBy };
}

/** Yes, or else a refusal that says who may. */
export function onlyFor(allowed: boolean, who: string): May {
  return allowed || no(`Only ${who} may do this.`, who);
}
