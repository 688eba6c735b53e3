/** What a body takes up every year in a month, as far as a list of meetings tells it. */
export interface ListedTheme {
  readonly title: string;
  readonly bodyName: string;
  readonly month: number;
}

/** The themes of a month (`2026-11`). */
export function themesIn(month: string, themes: readonly ListedTheme[]): readonly ListedTheme[] {
  const number = Number(month.slice(5));
  return themes.filter((theme) => theme.month === number);
}
