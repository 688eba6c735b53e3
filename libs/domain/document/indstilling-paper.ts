import type { Closing } from '../imports/indstilling-closing.js';
import type { IndstillingTemplate } from '../indstilling/index.js';
import type { RichText } from '../text/index.js';
import { headOf, takeClosing } from './indstilling-paper-facts.js';
import { sectionHeading, unknownHeading } from './indstilling-paper-headings.js';
import type { FoundHeading } from './indstilling-paper-headings.js';
import { asRecommendation } from './indstilling-paper-recommendation.js';
import { evenly, richTextOf, wordsOfLine } from './paper-text.js';
import type { PaperAsides, PaperLine } from './paper.js';

/** Where something stood that fits nowhere: over the first section, under a heading, at the end, or beside the text. */
export const LEFTOVER_PLACES = ['head', 'heading', 'closing', 'comment', 'note', 'margin'] as const;
export type LeftoverPlace = (typeof LEFTOVER_PLACES)[number];

/** What a document says that no field or section takes, word for word. */
export interface Leftover {
  readonly where: LeftoverPlace;
  /** The heading it stood under as written; null where it stood under none. */
  readonly heading: string | null;
  readonly text: string;
}

/** What a document prints of an indstilling beside its title and its sections; null where it says nothing. */
export interface PaperFacts extends Pick<
  Closing,
  'unit' | 'month' | 'name' | 'phone' | 'email' | 'caseNumber'
> {
  /** Of time. */
  readonly minutes: number | null;
  /** The meeting that it names over its title, as written. */
  readonly meeting: string | null;
}

/** An indstilling as read from a document. */
export interface IndstillingPaper {
  readonly title: string | null;
  readonly facts: PaperFacts;
  /** By key, those whose headings stand in the document; one that nothing stands under is empty. */
  readonly sections: Readonly<Record<string, RichText>>;
  readonly leftovers: readonly Leftover[];
}

/** A part of a document: what stands under one heading. */
interface Part {
  readonly heading: FoundHeading;
  readonly lines: PaperLine[];
}

const NO_ASIDES: PaperAsides = { comments: [], notes: [], margins: [] };

/**
 * Reads an indstilling out of the lines of a document by the headings of its template. What stands over the first of them,
 * under a heading that the template does not have, or under one that stood there before, is left over and listed: nothing
 * is put where it was not written.
 */
export function readIndstillingPaper(
  lines: readonly PaperLine[],
  template: IndstillingTemplate,
  asides: PaperAsides = NO_ASIDES,
): IndstillingPaper {
  const { head, parts } = parted(lines, template);
  const closing = takeClosing(parts.at(-1)?.lines ?? []);
  const top = headOf(head, asides.margins, template);
  const own = firstOfTheirKeys(parts);
  return {
    title: top.title,
    facts: {
      ...{ minutes: top.minutes, meeting: top.meeting },
      ...mergedFacts(closing, top.facts),
    },
    sections: Object.fromEntries(
      [...own].map((part) => [part.heading.key ?? '', sectionText(part, template)]),
    ),
    leftovers: [
      ...leftover('head', null, top.rest),
      ...parts
        .filter((part) => !own.has(part))
        .flatMap(({ heading, lines: under }) => underHeading(heading, under)),
      ...leftover('closing', null, closing.rest),
      ...asides.comments.map((text): Leftover => ({ where: 'comment', heading: null, text })),
      ...asides.notes.map((text): Leftover => ({ where: 'note', heading: null, text })),
      ...top.margins.map((text): Leftover => ({ where: 'margin', heading: null, text })),
    ],
  };
}

/** The parts that are sections: of each key the one that stands first. */
function firstOfTheirKeys(parts: readonly Part[]): ReadonlySet<Part> {
  const first = new Map<string, Part>();
  for (const part of parts) {
    const { key } = part.heading;
    if (key !== null && !first.has(key)) first.set(key, part);
  }
  return new Set(first.values());
}

