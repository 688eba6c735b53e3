export {
  PRODUCT,
  ROLES,
  ROLE_SCOPE,
  holds,
  holdsAnywhere,
  inForce,
  isOneself,
  isProduct,
  isViewed,
  ownId,
  scopesOf,
} from './actor.js';
export type { Actor, Grant, Role, RoleScope, StandIn, Term } from './actor.js';
export { INSIGHTS, atLeast, insightInto, mayReadPoint } from './insight.js';
export type { BodyFacts, Insight, PointFacts } from './insight.js';
export { checkMembership, checkSubstitute } from './membership.js';
export { no, onlyFor } from './may.js';
export type { May } from './may.js';
export { STOOD_IN_ROLES, checkStandIn } from './stand-in.js';
export type { StandInPeople, WantedStandIn } from './stand-in.js';
