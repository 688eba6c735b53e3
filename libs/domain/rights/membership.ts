import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { ROLE_SCOPE } from './actor.js';
import type { Grant, Term } from './actor.js';

/**
 * Holds a membership to its shape: it names exactly what its role is held for (`membership-scope`), and does not end
 * before it begins (`membership-dates`).
 */
export function checkMembership(membership: Grant & Term): Outcome<true> {
  const named = (['bodyId', 'unitId', 'pointId'] as const).filter((field) => membership[field] !== null);
  const wanted = { everything: [], body: ['bodyId'], unit: ['unitId'], point: ['pointId'] }[
    ROLE_SCOPE[membership.role]
  ];
  if (named.join() !== wanted.join()) {
    const scope = ROLE_SCOPE[membership.role];
    const rule =
      scope === 'everything'
        ? `The role ${membership.role} is held for everything, so it names no body, unit or point.`
        : `The role ${membership.role} is held for one ${scope}, so it names that and nothing else.`;
    return refused('membership-scope', rule, { at: wanted[0] ?? named[0] ?? 'role' });
  }
  const { validFrom, validTo } = membership;
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    return refused('membership-dates', 'A membership cannot end before it begins.', { at: 'validTo' });
  return allowed(true);
}

/** A membership that somebody may stand in for. */
export type StoodInFor = Grant & { readonly personId: string; readonly substituteFor: string | null };

/**
 * Holds a substitute to what they stand in for: the same role for the same body, unit or point (`substitute-differs`), of
 * somebody else (`substitute-for-oneself`) who holds it in their own right (`substitute-of-a-substitute`).
 */
export function checkSubstitute(
  substitute: Grant & { readonly personId: string },
  stoodInFor: StoodInFor,
): Outcome<true> {
  const at = { at: 'substituteFor' };
  if ((['role', 'bodyId', 'unitId', 'pointId'] as const).some((key) => substitute[key] !== stoodInFor[key]))
    return refused('substitute-differs', 'A substitute holds the role they stand in for, and no other.', at);
  if (substitute.personId === stoodInFor.personId)
    return refused('substitute-for-oneself', 'Nobody stands in for themselves.', at);
  if (stoodInFor.substituteFor !== null)
    return refused('substitute-of-a-substitute', 'A substitute stands in for the one whose role it is.', at);
  return allowed(true);
}
