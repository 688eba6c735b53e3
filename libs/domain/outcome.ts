/**
 * A refusal is a value, not an exception: which rule said no, and what it said no to.
 * The edge (HTTP, command line) turns it into a problem response or a message; the screen turns the code into Danish.
 */
export interface Refusal {
  /** Stable, kebab-case, e.g. `fixed-start-before-previous-point`. Never renamed once released. */
  readonly code: string;
  /** The rule in one English sentence, naming the thing it stopped. */
  readonly rule: string;
  /** Where in the input the fault stands, e.g. `points[3].fixedStart`; absent when it concerns the whole. */
  readonly at?: string;
  /** Who can lift the rule, e.g. `secretariat`; absent when nobody can. */
  readonly liftedBy?: string;
}

/** The result of a rule: either the value it allows or the refusal that stopped it. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Wraps an allowed value as a successful outcome. */
export function allowed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** Wraps a refusal as an unsuccessful outcome; `code` is stable, `rule` is one English sentence. */
export function refused(
  code: string,
  rule: string,
  more: { at?: string; liftedBy?: string } = {},
): Outcome<never> {
  return { ok: false, refusal: { code, rule, ...more } };
}
