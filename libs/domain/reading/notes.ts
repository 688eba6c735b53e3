/** What is kept of a private note. */
export interface KeptNote {
  readonly text: string;
  /** Rises by one with every change, the removal too. */
  readonly version: number;
}

/**
 * Whether a note may be written by somebody who read it in this version (0: there was none). A note that was removed is as
 * one that was never written, and may also be written again as it was removed.
 */
export function fitsNote(present: KeptNote | null, readVersion: number): boolean {
  if (present === null) return readVersion === 0;
  return present.version === readVersion || (present.text === '' && readVersion === 0);
}

/** The pause, in milliseconds, after which somebody who goes on writing begins anew. */
export const WRITING_PAUSE = 10 * 60 * 1000;

/**
 * What a change of a note is put on record as: writing once for each time somebody sits down to it, removing each time;
 * null for what is no change, or goes on. `changedAt` is when it was changed before.
 */
export function noteChange(
  present: (KeptNote & { readonly changedAt: Date }) | null,
  text: string,
  now: Date,
): 'written' | 'removed' | null {
  const before = present?.text ?? '';
  if (before === text) return null;
  if (text === '') return 'removed';
  const goesOn =
    present !== null && before !== '' && now.getTime() - present.changedAt.getTime() < WRITING_PAUSE;
  return goesOn ? null : 'written';
}
