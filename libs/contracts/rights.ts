import { z } from 'zod';
import { ROLES } from '../domain/rights/index.js';
import { id, isoDate, pageQuery, version } from './common.js';

export { PRODUCT } from '../domain/rights/index.js';
export type { Actor } from '../domain/rights/index.js';

export const role = z.enum(ROLES);

/** What stops an act, for the screen: the rule's code and sentence, and who can lift it. */
export const obstacle = z
  .object({ code: z.string(), rule: z.string(), liftedBy: z.string().optional() })
  .meta({ id: 'Obstacle' });

/** Whether the one who asks may do something: `true`, or what stops it. */
export const ability = z.union([z.literal(true), obstacle]).meta({ id: 'Ability' });
export type Ability = z.infer<typeof ability>;

/** The abilities of a resource: each named act. */
export function abilitiesOf<const Acts extends readonly string[]>(acts: Acts) {
  return z.object(
    Object.fromEntries(acts.map((act) => [act, ability])) as Record<Acts[number], typeof ability>,
  );
}

const membershipFields = {
  personId: id,
  role,
  bodyId: id.nullable(),
  unitId: id.nullable(),
  pointId: id.nullable(),
  /** The first and last day it is in force; null: open. */
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
  /** The membership it stands in for. */
  substituteFor: id.nullable(),
};
export const createMembership = z.strictObject({
  ...membershipFields,
  bodyId: membershipFields.bodyId.default(null),
  unitId: membershipFields.unitId.default(null),
  pointId: membershipFields.pointId.default(null),
  validFrom: membershipFields.validFrom.default(null),
  validTo: membershipFields.validTo.default(null),
  substituteFor: membershipFields.substituteFor.default(null),
});
export const changeMembership = z
  .strictObject({ validFrom: membershipFields.validFrom, validTo: membershipFields.validTo })
  .partial();
export const membership = z
  .object({ id, ...membershipFields, personName: z.string(), version })
  .meta({ id: 'Membership' });
export const membershipQuery = z.strictObject({
  ...pageQuery,
  personId: id.optional(),
  bodyId: id.optional(),
  unitId: id.optional(),
});
export type CreateMembership = z.infer<typeof createMembership>;
export type ChangeMembership = z.infer<typeof changeMembership>;
export type MembershipView = z.infer<typeof membership>;
export type MembershipQuery = z.infer<typeof membershipQuery>;

/** Signing out: here, or wherever one is signed in. */
export const endSession = z.strictObject({ everywhere: z.boolean().default(false) });
export type EndSession = z.infer<typeof endSession>;

/** Whom to see as; null: oneself again. */
export const viewAs = z.strictObject({ personId: id.nullable() });
export type ViewAs = z.infer<typeof viewAs>;

/** Who is signed in, as the screen needs it. */
export const session = z
  .object({
    person: z.object({
      id,
      name: z.string(),
      initials: z.string().nullable(),
      title: z.string().nullable(),
      email: z.string().nullable(),
      unitId: id.nullable(),
    }),
    roles: z.array(
      z.object({
        role,
        bodyId: id.nullable(),
        bodyName: z.string().nullable(),
        unitId: id.nullable(),
        unitCode: z.string().nullable(),
        pointId: id.nullable(),
      }),
    ),
    /** Goes with every request that changes something, as X-CSRF-Token. */
    csrfToken: z.string(),
    viewAs: z.object({ personId: id, name: z.string() }).nullable(),
    /** Whether they judge indstillinger in another's stead today. */
    standsIn: z.boolean(),
    /** Where to go after signing in, when nothing else was asked for. */
    landing: z.string(),
    abilities: abilitiesOf(['administer', 'viewAs', 'createMeeting', 'createIndstilling']),
    endsAt: z.string(),
    idleEndsAt: z.string(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof session>;
