import { z } from 'zod';
import { isClockTime, isIsoDate } from '../domain/calendar/index.js';
import type { RichText } from '../domain/text/index.js';

/** The id of anything the product keeps: a UUID made by the product. */
export const id = z.uuid();

/** A calendar day that exists, `YYYY-MM-DD`. */
export const isoDate = z
  .string()
  .refine(isIsoDate, 'must be a date that exists, as YYYY-MM-DD')
  .meta({ format: 'date', example: '2026-03-10' });

/** A time of day `HH:MM`. */
export const clockTime = z
  .string()
  .refine(isClockTime, 'must be a time of day, as HH:MM')
  .meta({ example: '09:05' });

/** An instant in UTC. */
export const instant = z.iso.datetime().meta({ example: '2026-03-10T08:05:00.000Z' });

/** A line of text: no line breaks, not empty, at most 300 characters. */
export const line = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(300, 'must be at most 300 characters')
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'must be one line without control characters');

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Cs}/u.test(text);
}
const STORABLE = 'must hold neither NUL nor half a character';

/** Plain text as it was typed, with its line breaks and spaces, of at most so many characters; it may be empty. */
export const plainText = (most: number) =>
  z
    .string()
    .max(most, `must be at most ${most.toLocaleString('en')} characters`)
    .refine(isStorable, STORABLE);

/** A reason or note: not empty, at most 4,000 characters. */
export const note = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(4000, 'must be at most 4,000 characters')
  .refine(isStorable, STORABLE);

/** Minutes of time for a point: 0 to 1,440. */
export const minutes = z.int().min(0, 'must not be negative').max(1440, 'must be at most 1,440 (24 hours)');

/** The version of a resource, as its ETag gives it. */
export const version = z.int().min(1);

export const visibility = z.enum(['open', 'closed']);
export const audience = z.enum(['all', 'open']);

const inline = z.strictObject({
  text: z.string().max(100_000).refine(isStorable, STORABLE),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: z
    .url({ protocol: /^(https?|mailto)$/ })
    .refine(isStorable, STORABLE)
    .optional(),
});
const runs = z.array(inline).max(5000);
const lists = {
  items: z
    .array(z.strictObject({ content: runs }))
    .min(1)
    .max(2000),
};

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), content: runs }),
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    content: runs,
  }),
  z.strictObject({ type: z.literal('bullet-list'), ...lists }),
  z.strictObject({ type: z.literal('numbered-list'), ...lists }),
  z.strictObject({
    type: z.literal('table'),
    header: z.boolean(),
    rows: z
      .array(
        z
          .array(z.strictObject({ content: runs }))
          .min(1)
          .max(40),
      )
      .min(1)
      .max(1000),
  }),
]);

/** A text of more than a line, as block JSON. */
export const richText: z.ZodType<RichText, RichText> = z.array(block).max(2000).meta({ id: 'RichText' });

/** A page of a list: what it holds, and the cursor of the next page or null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** What every list takes: how many at most (1-200, default 50) and where to go on from. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
};

/** A query parameter that says yes or no. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
