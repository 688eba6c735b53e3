/** What a key means in a list of follow-ups that has the focus. */
export type ListCommand =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'select' }
  | { readonly kind: 'act'; readonly act: FollowUpAct };

export type FollowUpAct = 'status' | 'responsible' | 'due' | 'note' | 'open';

const LETTERS: Readonly<Partial<Record<string, FollowUpAct>>> = {
  s: 'status',
  a: 'responsible',
  f: 'due',
  k: 'note',
  e: 'open',
};

/**
 * Reads a plain key (see `plainKey`) where row `at` of `count` has the focus. Letters count only where the user has not
 * switched them off; Enter always opens.
 */
export function listCommand(key: string, at: number, count: number, letters: boolean): ListCommand | null {
  const places: Readonly<Partial<Record<string, number>>> = {
    ArrowDown: Math.min(at + 1, count - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: count - 1,
  };
  const to = places[key];
  if (to !== undefined) return { kind: 'go', to };
  if (key === ' ') return { kind: 'select' };
  if (key === 'Enter') return { kind: 'act', act: 'open' };
  const act = letters ? LETTERS[key.toLowerCase()] : undefined;
  return act === undefined ? null : { kind: 'act', act };
}
