import { createStore } from '../store.js';

/**
 * What was typed and is not saved yet, kept on this device from the first key on: a page that is reloaded, a tab that
 * breaks down and a lost connection lose nothing. Each person has their own; who signs out leaves none behind.
 */
const PREFIX = 'dagsorden.draft.';

/** Whose drafts they are: the id of the person signed in; null while nobody is, and then nothing is kept. */
export const draftsOwner = createStore<string | null>(null);

/** What is kept of one thing that is being written. */
export interface KeptDraft<Fields> {
  /** What was typed. */
  readonly typed: Partial<Fields>;
  /** What stood there when typing began. */
  readonly base: Fields;
  /** The version it was typed to. */
  readonly version: number;
}

/** Keeps a draft under the name of a page and the id of the thing. */
export function keepDraft<Fields>(page: string, id: string, draft: KeptDraft<Fields>): void {
  const prefix = prefixOf(page);
  if (prefix === null) return;
  try {
    localStorage.setItem(prefix + id, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing, or no more: what was typed is saved all the same as long as the page stands.
  }
}

export function dropDraft(page: string, id: string): void {
  const prefix = prefixOf(page);
  if (prefix !== null) localStorage.removeItem(prefix + id);
}

/** The drafts of a page that were kept, by the id of their thing; those that cannot be read are dropped. */
export function keptDrafts<Fields>(
  page: string,
  isDraft: (kept: unknown) => kept is KeptDraft<Fields>,
): ReadonlyMap<string, KeptDraft<Fields>> {
  const found = new Map<string, KeptDraft<Fields>>();
  const prefix = prefixOf(page);
  if (prefix === null) return found;
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
    const kept = parsed(localStorage.getItem(key));
    if (isDraft(kept)) found.set(key.slice(prefix.length), kept);
    else localStorage.removeItem(key);
  }
  return found;
}

/** Removes every draft from this device, whoever wrote it. */
export function clearDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function prefixOf(page: string): string | null {
  const owner = draftsOwner.get();
  return owner === null ? null : `${PREFIX}${owner}.${page}.`;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
