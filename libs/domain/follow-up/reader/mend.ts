/**
 * Mends text as it comes out of PDF and DOCX: page stamps out of the running text, words hyphenated at line ends made
 * whole, wrapped lines joined (PRODUCT.md, "Text as it comes out of PDF and DOCX").
 */

const STAMP = /^\s*Punkt\s+\d{1,3}[A-Z]?,\s*Bilag\s+\d{1,3}\s*:/;
const PAGE_NUMBER = /^\s*(?:side\s+\d{1,4}\s+af\s+\d{1,4}|-\s*\d{1,4}\s*-)\s*$/i;
const STAMP_ENDS = /side\s+\d{1,4}\s+af\s+\d{1,4}\s*$|\.(?:docx?|pdf|xlsx?|pptx?)\s*$/i;
/** Stamps are set in a narrow column at the foot of the page, about this many characters wide. */
const STAMP_WIDTH = 32;
const MAX_STAMP_LINES = 6;

/** How many lines the stamp that starts at `at` takes: a line belongs to it when the column forced the break. */
function stampLength(lines: readonly string[], at: number): number {
  let count = 1;
  while (count < MAX_STAMP_LINES) {
    const line = (lines[at + count - 1] ?? '').trim();
    const next = (lines[at + count] ?? '').trim();
    const isLast = at + count >= lines.length - 1;
    if (next === '' || isLast || STAMP_ENDS.test(line) || line.length > STAMP_WIDTH) break;
    const firstWord = /^\S+/.exec(next)?.[0] ?? '';
    const breakWasForced = line.length + 1 + firstWord.length > STAMP_WIDTH;
    if (!breakWasForced || /[.!?]$/.test(next) || next.length > STAMP_WIDTH) break;
    count += 1;
  }
  return count;
}

function withoutStamps(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? '';
    if (STAMP.test(line)) i += stampLength(lines, i);
    else {
      if (!PAGE_NUMBER.test(line)) kept.push(line);
      i += 1;
    }
  }
  return kept;
}

/** First parts of compounds that keep their hyphen when the line breaks at it. */
const HYPHEN_PREFIXES = new Set(
  'it ikke e tv p u cpr gps ph mus apv gdpr bpa sms pc cd dvd ips vip ad hoc non anti eks semi'.split(' '),
);
const SUSPENDED = /^(?:og|eller|samt|hhv|henholdsvis|men|kontra)(?![\p{L}\p{N}])/u;

/** A line that ends in a hyphen, as it goes on with the next line: without the hyphen, with it, or with a space too. */
function mendedHyphen(line: string, next: string): string {
  const stem = line.slice(0, -1);
  if (SUSPENDED.test(next)) return `${line} `;
  const lastWord = /[\p{L}\p{N}]{1,60}$/u.exec(stem.slice(-60))?.[0] ?? '';
  const isAcronym = lastWord.length > 1 && lastWord === lastWord.toUpperCase();
  const keeps = !/^\p{Ll}/u.test(next) || isAcronym || HYPHEN_PREFIXES.has(lastWord.toLowerCase());
  return keeps ? line : stem;
}

/** A line that starts something of its own: a bullet, a lettered or numbered item. */
const ITEM = /^(?:[•▪◦*]\s*|[-–]\s+|\d{1,2}\)\s*|[a-z]\)\s*)/;
const DASH_ITEM = /^[-–]\s/;
const HEADING = /^Punkt\s+\d{1,3}[A-Z]?\s*:/;

/** Whether a line is an item of a list; a dash may also be a dash of the running text that happened to wrap. */
function startsItem(line: string, before: string, inList: boolean): boolean {
  if (!ITEM.test(line)) return false;
  return !DASH_ITEM.test(line) || before === '' || inList || /[.!?:]$/.test(before);
}

/** The lines of one paragraph as one line. */
function joined(lines: readonly string[]): string {
  const parts = lines.map((line, i) => {
    const next = lines[i + 1];
    if (next === undefined) return line;
    return /[\p{L}\p{N}]-$/u.test(line.slice(-3)) ? mendedHyphen(line, next) : `${line} `;
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The paragraphs of a text, each on one line: stamps gone, hyphenation and wrapping mended, bullets apart. */
export function mendedParagraphs(text: string): string[] {
  const paragraphs: string[][] = [[]];
  let inList = false;
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\u00ad/g, '')
    .split('\n');
  for (const raw of withoutStamps(lines)) {
    const line = raw.trim();
    const current = paragraphs[paragraphs.length - 1] ?? [];
    const isItem = startsItem(line, current[current.length - 1] ?? '', inList);
    const isBreak = line === '' || HEADING.test(line);
    if (isBreak) inList = false;
    if (isItem) inList = true;
    const words = isItem ? line.replace(ITEM, '') : line;
    if (isBreak) paragraphs.push([]);
    else if (isItem) paragraphs.push([words]);
    else current.push(words);
  }
  return paragraphs.map(joined).filter((paragraph) => paragraph !== '');
}
