import { closingStart, readClosing } from './indstilling-closing.js';
import type { Closing } from './indstilling-closing.js';
import { indstillingHead } from './indstilling-head.js';
import type { IndstillingHead } from './indstilling-head.js';
import { sectionKey } from './indstilling-headings.js';
import { readLetterhead } from './letterhead.js';
import type { PackageDocument, PackageIndstilling, PackageWarning } from './package-document.js';
import { opensRecommendation, paragraphAt, recommendationsIn } from './recommendations.js';
import { flow, joinAll, widthOf } from './reflow.js';
import { numbersOf } from './source-line.js';
import type { SourceLine } from './source-line.js';

export interface IndstillingReading {
  readonly document: PackageDocument;
  readonly fields: readonly number[];
  readonly letterheads: readonly number[];
}

interface Section {
  readonly key: string;
  readonly heading: SourceLine;
  readonly lines: readonly SourceLine[];
}

/** Reads an indstilling: head, title, sections, recommendations, bilag and whom to ask. Null when it has no section. */
export function readIndstilling(lines: readonly SourceLine[]): IndstillingReading | null {
  const [first] = lines;
  const last = lines.at(-1);
  // Below the first section whom to ask stands at the end, in the form of a letterhead but not as one.
  const above = lines.findIndex((line) => sectionKey(line.text, line.blankBefore) !== null);
  const { letterhead, caseNumber, lines: inLetterhead } = readLetterhead(lines.slice(0, Math.max(0, above)));
  const text = lines.filter((line) => !inLetterhead.has(line.no));
  const sectionsAt = text.findIndex((line) => sectionKey(line.text, line.blankBefore) !== null);
  if (sectionsAt < 0 || !first || !last) return null;
  const top = readTop(text.slice(0, sectionsAt));
  const width = widthOf(text);
  const { sections, closing } = partSections(text.slice(sectionsAt));
  const end = readClosing(closing);
  const placed = placeRecommendation(sections);
  const body = placed.sections.map((section) => ({
    key: section.key,
    heading: section.heading.text.replace(/\s*:$/, ''),
    text: section.key === 'recommendation' ? asList(flow(section.lines, width)) : flow(section.lines, width),
  }));
  return {
    document: {
      kind: 'indstilling',
      lines: { from: first.no, to: last.no },
      documentDate: null,
      letterhead,
      meeting: meetingOf(top.head, end.caseNumber ?? caseNumber),
      points: [],
      indstilling: indstillingOf(top, body, end),
      followUps: [],
      warnings: [...placed.warnings, ...end.warnings],
    },
    fields: [
      ...top.fields,
      ...sections.flatMap((section) => numbersOf([section.heading, ...section.lines])),
      ...end.fields,
    ],
    letterheads: [...inLetterhead],
  };
}

interface Top {
  readonly head: IndstillingHead | null;
  readonly title: string | null;
  readonly fields: readonly number[];
}

/** Above the first section: the line that names the meeting, and the title. */
function readTop(lines: readonly SourceLine[]): Top {
  const headLine = lines.find((line) => indstillingHead(line.text) !== null);
  const rest = lines.filter((line) => line !== headLine && !/^indstilling$/i.test(line.text));
  const title = rest.filter((line, i) => i === 0 || !line.blankBefore);
  const kind = lines.filter((line) => /^indstilling$/i.test(line.text));
  return {
    head: headLine ? indstillingHead(headLine.text) : null,
    title: title.length === 0 ? null : joinAll(title.map((line) => line.text)),
    fields: numbersOf([...(headLine ? [headLine] : []), ...kind, ...title]),
  };
}

function partSections(lines: readonly SourceLine[]): { sections: Section[]; closing: SourceLine[] } {
  const found: { key: string; heading: SourceLine; lines: SourceLine[] }[] = [];
  for (const line of lines) {
    const key = sectionKey(line.text, line.blankBefore);
    if (key !== null && !found.some((section) => section.key === key))
      found.push({ key, heading: line, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  const last = found.at(-1);
  const from = last ? closingStart(last.lines) : 0;
  const closing = last ? last.lines.splice(from) : [];
  return { sections: found, closing };
}

/** A recommendation that stands under another heading while its own is empty is put back where it belongs. */
function placeRecommendation(sections: readonly Section[]): {
  sections: readonly Section[];
  warnings: PackageWarning[];
} {
  const own = sections.find((section) => section.key === 'recommendation');
  if (!own || own.lines.length > 0) return { sections, warnings: [] };
  for (const section of sections) {
    const at = section.lines.findIndex((line) => line.blankBefore && opensRecommendation(line.text));
    if (at < 0 || section === own) continue;
    const moved = paragraphAt(section.lines, at);
    const [first] = moved;
    const isMoved = new Set(moved);
    const text = `Indstillingen stod under ${section.heading.text} og er flyttet til ${own.heading.text}.`;
    const rest = section.lines.filter((line) => !isMoved.has(line));
    return {
      sections: sections.map((s) =>
        s === own ? { ...s, lines: moved } : s === section ? { ...s, lines: rest } : s,
      ),
      warnings: [{ code: 'recommendation-misplaced', text, line: first?.no ?? null }],
    };
  }
  const text = `Der står ingen indstilling under ${own.heading.text}.`;
  return { sections, warnings: [{ code: 'recommendation-missing', text, line: own.heading.no }] };
}

/** A list whose entries share a lead is written out, so that section and recommendations say the same. */
function asList(text: string): string {
  const items = recommendationsIn(text);
  const written = text.replace(/\s+/g, ' ');
  // The items stand in their order: each is looked for from the one before on, and from the start only when it is not there.
  let from = 0;
  const stands = (item: string): boolean => {
    const at = written.indexOf(item, from);
    from = at < 0 ? from : at;
    return at >= 0 || written.includes(item);
  };
  if (items.every(stands)) return text;
  return ['Det indstilles:', ...items.map((item, i) => `${i + 1}. ${item}.`)].join('\n\n');
}

const meetingOf = (head: IndstillingHead | null, caseNumber: string | null): PackageDocument['meeting'] => ({
  body: head?.body ?? null,
  date: head?.date ?? null,
  start: null,
  end: null,
  place: null,
  caseNumber,
  participants: [],
});

function indstillingOf(top: Top, sections: PackageIndstilling['sections'], end: Closing): PackageIndstilling {
  const textOf = (key: string): string => sections.find((section) => section.key === key)?.text ?? '';
  return {
    title: top.title,
    minutes: top.head?.minutes ?? null,
    unit: end.unit,
    month: end.month,
    author: { name: end.name, phone: end.phone, email: end.email },
    recommendations: recommendationsIn(textOf('recommendation') || textOf('decision-points')),
    sections,
    attachments: bilagIn(textOf('attachments')),
  };
}

/** The titles of the bilag in their order; their numbers are their places. */
const bilagIn = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) =>
      line
        .replace(/^([•–-]|\d{1,2}[.)])\s*/, '')
        .replace(/^Bilag\s+\d+\s*[:.–-]\s*/i, '')
        .trim(),
    )
    .filter((title) => /[\p{L}\d]/u.test(title));
