import { closingStart, readClosing } from '../imports/indstilling-closing.js';
import type { Closing } from '../imports/indstilling-closing.js';
import { indstillingHead } from '../imports/indstilling-head.js';
import type { SourceLine } from '../imports/source-line.js';
import type { IndstillingTemplate } from '../indstilling/index.js';
import { WORDS } from './document.text.js';
import { isBold } from './indstilling-paper-headings.js';
import { evenly, wordsOfLine } from './paper-text.js';
import type { PaperLine } from './paper.js';

/** What stands at the end of an indstilling on paper, and what of it says nothing that is known. */
export interface PaperClosing extends Closing {
  readonly rest: readonly PaperLine[];
}

/** A closing is some lines of a few words each; more is text that names a telephone. */
const MOST_CLOSING = 12;
const LONGEST_CLOSING = 150;

/** Takes the closing lines off the end of the last part of a document: unit, month, and whom to ask. */
export function takeClosing(lines: PaperLine[]): PaperClosing {
  const start = startOf(lines);
  const isShort = lines
    .slice(start)
    .every((line) => line.kind !== 'heading' && wordsOfLine(line).length <= LONGEST_CLOSING);
  const isClosing = isShort && lines.slice(start).filter(saysSomething).length <= MOST_CLOSING;
  return factsOf(isClosing ? lines.splice(start) : []);
}

function startOf(lines: readonly PaperLine[]): number {
  const styled = lines.findIndex((line) => line.kind === 'paragraph' && line.style === 'closing');
  if (styled >= 0) return styled;
  const said = sourceOf(lines);
  const first = said[closingStart(said)];
  return first === undefined ? lines.length : first.no;
}

const saysSomething = (line: PaperLine): boolean => evenly(wordsOfLine(line)) !== '';

/** Lines as the reader of packages knows them, numbered from 0; two cells of a row are a label and what it names. */
function sourceOf(lines: readonly PaperLine[]): readonly SourceLine[] {
  return lines.flatMap((line, no) => {
    const text = labelled(wordsOfLine(line));
    if (text === '') return [];
    const before = lines[no - 1];
    const isApart = before === undefined || !saysSomething(before) || before.kind !== line.kind;
    // No entry of a list is taken for the unit that stands by itself over the month.
    const blankBefore = namesFact(text) || (line.kind === 'paragraph' && isApart);
    return [{ no, text, pageStart: false, blankBefore }];
  });
}

/** The first tab of a line parts a label from what it names. */
function labelled(words: string): string {
  const tab = words.indexOf('\t');
  if (tab < 0) return evenly(words);
  return evenly(`${evenly(words.slice(0, tab)).replace(/:$/, '')}: ${words.slice(tab)}`);
}

/** A line that by itself says one of the facts at the end of an indstilling. */
const namesFact = (text: string): boolean =>
  closingStart([{ no: 0, text, pageStart: false, blankBefore: true }]) === 0;

function factsOf(lines: readonly PaperLine[]): PaperClosing {
  const closing = readClosing(sourceOf(lines));
  const unfilled = closing.warnings.filter(({ code }) => code === 'placeholder-left');
  const left = new Set(unfilled.map(({ line }) => line));
  const used = new Set(closing.fields.filter((no) => !left.has(no)));
  return { ...closing, rest: lines.filter((_, no) => !used.has(no)) };
}

/** What stands over the first section. */
export interface PaperHead {
  readonly title: string | null;
  readonly minutes: number | null;
  readonly meeting: string | null;
  readonly facts: Closing;
  /** What of it says nothing that is known. */
  readonly rest: readonly PaperLine[];
  /** The headers and footers that say something of their own. */
  readonly margins: readonly string[];
}

/** The longest title that an indstilling may have, in characters. */
const LONGEST_TITLE = 300;

/** Reads what stands over the first section and in the margins: title, meeting and minutes, and facts with their names. */
export function headOf(
  lines: readonly PaperLine[],
  margins: readonly string[],
  template: IndstillingTemplate,
): PaperHead {
  const said = lines.filter((line) => saysSomething(line) && !isKind(evenly(wordsOfLine(line)), template));
  const leads = [...said.map((line) => evenly(wordsOfLine(line))), ...margins].filter(isLead);
  const lead = leads[0] ?? margins.find((text) => MEETING.test(text)) ?? null;
  const others = said.filter((line) => evenly(wordsOfLine(line)) !== lead);
  const named = new Set(others.filter((line) => sourceOf([line]).some(({ text }) => namesFact(text))));
  const facts = factsOf([...named]);
  const unused = new Set(facts.rest);
  const unnamed = others.filter((line) => !named.has(line));
  const title = titleLine(unnamed);
  return {
    title: title === null ? null : evenly(wordsOfLine(title)),
    minutes: lead === null ? null : minutesOf(lead),
    meeting: lead === null ? null : lead.replace(MINUTES, ''),
    facts,
    rest: others.filter((line) => (named.has(line) ? unused.has(line) : line !== title)),
    margins: margins.filter((text) => text !== lead && !isOfThePage(text)),
  };
}

const MINUTES = /\s*[–-]\s*(\d{1,3})\s*min(utter|ut)?\.?$/iu;
/** A meeting as the product prints one in a margin, with no minutes behind it. */
const MEETING = /^(Møde i .+|\p{Lu}\p{L}*([ -]\p{L}+)*møde)( \d{1,2}\. \p{L}+ \d{4})?$/u;

/** `Rådmandsmøde 14. januar 2025 – 10 minutter`, or another meeting and its minutes. */
const isLead = (text: string): boolean =>
  indstillingHead(text) !== null || (MINUTES.test(text) && MEETING.test(text.replace(MINUTES, '')));

function minutesOf(lead: string): number | null {
  const written = MINUTES.exec(lead)?.[1];
  return written === undefined ? null : Number(written);
}

/** `INDSTILLING`, or the name of the template, says what the paper is. */
function isKind(text: string, { name }: IndstillingTemplate): boolean {
  const lower = text.toLocaleLowerCase('da-DK');
  return [name, WORDS.indstilling].some((kind) => kind.toLocaleLowerCase('da-DK') === lower);
}

/** The words around the numbers of pages, and the mark of a draft, are the product's own. */
const isOfThePage = (text: string): boolean =>
  /^(side)?\s*(af)?$/i.test(text) || text.toLowerCase() === WORDS.draft.toLowerCase();

/** By its style, else the highest heading, else the only line there is, else the one set in bold. */
function titleLine(lines: readonly PaperLine[]): PaperLine | null {
  const may = lines.filter((line) => line.kind !== 'row' && wordsOfLine(line).length <= LONGEST_TITLE);
  const heading = may.find((line) => line.kind === 'heading');
  const bold = may.filter((line) => line.kind === 'paragraph' && isBold(line.content));
  return (
    may.find((line) => line.kind === 'paragraph' && line.style === 'title') ??
    heading ??
    (lines.length === 1 ? may[0] : null) ??
    (bold.length === 1 ? bold[0] : null) ??
    null
  );
}
