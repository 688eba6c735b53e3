import { aligned } from './alignment.js';
import { plainBlock } from './blocks.js';
import type { RichText } from './blocks.js';

/** A paragraph of two versions of a text: it stayed, came, went, or was rewritten so that its words can be compared. */
export type ParagraphChange =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** The least share of the words of the longer that two paragraphs have in common to be read as one rewritten (UX.md, B.6). */
const LEAST_SHARED = 0.4;
/** How far from its place among those that differ a rewritten paragraph is looked for: texts are long, and move little. */
const REACH = 20;

/** The paragraphs of a text as they are compared: items of a list and rows of a table are one each. */
export function paragraphsOf(text: RichText): readonly string[] {
  return text.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading'
      ? [plainBlock(block)]
      : plainBlock(block).split('\n'),
  );
}

/**
 * How the paragraphs of one version became those of another, in their order: first those that stayed, then, between them,
 * those that share words enough. What stayed, came and was changed gives the new version, what stayed, went and was
 * changed the old.
 */
export function paragraphChanges(
  before: readonly string[],
  after: readonly string[],
): readonly ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [went, came]: [string[], string[]] = [[], []];
  const settle = (): void => {
    changes.push(...paired(went, came));
    [went, came] = [[], []];
  };
  for (const { kind, text } of aligned(before, after)) {
    if (kind === 'removed') went.push(text);
    else if (kind === 'added') came.push(text);
    else {
      settle();
      changes.push({ kind, text });
    }
  }
  settle();
  return changes;
}

/** The share of the words of the longer paragraph that both have, each word as often as both have it: 0 to 1. */
export function sharedWords(one: string, other: string): number {
  return shared(countsOf(one), countsOf(other));
}

interface Counted {
  readonly words: ReadonlyMap<string, number>;
  readonly total: number;
}

function countsOf(text: string): Counted {
  const words = new Map<string, number>();
  const found = text.toLocaleLowerCase('da-DK').match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of found) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, total: found.length };
}

function shared(one: Counted, other: Counted): number {
  const most = Math.max(one.total, other.total);
  if (most === 0 || Math.min(one.total, other.total) / most < LEAST_SHARED) return 0;
  let both = 0;
  for (const [word, count] of one.words) both += Math.min(count, other.words.get(word) ?? 0);
  return both / most;
}

/** Pairs those that went with those that came, in their order, so that the pairs share as much as they can. */
function paired(went: readonly string[], came: readonly string[]): readonly ParagraphChange[] {
  const [old, fresh] = [went.map(countsOf), came.map(countsOf)];
  const width = came.length + 1;
  const best = new Float64Array((went.length + 1) * width);
  const gain = (i: number, k: number): number => {
    const [was, is] = [old[i], fresh[k]];
    if (!was || !is || Math.abs(i - k) > REACH + Math.abs(went.length - came.length)) return 0;
    const share = shared(was, is);
    return share < LEAST_SHARED ? 0 : share;
  };
  const gains = new Float64Array(went.length * width);
  for (let i = went.length - 1; i >= 0; i -= 1)
    for (let k = came.length - 1; k >= 0; k -= 1) {
      const own = gain(i, k);
      gains[i * width + k] = own;
      best[i * width + k] = Math.max(
        best[(i + 1) * width + k] ?? 0,
        best[i * width + k + 1] ?? 0,
        own > 0 ? own + (best[(i + 1) * width + k + 1] ?? 0) : 0,
      );
    }
  return chosen(went, came, { best, gains, width });
}

interface Table {
  readonly best: Float64Array;
  readonly gains: Float64Array;
  readonly width: number;
}

function chosen(
  went: readonly string[],
  came: readonly string[],
  { best, gains, width }: Table,
): readonly ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [i, k] = [0, 0];
  while (i < went.length && k < came.length) {
    const at = i * width + k;
    const [before = '', after = ''] = [went[i], came[k]];
    const own = gains[at] ?? 0;
    if (own > 0 && best[at] === own + (best[at + width + 1] ?? 0)) {
      changes.push({ kind: 'changed', before, after });
      [i, k] = [i + 1, k + 1];
    } else if (best[at] === best[at + width]) {
      changes.push({ kind: 'removed', text: before });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: after });
      k += 1;
    }
  }
  return [
    ...changes,
    ...went.slice(i).map((text) => ({ kind: 'removed' as const, text })),
    ...came.slice(k).map((text) => ({ kind: 'added' as const, text })),
  ];
}
