import type { SourceLine } from './source-line.js';
import { flow, joinAll, withoutBullet } from './reflow.js';

const LEAD = /^(Det|Der)\s+(indstilles|anbefales|foreslås)\s*,?\s*:?\s*/i;
const AT = /^(?:\(?\d{1,2}[.)]|[a-z]\)|[•▪◦–-])?\s*(at\s.+)$/iu;

/** Tells whether a line opens a recommendation: `Det indstilles, at ...`. */
export const opensRecommendation = (text: string): boolean =>
  /^Det\s+(indstilles|anbefales)\s*[,:]?\s*(at\b|$|:)/i.test(text);

/**
 * The "at"-sentences of a recommendation, without numbers, lead and full stop. A text with no "at" at all gives
 * itself, so that nothing recommended is lost.
 */
export function recommendationsIn(text: string): string[] {
  const items: string[] = [];
  for (const line of text.split(/\n+/).map((part) => part.trim())) {
    const own = line.replace(LEAD, '');
    if (own === '' || own === '-') continue;
    const match = AT.exec(own);
    if (match) items.push(match[1] ?? '');
    else if (items.length > 0 && !/^\p{Lu}/u.test(own))
      items.push(joinAll([items.pop() ?? '', withoutBullet(own)]));
    else items.push(withoutBullet(own));
  }
  return items.map(tidy).filter((item) => item !== '');
}

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

/** The running text of lines, as one paragraph or list. */
export const recommendationText = (lines: readonly SourceLine[], width: number): string => flow(lines, width);
