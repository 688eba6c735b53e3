import type { SourceLine } from './source-line.js';
import { isListItem, joinAll, withoutBullet } from './reflow.js';

const LEAD = /^(Det|Der)\s+(indstilles|anbefales|foreslås)\s*,?\s*:?\s*/i;
const AT = /^(?:\(?\d{1,2}[.)]|[a-z]\)|[•▪◦–-])?\s*(at\s.+)$/iu;

/** Tells whether a line opens a recommendation: `Det indstilles, at ...`. */
export const opensRecommendation = (text: string): boolean =>
  /^Det\s+(indstilles|anbefales)\s*[,:]?\s*(at\b|$|:)/i.test(text);

/**
 * The "at"-sentences of a recommendation, without numbers, lead and full stop. Where one lead ("at direktionen") has its
 * list below, each entry gets the lead. A text with no "at" at all gives itself, so that nothing recommended is lost.
 */
export function recommendationsIn(text: string): string[] {
  const items: string[][] = [];
  let lead: string | null = null;
  for (const line of text.split(/\n+/).map((part) => part.trim())) {
    const own = line.replace(LEAD, '');
    if (own === '' || own === '-') continue;
    const match = AT.exec(own);
    const before = items.at(-1);
    if (match) items.push([match[1] ?? '']);
    else if (isListItem(own) && (lead !== null || isLead(before))) {
      lead ??= joinAll(items.pop() ?? []);
      items.push([`${lead} ${withoutMark(own)}`]);
    } else if (before !== undefined && !/^\p{Lu}/u.test(own)) before.push(own);
    else items.push([withoutMark(own)]);
  }
  return items.map((item) => tidy(joinAll(item))).filter((item) => item !== '');
}

/** "at direktionen" is the beginning of what its list says, not a recommendation of its own. */
function isLead(lines: readonly string[] | undefined): boolean {
  // Five words stand on few lines.
  if (lines === undefined || lines.length > 9) return false;
  const item = joinAll(lines);
  return /^at(\s+\S+){1,4}:?$/i.test(item) && !/[.,;]$/.test(item);
}

const withoutMark = (text: string): string => withoutBullet(text).replace(/^(\d{1,2}[.)]|[a-z]\))\s+/, '');

const tidy = (item: string): string =>
  item
    .replace(/[.;,]?(\s+og)?$/, '')
    .replace(/^At\b/, 'at')
    .trim();

/** The paragraph that begins at a line: up to the next blank line, list items included. */
export function paragraphAt(lines: readonly SourceLine[], at: number): readonly SourceLine[] {
  const end = lines.findIndex((line, i) => i > at && line.blankBefore && !AT.test(line.text));
  return lines.slice(at, end < 0 ? lines.length : end);
}
