/** A unit as the minutes may name it. */
export interface NamedUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A person as the minutes may name them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly initials: string | null;
  readonly aliases: readonly string[];
}

/** Whom a text names: a unit or a person, never both; neither when the text stays a text. */
export interface Responsible {
  readonly unitId: string | null;
  readonly personId: string | null;
}

const NOBODY: Responsible = { unitId: null, personId: null };

/**
 * The unit or person that a text names in full, by code, initials, name or alias; capitals and spaces do not count.
 * What fits nobody, or more than one, names nobody: nothing is guessed, and "FAS og MØB" stays the text it is
 * (PRODUCT.md, "Nothing is ever invented").
 */
export function matchResponsible(
  text: string | null,
  units: readonly NamedUnit[],
  people: readonly NamedPerson[],
): Responsible {
  const wanted = plain(text ?? '');
  if (wanted === '') return NOBODY;
  const named = (names: readonly (string | null)[]): boolean =>
    names.some((name) => name !== null && plain(name) === wanted);
  const found: readonly Responsible[] = [
    ...units
      .filter((unit) => named([unit.code, unit.name, ...unit.aliases]))
      .map((unit) => ({ unitId: unit.id, personId: null })),
    ...people
      .filter((person) => named([person.initials, person.name, ...person.aliases]))
      .map((person) => ({ unitId: null, personId: person.id })),
  ];
  const [only, ...more] = found;
  return only !== undefined && more.length === 0 ? only : NOBODY;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
