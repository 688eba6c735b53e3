/** The words of who judges indstillinger in another's stead. */
export const standIns = {
  title: 'Stedfortræder',
  these: 'Stedfortrædere',
  hintOwn:
    'Mens du er væk, kan din stedfortræder læse, godkende, returnere og afvise de indstillinger, der venter på dig. Stedfortræderen får ikke adgang til andet.',
  hint: 'Mens personen er væk, kan stedfortræderen læse, godkende, returnere og afvise de indstillinger, der venter på personen. Stedfortræderen får ikke adgang til andet.',
  hintBody:
    'Gælder kun den, der er rådmand i dette forum, og kun de indstillinger, der venter på rådmanden her. Stedfortræderen får ikke adgang til andet.',
  none: 'Der er ingen stedfortræder.',
  for: (here: string, away: string) => `${here} for ${away}`,
  days: (from: string, to: string) => `fra ${from} til og med ${to}`,
  day: (on: string) => `kun ${on}`,
  asRaadmandOf: (body: string) => `som rådmand i ${body}`,
  away: 'Hvem er væk',
  standInId: 'Stedfortræder',
  from: 'Fra',
  to: 'Til og med',
  choose: 'Vælg',
  make: 'Tilføj stedfortræder',
  end: 'Fjern',
  endNamed: (whom: string) => `Fjern: ${whom}`,
  made: 'Stedfortræderen er tilføjet.',
  ended: 'Stedfortræderen er fjernet.',
  fault: {
    person: 'Vælg en person.',
    from: 'Skriv den første dag, for eksempel 24. december.',
    to: 'Skriv den sidste dag, for eksempel 2. januar 2027.',
    order: 'Den sidste dag ligger før den første.',
  },
} as const;