/** The lines over the first heading of the template, and the parts that headings begin. */
function parted(
  lines: readonly PaperLine[],
  template: IndstillingTemplate,
): { readonly head: readonly PaperLine[]; readonly parts: readonly Part[] } {
  const head: PaperLine[] = [];
  const parts: Part[] = [];
  const standing = new Set<string | null>();
  for (const line of withoutKindLine(lines, template)) {
    const current = parts.at(-1);
    const heading = sectionHeading(line, template, current?.heading ?? null);
    const isWithin = heading !== null && isOwnOfText(heading, standing, current?.heading.level ?? null);
    const unknown = heading === null && current ? unknownHeading(line, current.heading) : null;
    if (heading !== null && !isWithin) {
      parts.push({ heading, lines: [...heading.rest] });
      standing.add(heading.key);
    } else if (unknown !== null) parts.push({ heading: unknown, lines: [] });
    else (current?.lines ?? head).push(line);
  }
  return { head, parts };
}

/** The name of a section that stands already is a heading, or a line, of the text where it stands below that of its part. */
const isOwnOfText = (
  { key, level }: FoundHeading,
  standing: ReadonlySet<string | null>,
  current: number | null,
): boolean => standing.has(key) && current !== null && (level === null || level > current);

/**
 * INDSTILLING over the title says what the paper is. It is the heading of the section only where no other one is, or where
 * another section stands before it.
 */
function withoutKindLine(lines: readonly PaperLine[], template: IndstillingTemplate): readonly PaperLine[] {
  const found = lines.map((line) => sectionHeading(line, template, null));
  const isRecommendation = (heading: FoundHeading | null | undefined): boolean =>
    template.sections.some(({ key, kind }) => kind === 'recommendation' && key === heading?.key);
  const first = found.findIndex((heading) => heading !== null);
  const isTwice = found.filter(isRecommendation).length > 1;
  if (first < 0 || !isTwice || !isRecommendation(found[first])) return lines;
  return lines.filter((_, i) => i !== first);
}

function sectionText({ heading, lines }: Part, template: IndstillingTemplate): RichText {
  const text = textOf(lines, heading.level);
  const kind = template.sections.find(({ key }) => key === heading.key)?.kind;
  return kind === 'recommendation' ? asRecommendation(text) : text;
}

/** The blocks of lines that say something; headings in them are counted from the one they stand under, or the highest. */
function textOf(lines: readonly PaperLine[], level: number | null): RichText {
  const said = lines.filter((line) => line.kind === 'row' || evenly(wordsOfLine(line)) !== '');
  const levels = said.flatMap((line) => (line.kind === 'heading' ? [line.level] : []));
  return richTextOf(said, level ?? Math.min(9, ...levels) - 1);
}

function underHeading(heading: FoundHeading, lines: readonly PaperLine[]): readonly Leftover[] {
  const found = leftover('heading', heading.text, lines);
  return found.length > 0 ? found : [{ where: 'heading', heading: heading.text, text: '' }];
}

function leftover(
  where: LeftoverPlace,
  heading: string | null,
  lines: readonly PaperLine[],
): readonly Leftover[] {
  const text = plainLines(lines);
  return text === '' ? [] : [{ where, heading, text }];
}

/** The words of lines, one each, those of lists with a mark before them. */
function plainLines(lines: readonly PaperLine[]): string {
  const marks = { bullet: '• ', number: '– ' };
  return lines
    .map((line) => (line.kind === 'item' ? marks[line.list] : '') + wordsOfLine(line).trim())
    .filter((text) => text !== '')
    .join('\n');
}

function mergedFacts(first: Closing, second: Closing): Omit<PaperFacts, 'minutes' | 'meeting'> {
  return {
    unit: first.unit ?? second.unit,
    month: first.month ?? second.month,
    name: first.name ?? second.name,
    phone: first.phone ?? second.phone,
    email: first.email ?? second.email,
    caseNumber: first.caseNumber ?? second.caseNumber,
  };
}
