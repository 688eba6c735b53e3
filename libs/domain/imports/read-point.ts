import { outcomeOf } from '../decision/outcomes.js';
import type { Visibility } from '../agenda/visibility.js';
import { strictest } from '../agenda/visibility.js';
import type { PackageAttachment, PackageDecision, PackagePoint, PackageWarning } from './package-document.js';
import type { PointChunk } from './point-outline.js';
import { isItem, partsOf } from './point-parts.js';
import type { PartKind, PointPart } from './point-parts.js';
import { flow, joinAll, withoutBullet } from './reflow.js';
import { numbersOf } from './source-line.js';
import type { SourceLine } from './source-line.js';
import { timesIn } from './written-dates.js';

export interface PointReading {
  readonly point: PackagePoint;
  readonly fields: readonly number[];
  readonly warnings: readonly PackageWarning[];
  /** Lines of a list of follow-ups printed under the point; not part of what was decided. */
  readonly followUpLines: readonly SourceLine[];
}

/** Where text without a label under a heading goes: what was decided in minutes, the background in an agenda. */
export type PlainText = 'decision' | 'purpose';

const REMARK = /^(Lukket punkt\.?|Tillægspunkt(\s*:.*)?\.?)$/i;
const WITHDRAWN = /^(Punktet|Sagen) (udgår|udgik|er udgået)\.?$/i;
const CLOSED = /\s*\(\s*(lukket|lukket bilag|fortroligt?|fortrolige)\s*\)/i;
const hasText = (line: SourceLine): boolean => /[\p{L}\d]/u.test(line.text);
/** "-" says "none" on purpose; any other line without letters says nothing. */
const says = (line: SourceLine): boolean => hasText(line) || /^[-–—]$/.test(line.text);

/** Reads one point from its heading and the lines under it. `width` is the column's width in characters. */
export function readPoint(chunk: PointChunk, plain: PlainText, width: number): PointReading {
  const { title } = chunk.heading;
  const remarks = chunk.body.filter((line) => REMARK.test(line.text));
  const parts = partsOf(chunk.body.filter((line) => !REMARK.test(line.text)));
  const withdrawn = title.withdrawn || chunk.body.some((line) => WITHDRAWN.test(line.text));
  const asDecision = plain === 'decision' || withdrawn;
  const text = (...kinds: PartKind[]): string | null => flowOf(parts, kinds, width);
  const decision = decisionOf(text('decision', ...(asDecision ? (['text'] as const) : [])), title.withdrawn);
  const time = timesIn(text('time') ?? '');
  const closed = chunk.closedPart || remarks.some((line) => /lukket/i.test(line.text));
  return {
    point: {
      number: chunk.number,
      title: title.title,
      durationMinutes: title.durationMinutes ?? time.minutes,
      timeFrom: time.from,
      timeTo: time.to,
      purpose: text('purpose', ...(asDecision ? [] : (['text'] as const))),
      method: text('method'),
      responsible: text('responsible'),
      attending: text('attending'),
      attachments: parts.filter((part) => part.kind === 'attachments').flatMap(attachmentsOf),
      visibility: strictest(title.visibility, closed ? 'closed' : 'open'),
      decision,
    },
    fields: [...numbersOf(chunk.heading.lines), ...numbersOf(remarks), ...parts.flatMap(fieldLines)],
    warnings: lateWarning(chunk, remarks),
    followUpLines: parts.filter((part) => part.kind === 'follow-ups').flatMap((part) => part.lines),
  };
}

/** A labelled line is a field even when its value stands below or is empty; other lines are when they say something. */
const fieldLines = (part: PointPart): number[] =>
  part.lines.filter((line, i) => (part.kind !== 'text' && i === 0) || says(line)).map((line) => line.no);

function flowOf(parts: readonly PointPart[], kinds: readonly PartKind[], width: number): string | null {
  const lines = parts
    .filter((part) => kinds.includes(part.kind))
    .flatMap((part) => part.lines.map((line, i) => (i === 0 ? { ...line, blankBefore: true } : line)))
    .filter(says);
  return lines.length === 0 ? null : flow(lines, width);
}

function decisionOf(text: string | null, withdrawn: boolean): PackageDecision | null {
  if (text !== null) return { outcome: outcomeOf(text), text };
  return withdrawn ? { outcome: 'removed', text: 'Punktet udgår.' } : null;
}

function attachmentsOf(part: PointPart): PackageAttachment[] {
  const items: string[][] = [];
  for (const { text } of part.lines) {
    if (text === '') continue;
    const last = items.at(-1);
    if (isItem(text) || !last) items.push([withoutBullet(text).replace(/^\d{1,2}[.)]\s+/, '')]);
    else last.push(text);
  }
  return items.filter((item) => /[\p{L}\d]/u.test(item.join(''))).map((item) => attachment(joinAll(item)));
}

/** An attachment from its title as written; `(fortroligt)` closes it and is no part of the title. */
export function attachment(written: string): PackageAttachment {
  const visibility: Visibility = CLOSED.test(written) ? 'closed' : 'open';
  return { title: written.replace(CLOSED, '').trim(), visibility, lines: null };
}

function lateWarning(chunk: PointChunk, remarks: readonly SourceLine[]): PackageWarning[] {
  const remark = remarks.find((line) => /^tillægspunkt/i.test(line.text));
  if (!chunk.heading.title.late && !remark) return [];
  const line = remark?.no ?? chunk.heading.lines[0]?.no ?? null;
  const reason = remark?.text.replace(/^tillægspunkt\s*:?\s*/i, '') ?? '';
  const text = `Punkt ${chunk.number} er et tillægspunkt${reason === '' ? '.' : `: ${reason}`}`;
  return [{ code: 'late-point', text, line }];
}
