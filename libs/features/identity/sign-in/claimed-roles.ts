import { ROLE_SCOPE, ROLES } from '../../../domain/rights/index.js';
import type { Role } from '../../../domain/rights/index.js';
import type { ClaimMapping } from '../../../platform/config/access.js';

/** A role that the provider says somebody has; `scope` is a body's name or a unit's code, null where none is needed. */
export interface ClaimedRole {
  readonly role: Role;
  readonly scope: string | null;
}

/**
 * The roles that claims give by the configured mapping, each once. A role of a unit that names none is held in the unit
 * of the unit claim. What the mapping does not know, and a role left without the body or unit it needs, gives nothing.
 */
export function claimedRoles(
  claims: Readonly<Record<string, unknown>>,
  mapping: ClaimMapping,
): ClaimedRole[] {
  if (mapping.roleClaim === null) return [];
  const [unit = null] = mapping.unitClaim === null ? [] : texts(claims[mapping.unitClaim]);
  const found = new Map<string, ClaimedRole>();
  for (const value of texts(claims[mapping.roleClaim])) {
    const written = Object.hasOwn(mapping.roles, value) ? mapping.roles[value] : undefined;
    const claimed = written === undefined ? null : readRole(written, unit);
    if (claimed !== null) found.set(`${claimed.role}@${claimed.scope ?? ''}`, claimed);
  }
  return [...found.values()];
}

/** Reads `role` or `role@scope`; null when there is no such role, or it lacks its scope. A guest is invited, not claimed. */
function readRole(written: string, unit: string | null): ClaimedRole | null {
  const [name = '', ...rest] = written.split('@');
  const role = ROLES.find((known) => known === name);
  if (role === undefined) return null;
  const named = rest.length === 0 ? null : rest.join('@');
  switch (ROLE_SCOPE[role]) {
    case 'everything':
      return { role, scope: null };
    case 'body':
      return named === null ? null : { role, scope: named };
    case 'unit':
      return named === null && unit === null ? null : { role, scope: named ?? unit };
    case 'point':
      return null;
  }
}

/** A claim as the texts in it: providers send one as itself, several as a list. */
function texts(claim: unknown): string[] {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter((value) => typeof value === 'string');
}
