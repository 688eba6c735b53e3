import { joinAll } from './reflow.js';
import { runningHeads } from './running-heads.js';
import type { SourceLine } from './source-line.js';

/** A page stamp: `Punkt 3, Bilag 2: title`, wrapped over several lines, at the foot (or head) of an attachment's page. */
export interface Stamp {
  readonly point: string;
  readonly attachment: number;
  readonly title: string;
  readonly first: SourceLine;
  readonly lines: readonly number[];
}

export interface StampReading {
  readonly stamps: readonly Stamp[];
  /** Line numbers of stamps, page numbers and what pages repeat beside them. */
  readonly lines: ReadonlySet<number>;
  /** Line numbers inside a stamp that its other copies do not have. */
  readonly intruders: ReadonlySet<number>;
}

const HEAD = /^Punkt\s+(\d{1,3}\s?[A-Z]?),\s*Bilag\s+(\d{1,3})\s*:\s*(.*)$/;
const PAGE_OF_STAMP = /\s*[-–]\s*side\s+\d+\s+af\s+\d+$/i;

/** A stamp is a small box: more lines, or wider ones, are the page's own text. */
const MOST_LINES = 7;
const WIDEST = 48;

/** Finds the page stamps and page numbers. Copies of one stamp tell together how long it is and what does not belong. */
export function findStamps(lines: readonly SourceLine[]): StampReading {
  const numbers = runningHeads(lines);
  const boxes = lines.flatMap((line, i) => (HEAD.test(line.text) ? [boxAt(lines, i, numbers)] : []));
  const texts = agreedTexts(boxes);
  const taken = new Set<number>();
  const intruders = new Set<number>();
  const stamps = boxes.map((box) => {
    const { own, foreign } = compare(box, texts.get(keyOf(box)) ?? []);
    own.forEach((line) => taken.add(line.no));
    foreign.forEach((line) => intruders.add(line.no));
    return stampOf(own);
  });
  numbers.forEach((no) => taken.add(no));
  return { stamps: stamps.filter((stamp) => stamp !== null), lines: taken, intruders };
}

function boxAt(lines: readonly SourceLine[], at: number, numbers: ReadonlySet<number>): SourceLine[] {
  const first = lines[at];
  if (!first) return [];
  const box = [first];
  if (PAGE_OF_STAMP.test(first.text)) return box;
  for (const line of lines.slice(at + 1, at + MOST_LINES)) {
    if (line.blankBefore || HEAD.test(line.text) || line.text.length > WIDEST || numbers.has(line.no)) break;
    box.push(line);
    if (PAGE_OF_STAMP.test(line.text)) break;
  }
  return box;
}

const keyOf = (box: readonly SourceLine[]): string =>
  HEAD.exec(box[0]?.text ?? '')
    ?.slice(1, 3)
    .join('/') ?? '';

interface Copies {
  readonly text: readonly string[];
  votes: number;
}

/** By key, the lines most copies agree on; among equals the shortest, then the first. Counted once: a bilag has thousands of pages. */
function agreedTexts(boxes: readonly (readonly SourceLine[])[]): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, Map<string, Copies>>();
  for (const box of boxes) {
    const text = box.map((line) => line.text);
    const copies = byKey.get(keyOf(box)) ?? new Map<string, Copies>();
    const same = copies.get(text.join('\n')) ?? { text, votes: 0 };
    same.votes += 1;
    byKey.set(keyOf(box), copies.set(text.join('\n'), same));
  }
  return new Map([...byKey].map(([key, copies]) => [key, mostAgreed([...copies.values()])]));
}

const mostAgreed = (copies: readonly Copies[]): readonly string[] =>
  copies.reduce<Copies>(
    (best, one) =>
      one.votes > best.votes || (one.votes === best.votes && one.text.length < best.text.length) ? one : best,
    { text: [], votes: 0 },
  ).text;

function compare(
  box: readonly SourceLine[],
  text: readonly string[],
): { own: SourceLine[]; foreign: SourceLine[] } {
  const own = [...box.slice(0, 1)];
  const foreign: SourceLine[] = [];
  for (const line of box.slice(1)) {
    if (own.length >= text.length) break;
    if (line.text === text[own.length]) own.push(line);
    else foreign.push(line);
  }
  return own.length === text.length ? { own, foreign } : { own: [...box], foreign: [] };
}

function stampOf(own: readonly SourceLine[]): Stamp | null {
  const first = own[0];
  const match = first && HEAD.exec(first.text);
  if (!match) return null;
  const title = joinAll(
    [match[3] ?? '', ...own.slice(1).map((line) => line.text)].filter((text) => text !== ''),
  );
  return {
    point: (match[1] ?? '').replace(/\s/g, ''),
    attachment: Number(match[2]),
    title: title.replace(PAGE_OF_STAMP, '').trim(),
    first,
    lines: own.map((line) => line.no),
  };
}
