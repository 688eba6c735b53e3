/** What stands in the fields of a form, as texts: a list has one entry a line, a yes is `yes`. */
export type Fields<Name extends string> = Readonly<Record<Name, string>>;

/** What is wrong with the fields that are wrong. */
export type Faults<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** The names of the fields that differ. */
export function differing<Name extends string>(one: Fields<Name>, other: Fields<Name>): readonly Name[] {
  return namesOf(one).filter((name) => one[name] !== other[name]);
}

export function namesOf<Name extends string>(
  fields: Readonly<Partial<Record<Name, unknown>>>,
): readonly Name[] {
  // The keys of a record are of its key type; TypeScript does not say so of Object.keys.
  return Object.keys(fields) as Name[];
}

/** The entries of a list written one a line, empty lines left out. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A text, or null when nothing is written. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
