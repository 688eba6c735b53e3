import { printDate } from '../calendar/index.js';
import type { PackageDocument, PackageWarning } from './package-document.js';
import type { ReadDocument } from './package-parts.js';
import { titleKey } from './point-headings.js';

/**
 * Gives a meeting without a date or body those of the indstillinger placed on its points, with a warning each. Nothing
 * is taken when the indstillinger disagree.
 */
export function inferMeeting(read: ReadDocument, all: readonly ReadDocument[]): PackageDocument {
  const { document } = read;
  if (document.kind === 'indstilling') return document;
  const placed = all.filter((other) => isPlacedOn(other, document));
  const date = document.meeting.date ?? onlyOne(placed.map((other) => other.document.meeting.date));
  const body = document.meeting.body ?? onlyOne(placed.map((other) => other.document.meeting.body));
  const line = placed[0]?.document.lines.from ?? null;
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

/** An indstilling is placed on a point that has its title, or whose attachment it is. */
function isPlacedOn(other: ReadDocument, document: PackageDocument): boolean {
  const { indstilling, lines } = other.document;
  if (!indstilling) return false;
  const title = titleKey(indstilling.title ?? '');
  return document.points.some(
    (point) =>
      (title !== '' && titleKey(point.title) === title) ||
      point.attachments.some(
        (attachment) => attachment.lines?.from === lines.from && attachment.lines.to === lines.to,
      ),
  );
}

function onlyOne<T>(values: readonly (T | null)[]): T | null {
  const different = new Set(values.filter((value) => value !== null));
  const [value] = different;
  return different.size === 1 ? (value ?? null) : null;
}
