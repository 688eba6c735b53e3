import type { IndstillingTemplate } from '../indstilling/index.js';
import { plainInline } from '../text/index.js';
import type { Inline } from '../text/index.js';
import { cutBefore, evenly } from './paper-text.js';
import type { PaperLine } from './paper.js';

/** A heading that begins a part of an indstilling on paper. */
export interface FoundHeading {
  /** The section it names; null where the template has none of that name. */
  readonly key: string | null;
  /** As written. */
  readonly text: string;
  /** How high it stands by its style; null where it is told by its looks alone. */
  readonly level: number | null;
  /** It is written in capitals. */
  readonly isCapitals: boolean;
  /** What stands on the line behind it. */
  readonly rest: readonly PaperLine[];
}

/** How the sections are headed beside what their template calls them: other forms and spellings of the same words. */
const SPELLINGS: Readonly<Record<string, RegExp>> = {
  introduction: /^(indledning(en)?|introduktion)$/,
  recommendation:
    /^(indstilling(en|er|erne)?|beslutningspunkt(er)?|indstillingspunkt(er)?|forslag til (beslutning|indstilling))$/,
  statement: /^(sagsfremstilling(en)?|sags ?fremstilling|sagsbeskrivelse(n)?)$/,
  resources: /^(ress?ource(r|rne|forbrug)?|ress?urser)$/,
  communication: /^(kom+unikation(en)?)$/,
  'further-process': /^(den |det )?videre (proces+(en)?|forløb)$/,
  'coordinated-with': /^(er )?(ko+rdineret|koordinering|koordination) med$/,
  attachments: /^(bilag(ene)?|bilagsliste|bilagsoversigt|liste over bilag|vedhæftede bilag)$/,
  summary: /^(kort )?resum[eé](et)?$/,
  background: /^(hvorfor fremsendes forslaget\??|baggrund(en)?|baggrund(en)? og formål(et)?)$/,
  effect: /^(forvente(t|de) )?effekt(en|er)?$/,
  service: /^ydelse(n|r)?$/,
  organisation: /^organisering(en)?$/,
};

/** `1.`, `2.3`, `a)`, `IV.` before a heading. */
const NUMBER = /^\(?(\d{1,2}(\.\d{1,2})*[.):]?|[a-zæøå][.)]|[ivx]{1,4}[.)])\s+/i;

/** Words as headings are compared: without number and stop, whatever the size of their letters. */
function bareHeading(words: string): string {
  return evenly(words)
    .replace(NUMBER, '')
    .replace(/\s*[:.]$/, '')
    .toLocaleLowerCase('da-DK');
}

/** The key of the section that words name; null where they name none of the template. */
function keyNamed(words: string, { sections }: IndstillingTemplate): string | null {
  const name = bareHeading(words);
  // What a body calls a section itself comes before what another is called elsewhere.
  const found =
    sections.find(({ heading }) => bareHeading(heading) === name) ??
    sections.find(({ key }) => SPELLINGS[key]?.test(name) ?? false);
  return found?.key ?? null;
}

export const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/** Every run that says something is bold. */
export function isBold(content: readonly Inline[]): boolean {
  const said = content.filter(({ text }) => text.trim() !== '');
  return said.length > 0 && said.every(({ bold }) => bold === true);
}

/**
 * The heading of a section that a line is or begins with. A styled heading is one by its words; other lines are where they
 * say nothing else, or where the heading is set off by capitals or bold from what goes on behind it.
 */
export function sectionHeading(
  line: PaperLine,
  template: IndstillingTemplate,
  current: FoundHeading | null,
): FoundHeading | null {
  if (line.kind === 'row') return headingOfRow(line, template);
  const words = plainInline(line.content);
  const key = keyNamed(words, template);
  const text = evenly(words);
  const level = line.kind === 'heading' ? line.level : null;
  if (line.kind === 'heading')
    return key === null ? null : { key, text, level, isCapitals: isCapitals(text), rest: [] };
  const isSetOff = isCapitals(text) || isBold(line.content);
  // An entry of a list, or a word within a text, may be the name of a section by chance.
  const mayBe = isSetOff || (line.kind === 'paragraph' && /^[\d\s.)]*\p{Lu}/u.test(text));
  if (key !== null && mayBe && (isSetOff || current?.level == null))
    return { key, text, level, isCapitals: isCapitals(text), rest: [] };
  return key === null && line.kind === 'paragraph' ? headingBefore(line, template) : null;
}

