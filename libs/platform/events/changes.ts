import { contentHash } from '../ids/content-hash.js';

/** What one field held before and after a change; `closed` when those who read open things only may not read it. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly closed?: boolean;
}

/** A value as an event row keeps it: itself, or the hash it has in event_text. */
export type StoredValue = { readonly value: unknown } | { readonly text: string };

/** A change as an event row keeps it. */
export interface StoredChange {
  readonly field: string;
  readonly before: StoredValue;
  readonly after: StoredValue;
  readonly closed?: true;
}

/** From so many characters of JSON on, a value is kept once under its hash and not in every row. */
const LONG = 200;

/**
 * What a patch changes in a row, field by field; call it before the patch is written. Fields that keep their value are
 * left out. `closed` says that what the row held, or will hold, is closed: its values then stand under their hashes only.
 */
export function changesOf<Row extends object>(
  before: Row,
  patch: Partial<Row>,
  options: { readonly closed?: boolean } = {},
): FieldChange[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(patch).flatMap(([field, after]) => {
    const had = old.get(field) ?? null;
    if (after === undefined || contentHash(had) === contentHash(after)) return [];
    return [{ field, before: had, after, closed: options.closed ?? false }];
  });
}

/** Changes in the form that an event row keeps, and the texts that stand beside it, by hash. */
export function storedForm(changes: readonly FieldChange[]): {
  readonly changes: StoredChange[];
  readonly texts: ReadonlyMap<string, string>;
} {
  const texts = new Map<string, string>();
  const keep = (value: unknown, closed: boolean): StoredValue => {
    const json = JSON.stringify(value ?? null);
    const isShown = value === null || value === undefined || (!closed && json.length < LONG);
    if (isShown) return { value: value ?? null };
    const text = contentHash(value);
    texts.set(text, json);
    return { text };
  };
  const stored = changes.map(({ field, before, after, closed = false }) => ({
    ...{ field, before: keep(before, closed), after: keep(after, closed) },
    ...(closed ? { closed } : {}),
  }));
  return { changes: stored, texts };
}
