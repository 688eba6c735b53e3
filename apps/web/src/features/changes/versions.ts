/** A version by its number, or the agenda that is being drafted. */
export type VersionName = number | 'draft';

/** The states in which those who make an agenda may have changed it since it was sent. */
const BEING_CORRECTED: readonly string[] = ['drafting', 'sent', 'in-session'];

/** What can be compared: the versions that were sent, and for those who make the agenda what they have made of it since. */
export function comparable(
  sent: readonly number[],
  { runs, state }: { readonly runs: boolean; readonly state: string },
): readonly VersionName[] {
  return runs && sent.length > 0 && BEING_CORRECTED.includes(state) ? [...sent, 'draft'] : sent;
}

/** The two that are compared when nobody chose: the last of them, and the one before it. Null where there is only one. */
export function lastTwo(names: readonly VersionName[]): { from: number; to: VersionName } | null {
  const [from, to] = names.slice(-2);
  return typeof from === 'number' && to !== undefined ? { from, to } : null;
}