/** A heading in capitals or bold with its text on the same line, behind a colon or a line break. */
function headingBefore(
  line: PaperLine & { kind: 'paragraph' },
  template: IndstillingTemplate,
): FoundHeading | null {
  const words = plainInline(line.content);
  const end = /^[^:\n]{3,60}(:\s*\n?|\n)/.exec(words)?.[0] ?? '';
  const key = end === '' ? null : keyNamed(end, template);
  if (key === null) return null;
  const text = evenly(end);
  if (!isCapitals(text) && !isBold(firstOf(line.content, end.trimEnd().length))) return null;
  const content = cutBefore(line.content, end.length);
  return { key, text, level: null, isCapitals: isCapitals(text), rest: [{ ...line, content, marked: 0 }] };
}

/** The runs of a line up to its first `count` characters, less the colon that may be set otherwise. */
function firstOf(content: readonly Inline[], count: number): readonly Inline[] {
  let left = count;
  return content.flatMap((run) => {
    const text = run.text.slice(0, left);
    left -= text.length;
    return text === '' || text.trim() === ':' ? [] : [{ ...run, text }];
  });
}

/** A table that sets a text out has the heading in its first cell, and the text below it or in the next one. */
function headingOfRow(
  { cells }: PaperLine & { kind: 'row' },
  template: IndstillingTemplate,
): FoundHeading | null {
  const [first = [], second, ...more] = cells;
  if (more.length > 0) return null;
  const [opening, ...below] = linesOf(first);
  if (!opening || (second !== undefined && below.length > 0)) return null;
  const heading = sectionHeading(opening, template, null);
  if (heading === null || !(heading.isCapitals || isBold(opening.content))) return null;
  return { ...heading, rest: [...heading.rest, ...below, ...linesOf(second ?? [])] };
}

type Paragraph = PaperLine & { kind: 'paragraph' };

/** The lines of a cell as paragraphs. */
function linesOf(content: readonly Inline[]): readonly Paragraph[] {
  const lines: Inline[][] = [[]];
  for (const run of content) {
    const [begun = '', ...more] = run.text.split('\n');
    if (begun !== '') lines.at(-1)?.push({ ...run, text: begun });
    for (const text of more) lines.push(text === '' ? [] : [{ ...run, text }]);
  }
  return lines
    .filter((line) => plainInline(line).trim() !== '')
    .map((own) => ({ kind: 'paragraph' as const, content: own, marked: 0 }));
}

/** What in a text of capitals is no heading: something left to fill in. */
const PLACEHOLDER = /^(husk|xx+)\b|[[\]]/i;

/**
 * A heading that the template has no section for, where it stands as high as that of the part it stands in and is told in
 * the same way. Those below it are headings of the text.
 */
export function unknownHeading(line: PaperLine, current: FoundHeading): FoundHeading | null {
  if (line.kind === 'row') return null;
  const text = evenly(plainInline(line.content));
  if (text === '') return null;
  const found = { key: null, text, isCapitals: isCapitals(text), rest: [] };
  if (line.kind === 'heading')
    return line.level <= (current.level ?? 1) ? { ...found, level: line.level } : null;
  const isHeading =
    current.level === null &&
    current.isCapitals &&
    isCapitals(text) &&
    text.length <= 60 &&
    /^(?:\P{L}*\p{L}){5}/u.test(text) &&
    !/[.!?;,]$/.test(text) &&
    !PLACEHOLDER.test(text);
  return isHeading ? { ...found, level: null } : null;
}
