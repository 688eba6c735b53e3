import { MONTHS } from '../calendar/index.js';
import type { PackageWarning } from './package-document.js';
import { numbersOf } from './source-line.js';
import type { SourceLine } from './source-line.js';

/** What stands at the end of an indstilling: the unit, the month and whom to ask. */
export interface Closing {
  readonly unit: string | null;
  readonly month: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly caseNumber: string | null;
  readonly fields: readonly number[];
  readonly warnings: readonly PackageWarning[];
}

type Key = 'unit' | 'month' | 'name' | 'phone' | 'email' | 'caseNumber';

const LABELS: readonly (readonly [RegExp, Key])[] = [
  [/^(sagsbehandler|forfatter|kontaktperson)\s*:\s*/i, 'name'],
  [/^(tlf|telefon|direkte telefon|mobil)\.?\s*:\s*/i, 'phone'],
  [/^(e-?post|e-?mail|mail)\s*:\s*/i, 'email'],
  [/^(sag|sagsnr\.?|sagsnummer)\s*:\s*/i, 'caseNumber'],
];
const MONTH = new RegExp(`^(${MONTHS.join('|')})\\s+\\d{4}$`, 'i');
const BRACKETED = /^\[(.*)\]$/;
/** What a template asks for; left standing it says nothing. */
const PLACEHOLDER =
  /^(\.{2,}|…|x{2,}|navn|måned.*|afdeling|enhed|telefon.*|mail.*|e-?post.*|indsæt.*|skriv.*|titel)$/i;

const labelOf = (text: string): readonly [RegExp, Key] | undefined =>
  LABELS.find(([label]) => label.test(text));

/** The place where the closing lines of an indstilling begin; the number of lines when there are none. */
export function closingStart(lines: readonly SourceLine[]): number {
  const labelled = lines.findIndex((line) => labelOf(line.text));
  const month = lines.findIndex((line) => MONTH.test(bare(line.text)));
  const marks = [labelled, month].filter((at) => at >= 0);
  if (marks.length === 0) return lines.length;
  let start = Math.min(...marks);
  while (start > 0 && isUnitLine(lines, start - 1)) start -= 1;
  return start;
}

/** The unit stands by itself right above: in brackets, or a short line between blanks that is no list entry or sentence. */
function isUnitLine(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  if (BRACKETED.test(line.text)) return true;
  const first = lines[at + 1];
  return (
    line.blankBefore &&
    first?.blankBefore === true &&
    /^\p{Lu}[^.:]{2,60}$/u.test(line.text) &&
    !/^Bilag\b/.test(line.text)
  );
}

const bare = (text: string): string => BRACKETED.exec(text)?.[1]?.trim() ?? text;

/** Reads the closing lines. Brackets of a filled placeholder go, with a warning; an unfilled one gives nothing. */
export function readClosing(lines: readonly SourceLine[]): Closing {
  const values: Record<Key, string | null> = {
    unit: null,
    month: null,
    name: null,
    phone: null,
    email: null,
    caseNumber: null,
  };
  const warnings: PackageWarning[] = [];
  const used: SourceLine[] = [];
  let waiting: Key | null = null;
  for (const line of lines) {
    const label = labelOf(line.text);
    const written = (label ? line.text.replace(label[0], '') : line.text).trim();
    const value = bare(written);
    const key: Key = label?.[1] ?? waiting ?? (MONTH.test(value) ? 'month' : 'unit');
    waiting = label && written === '' ? key : null;
    if (values[key] !== null && !label) continue;
    used.push(line);
    if (value === '') continue;
    if (PLACEHOLDER.test(value)) warnings.push(placeholderLeft(written, line.no));
    else values[key] = values[key] === null ? value : `${values[key]}, ${value}`;
    if (value !== written && !PLACEHOLDER.test(value)) warnings.push(placeholderFilled(value, line.no));
  }
  return { ...values, fields: numbersOf(used), warnings };
}

const placeholderFilled = (value: string, line: number): PackageWarning => ({
  code: 'placeholder-filled',
  text: `Klammerne om "${value}" er fjernet.`,
  line,
});

const placeholderLeft = (written: string, line: number): PackageWarning => ({
  code: 'placeholder-left',
  text: `"${written}" er ikke udfyldt.`,
  line,
});
