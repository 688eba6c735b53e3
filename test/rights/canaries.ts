/** What every closed text of a test's world holds, numbered, so that one that leaks tells where it stood. */
export const CANARY = 'KANARIEFUGL';
const places: string[] = [];

/** A word that stands nowhere else, for the place it is put in. */
export function canary(place: string): string {
  places.push(place);
  return `${CANARY}-${places.length}`;
}

/** How many closed texts have been marked. */
export function canaryCount(): number {
  return places.length;
}

/** The places whose words stand in a text, each once. */
export function canariesIn(text: string): string[] {
  const found = new Set(text.match(new RegExp(`${CANARY}-\\d+`, 'g')) ?? []);
  return [...found].map((word) => `${word}: ${places[Number(word.slice(CANARY.length + 1)) - 1] ?? '?'}`);
}
