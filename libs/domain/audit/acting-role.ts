import { ROLES } from '../rights/index.js';
import type { Actor, Grant, Role } from '../rights/index.js';

/**
 * The role that somebody is taken to act in where the rule that let the act through did not say: the strongest of those
 * they hold for the scope (a body, unit or point) or for everything; where they hold none of these, since the scope is a
 * meeting or an indstilling, the strongest they hold at all. Null for the product itself, and for who holds no role.
 */
export function actingRole(actor: Actor, scopeId: string | null): Role | null {
  const forScope = actor.grants.filter((grant) => {
    const scopes = scopesOf(grant);
    return scopes.length === 0 || scopes.includes(scopeId);
  });
  const grants = forScope.length > 0 ? forScope : actor.grants;
  return ROLES.find((role) => grants.some((grant) => grant.role === role)) ?? null;
}

function scopesOf({ bodyId, unitId, pointId }: Grant): (string | null)[] {
  return [bodyId, unitId, pointId].filter((id) => id !== null);
}
