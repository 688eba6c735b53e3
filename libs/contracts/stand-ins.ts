import { z } from 'zod';
import { id, isoDate, version } from './common.js';
import { abilitiesOf } from './rights.js';

/** Somebody to judge indstillinger in another's stead, from a day to a day in Denmark, both counted. */
export const createStandIn = z.strictObject({
  /** Who is away. */
  personId: id,
  standInId: id,
  from: isoDate,
  to: isoDate,
  /** Only as the rådmand of this body; null: at all steps of the one who is away. */
  bodyId: id.nullable().default(null),
});
export type CreateStandIn = z.infer<typeof createStandIn>;

export const standIn = z
  .object({
    id,
    personId: id,
    personName: z.string(),
    standInId: id,
    standInName: z.string(),
    from: isoDate,
    to: isoDate,
    bodyId: id.nullable(),
    bodyName: z.string().nullable(),
    version,
    abilities: abilitiesOf(['end']),
  })
  .meta({ id: 'StandIn' });
export type StandInView = z.infer<typeof standIn>;

export const standInQuery = z.strictObject({
  /** Of this one: who is away, or stands in. */
  personId: id.optional(),
});
export type StandInQuery = z.infer<typeof standInQuery>;

/** Those that are not over, the first to end first. */
export const standIns = z.object({ items: z.array(standIn) }).meta({ id: 'StandIns' });
export type StandInsView = z.infer<typeof standIns>;
