import { api } from './client.js';

/** A page of a list, as every list of the api gives it. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The most a list gives at a time. */
const LARGEST = 200;
/** Lists that choices are made from are short; this is where one stops all the same. */
const MOST_PAGES = 25;

/** The whole of a list that is short by nature: bodies, units, people. */
export async function wholeList<Item>(
  path: string,
  query: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await api.get<PageOf<Item>>(path, { ...query, limit: LARGEST, cursor }, signal);
    items.push(...answer.items);
    if (answer.nextCursor === null) break;
    cursor = answer.nextCursor;
  }
  return items;
}
