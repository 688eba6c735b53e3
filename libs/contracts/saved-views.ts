import { z } from 'zod';
import { id, line, version } from './common.js';

/** The pages whose filters can be kept. */
export const viewPage = z.enum(['meetings', 'follow-ups', 'indstillinger']);
export type ViewPage = z.infer<typeof viewPage>;

const viewFields = {
  name: line.max(60, 'must be at most 60 characters').meta({ example: 'Udvalg i år' }),
  /** What stands after `?` in the address of the page; the page itself reads it, and leaves out what it does not know. */
  search: z
    .string()
    .max(1000, 'must be at most 1,000 characters')
    .regex(/^[\x21-\x7e]*$/, 'must be as an address has it, without ?'),
};

/** How many views one person keeps of one page. */
export const MOST_VIEWS = 50;

export const createSavedView = z.strictObject({ page: viewPage, ...viewFields });
export const changeSavedView = z.strictObject(viewFields).partial();
export type CreateSavedView = z.infer<typeof createSavedView>;
export type ChangeSavedView = z.infer<typeof changeSavedView>;

/** A set of filters that somebody has given a name; nobody else sees it. */
export const savedView = z
  .object({ id, page: viewPage, name: z.string(), search: z.string(), version })
  .meta({ id: 'SavedView' });
export type SavedViewOfPage = z.infer<typeof savedView>;

export const savedViewQuery = z.strictObject({ page: viewPage });
export type SavedViewQuery = z.infer<typeof savedViewQuery>;

/** One's own, by name. */
export const savedViews = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViews' });
export type SavedViewsOfPage = z.infer<typeof savedViews>;
