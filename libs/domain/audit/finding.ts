/** What was done to the audit trail. */
export const TAMPERINGS = [
  'event-edited',
  'event-moved',
  'events-swapped',
  'event-deleted',
  'event-inserted',
  'tail-cut',
  'seal-edited',
  'seals-swapped',
  'seal-deleted',
  'text-edited',
  'text-deleted',
  'checkpoint-damaged',
  'checkpoint-signature',
  'checkpoint-missing',
  'checkpoints-restarted',
] as const;
export type Tampering = (typeof TAMPERINGS)[number];

/**
 * One tampering and where it is. Positions count the events from 1 in the order they were sealed; of an inserted event
 * they are its neighbours, of a swap the two, of a checkpoint its number in the file.
 */
export interface Finding {
  readonly kind: Tampering;
  readonly from: number;
  readonly to: number;
  /** The id of the event, or the hash of the text, that it is about; null where that is not one. */
  readonly id: string | null;
  /** When that event was made (ISO, UTC), as its id says; null where that cannot be known. */
  readonly at: string | null;
  /** What was to stand there and what stands there, where two rows may have taken each other's place. */
  readonly expected?: string;
  readonly found?: string;
}

/**
 * Says the findings about single rows as what was done: two that took each other's place were swapped, neighbouring seals
 * were edited together, and events missing up to the `last` position were cut off. Gives them by position.
 */
export function settle(findings: readonly Finding[], last: number): Finding[] {
  const swapped = pairUp(pairUp(findings, 'event-moved', 'events-swapped'), 'seal-edited', 'seals-swapped');
  const known = new Set(findings.filter((f) => f.kind !== 'event-inserted').map((f) => f.id));
  const gone = new Set(swapped.filter((f) => f.kind === 'event-deleted').map((f) => f.from));
  const own = swapped.filter((finding) => {
    // An event that was moved is found at its new place too, and an event that is gone takes its seal along.
    if (finding.kind === 'event-inserted') return !known.has(finding.id ?? '');
    return finding.kind !== 'seal-deleted' || !gone.has(finding.from);
  });
  return joinNeighbours(cutOff(own, last)).sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Two findings of a kind, of which each holds what the other should hold, become one. */
function pairUp(findings: readonly Finding[], kind: Tampering, together: Tampering): Finding[] {
  const byExpected = new Map(findings.filter((f) => f.kind === kind).map((f) => [f.expected, f]));
  return findings.flatMap((finding) => {
    const isPaired = finding.kind === kind && finding.found !== undefined;
    const other = isPaired ? byExpected.get(finding.found) : undefined;
    if (other === undefined || other === finding || other.found !== finding.expected) return [finding];
    return finding.from < other.from ? [{ ...finding, kind: together, to: other.from }] : [];
  });
}

/** Events that are missing from some position to the very last were cut off. */
function cutOff(findings: readonly Finding[], last: number): Finding[] {
  const gone = new Map(findings.filter((f) => f.kind === 'event-deleted').map((f) => [f.from, f]));
  let from = last + 1;
  while (gone.has(from - 1)) from -= 1;
  const first = gone.get(from);
  if (first === undefined) return [...findings];
  const kept = findings.filter((f) => f.kind !== 'event-deleted' || f.from < from);
  return [...kept, { ...first, kind: 'tail-cut', to: last }];
}

const JOINED: readonly Tampering[] = ['seal-edited', 'seal-deleted'];

function joinNeighbours(findings: readonly Finding[]): Finding[] {
  const joined: Finding[] = findings.filter((finding) => !JOINED.includes(finding.kind));
  for (const kind of JOINED) {
    const runs: Finding[] = [];
    for (const finding of findings.filter((f) => f.kind === kind).sort((a, b) => a.from - b.from)) {
      const run = runs.at(-1);
      if (run?.to === finding.from - 1) runs[runs.length - 1] = { ...run, to: finding.to };
      else runs.push(finding);
    }
    joined.push(...runs);
  }
  return joined;
}
