/** Danish letters as they are also written: å as aa, æ as ae, ø as oe, é as e. */
function folded(text: string): string {
  return text
    .toLocaleLowerCase('da-DK')
    .replaceAll('å', 'aa')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Whether every word looked for begins a word of what something is called. */
export function matches(sought: string, names: readonly (string | null)[]): boolean {
  const words = names.flatMap((name) => folded(name ?? '').split(/\s+/));
  return folded(sought)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => words.some((each) => each.startsWith(word)));
}
