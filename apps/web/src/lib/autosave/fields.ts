export const namesIn = <Fields extends object>(fields: Partial<Fields>): (keyof Fields)[] =>
  Object.keys(fields) as (keyof Fields)[];

export const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;

/** Texts and numbers are the same when they are equal, lists and blocks when they say the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);

/** What of what was typed stands otherwise. */
export function withoutEqual<Fields extends object>(
  typed: Partial<Fields>,
  standing: Partial<Fields>,
): Partial<Fields> {
  const kept = namesIn(typed).filter((name) => !isSame(typed[name], standing[name]));
  return Object.fromEntries(kept.map((name) => [name, typed[name]])) as Partial<Fields>;
}
