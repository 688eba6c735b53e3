import { printDate } from '../calendar/index.js';
import type { LineRange, PackageDocument, PackageWarning } from './package-document.js';
import { titleKey } from './point-headings.js';

/** What the indstillinger with one title, or on one attachment's lines, say of their meeting; `several`: they disagree. */
interface Said {
  readonly first: { readonly at: number; readonly line: number };
  readonly date: string | null | typeof SEVERAL;
  readonly body: string | null | typeof SEVERAL;
}

/** What the indstillinger of a package say of their meetings, by the title and by the lines they stand on. */
export type SaidByIndstillinger = ReadonlyMap<string, Said>;

const SEVERAL = Symbol('several');

/**
 * Gives a meeting without a date or body those of the indstillinger placed on its points, with a warning each. Nothing
 * is taken when the indstillinger disagree.
 */
export function inferMeeting(document: PackageDocument, indstillinger: SaidByIndstillinger): PackageDocument {
  if (document.kind === 'indstilling') return document;
  const placed = keysOfPoints(document).flatMap((key) => indstillinger.get(key) ?? []);
  const said = placed.length === 0 ? null : placed.reduce(together);
  const date = document.meeting.date ?? onlyOne(said?.date);
  const body = document.meeting.body ?? onlyOne(said?.body);
  const line = said?.first.line ?? null;
  const warnings: PackageWarning[] = [];
  if (date !== null && document.meeting.date === null)
    warnings.push({
      code: 'date-inferred',
      text: `Mødets dato, ${printDate(date)}, er taget fra indstillingens hoved.`,
      line,
    });
  if (body !== null && document.meeting.body === null)
    warnings.push({
      code: 'body-inferred',
      text: `Mødets forum, ${body}, er taget fra indstillingens hoved.`,
      line,
    });
  if (date === null)
    warnings.push({ code: 'date-missing', text: 'Mødets dato fremgår ikke.', line: document.lines.from });
  return {
    ...document,
    meeting: { ...document.meeting, date, body },
    warnings: [...document.warnings, ...warnings],
  };
}

/** Gathers what the indstillinger among the documents of a package say. */
export function saidByIndstillinger(documents: readonly PackageDocument[]): SaidByIndstillinger {
  const said = new Map<string, Said>();
  documents.forEach(({ indstilling, lines, meeting }, at) => {
    if (!indstilling) return;
    const one: Said = { first: { at, line: lines.from }, date: meeting.date, body: meeting.body };
    for (const key of [titleOf(indstilling.title ?? ''), linesOf(lines)].flat()) {
      const before = said.get(key);
      said.set(key, before ? together(before, one) : one);
    }
  });
  return said;
}

/** An indstilling is placed on a point that has its title, or whose attachment it is. */
const keysOfPoints = ({ points }: PackageDocument): string[] =>
  points.flatMap(({ title, attachments }) => [
    ...titleOf(title),
    ...attachments.flatMap(({ lines }) => (lines === null ? [] : linesOf(lines))),
  ]);

const titleOf = (title: string): string[] => (titleKey(title) === '' ? [] : [`title ${titleKey(title)}`]);
const linesOf = ({ from, to }: LineRange): string[] => [`lines ${from}-${to}`];

function together(a: Said, b: Said): Said {
  const agree = <T>(one: T | null, other: T | null): T | null | typeof SEVERAL =>
    one === null || one === other ? other : other === null ? one : SEVERAL;
  return {
    first: b.first.at < a.first.at ? b.first : a.first,
    date: agree(a.date, b.date),
    body: agree(a.body, b.body),
  };
}

const onlyOne = (said: string | null | undefined | typeof SEVERAL): string | null =>
  said === undefined || said === SEVERAL ? null : said;
