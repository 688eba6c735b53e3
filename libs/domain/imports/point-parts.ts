import { readLabel } from './labels.js';
import type { Label } from './labels.js';
import { continues, endsInHyphen, isClosed, isListItem } from './reflow.js';
import type { SourceLine } from './source-line.js';

/** What a stretch of lines under a heading is: a labelled field, or text without a label. */
export type PartKind = Label | 'text';

export interface PointPart {
  readonly kind: PartKind;
  readonly lines: readonly SourceLine[];
}

const IN_POINT: ReadonlySet<Label> = new Set<Label>([
  ...([
    'purpose',
    'method',
    'responsible',
    'time',
    'attachments',
    'attending',
    'decision',
    'follow-ups',
  ] as const),
]);
const BILAG_ITEM = /^Bilag\s+\d+\s*[:.]/;

/** Parts the lines under a heading by their labels. A label's own line keeps only its value. */
export function partsOf(body: readonly SourceLine[]): PointPart[] {
  const parts: { kind: PartKind; lines: SourceLine[] }[] = [];
  for (const line of body) {
    const last = parts.at(-1);
    const label = BILAG_ITEM.test(line.text) ? null : readLabel(line.text);
    if (label && IN_POINT.has(label.label)) {
      const value = { ...line, text: label.value };
      parts.push({ kind: label.label, lines: [value] });
    } else if (last && accepts(last.kind, last.lines, line)) last.lines.push(line);
    else parts.push({ kind: 'text', lines: [line] });
  }
  return parts;
}

/** Whether an unlabelled line still belongs to the part above it. */
function accepts(kind: PartKind, lines: readonly SourceLine[], line: SourceLine): boolean {
  const before = lines.at(-1)?.text ?? '';
  switch (kind) {
    case 'text':
    case 'decision':
    case 'purpose':
    case 'follow-ups':
      return true;
    case 'attachments':
      return (
        before === '' ||
        isItem(line.text) ||
        (isItem(lines.find((l) => l.text !== '')?.text ?? '') && goesOn(before, line))
      );
    case 'time':
      return before === '';
    default:
      return (
        before === '' ||
        (!line.blankBefore && !isClosed(before)) ||
        continues(before, line.text) ||
        /[/,]$/.test(before)
      );
  }
}

/** A title in a list of bilag wraps over blank lines too, so what ends it is a full stop or a new sentence. */
const goesOn = (before: string, line: SourceLine): boolean =>
  continues(before, line.text) ||
  /^[\d(]/.test(line.text) ||
  endsInHyphen(before) ||
  /\d\.$/.test(before) ||
  !line.blankBefore;

/** Tells whether a line opens an entry in a list of bilag. */
export const isItem = (text: string): boolean => isListItem(text) || BILAG_ITEM.test(text);
