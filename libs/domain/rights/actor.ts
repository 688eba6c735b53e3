import type { IsoDate } from '../calendar/index.js';

/**
 * What a person can be to the product (PRODUCT.md, the three groups): secretariat, raadmand, chair, member and reader of
 * a body; leader and staff of a unit; guest of one point; administrator and director of everything.
 */
export const ROLES = [
  'administrator',
  'secretariat',
  'raadmand',
  'chair',
  'director',
  'leader',
  'staff',
  'member',
  'reader',
  'guest',
] as const;
export type Role = (typeof ROLES)[number];

/** What a role is held for. */
export type RoleScope = 'everything' | 'body' | 'unit' | 'point';

/** Which scope each role must name: one, and no other. */
export const ROLE_SCOPE: Readonly<Record<Role, RoleScope>> = {
  administrator: 'everything',
  director: 'everything',
  secretariat: 'body',
  raadmand: 'body',
  chair: 'body',
  member: 'body',
  reader: 'body',
  leader: 'unit',
  staff: 'unit',
  guest: 'point',
};

/** A role that is held now; the ids its scope does not ask for are null. */
export interface Grant {
  readonly role: Role;
  readonly bodyId: string | null;
  readonly unitId: string | null;
  readonly pointId: string | null;
}

/** What somebody may judge in another's stead today: the roles that the other holds in their own right. */
export interface StandIn {
  /** The one who is away. */
  readonly personId: string;
  readonly grants: readonly Grant[];
  /** The points, with their sub-points, that the one who is away is disqualified (inhabil) on. */
  readonly disqualifiedFrom: readonly string[];
}

/** Who does something, with all that rights are judged by. */
export interface Actor {
  /** Null: nobody, where the product acts by itself (the operator's command line, the jobs). */
  readonly personId: string | null;
  /** The product itself does it, for nobody or for the person: no rule of rights stops it. */
  readonly product: boolean;
  readonly grants: readonly Grant[];
  /** Ids of the points that the person is disqualified (inhabil) on. */
  readonly disqualifiedFrom: readonly string[];
  /** The person who sees what this one sees ("view as"); null when it is the person. */
  readonly viewedBy: string | null;
  /** Whom the person stands in for today, to judge indstillinger in their stead; left out: nobody. */
  readonly standsIn?: readonly StandIn[];
  /** Whether that one is an administrator, and so sees all that this person sees; left out: no. */
  readonly viewedByAdministrator?: boolean;
}

/** The product itself: no rule of rights stops it. */
export const PRODUCT: Actor = {
  personId: null,
  product: true,
  grants: [],
  disqualifiedFrom: [],
  viewedBy: null,
};

/** Whether the actor is the product itself. */
export function isProduct(actor: Actor): boolean {
  return actor.product;
}

/** Whether somebody else sees what this person sees ("view as"). */
export function isViewed(actor: Actor): boolean {
  return actor.viewedBy !== null;
}

/**
 * The id that rules about what is a person's own are judged by: what they write, what they are to do, they themself. Null
 * for nobody, and while somebody who is no administrator sees as them, since a person's own things lie in bodies that are
 * not the viewer's.
 */
export function ownId(actor: Actor): string | null {
  return !isViewed(actor) || actor.viewedByAdministrator === true ? actor.personId : null;
}

/** Whether somebody is the person with this id, as far as what is a person's own is theirs to see (`ownId`). */
export function isOneself(actor: Actor, personId: string | null): boolean {
  return personId !== null && personId === ownId(actor);
}

/** Whether the actor holds one of the roles for the body, unit or point with this id, or for everything. */
export function holds(actor: Actor, roles: readonly Role[], scopeId?: string | null): boolean {
  return actor.grants.some((grant) => {
    if (!roles.includes(grant.role)) return false;
    const scope = ROLE_SCOPE[grant.role];
    return scope === 'everything' || (scopeId != null && scopeIdOf(grant) === scopeId);
  });
}

/** Whether the actor holds one of the roles at all, whatever for. */
export function holdsAnywhere(actor: Actor, roles: readonly Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role));
}

/** The ids of what the actor holds one of the roles for; roles for everything have none. */
export function scopesOf(actor: Actor, roles: readonly Role[]): string[] {
  const ids = actor.grants
    .filter((grant) => roles.includes(grant.role))
    .map(scopeIdOf)
    .filter((id) => id !== null);
  return [...new Set(ids)];
}

function scopeIdOf(grant: Grant): string | null {
  return { everything: null, body: grant.bodyId, unit: grant.unitId, point: grant.pointId }[
    ROLE_SCOPE[grant.role]
  ];
}

/** From-to dates of a membership; null where it is open. Both days count. */
export interface Term {
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
}

/** Whether a membership is in force on a day. */
export function inForce(term: Term, today: IsoDate): boolean {
  return (
    (term.validFrom === null || term.validFrom <= today) && (term.validTo === null || today <= term.validTo)
  );
}
