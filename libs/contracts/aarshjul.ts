import { z } from 'zod';
import { id, line, minutes, version } from './common.js';
import { pointType } from './organisation.js';

/** Something a body takes up every year in the same month. */
export const aarshjulItem = z.strictObject({
  title: line,
  month: z.int().min(1).max(12),
  minutes: minutes.nullable().default(null),
  type: pointType.default('discussion'),
});
export type AarshjulItem = z.infer<typeof aarshjulItem>;

export const replaceAarshjul = z.strictObject({ items: z.array(aarshjulItem).max(200) });
export type ReplaceAarshjul = z.infer<typeof replaceAarshjul>;

/** The aarshjul of a body, in the order it was written. */
export const aarshjul = z
  .object({ bodyId: id, items: z.array(aarshjulItem), version })
  .meta({ id: 'Aarshjul' });
export type AarshjulView = z.infer<typeof aarshjul>;
