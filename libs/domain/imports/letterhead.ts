import { isListItem, joinAll } from './reflow.js';
import { isDateOnly } from './written-dates.js';
import type { SourceLine } from './source-line.js';
import type { PackageLetterhead } from './package-document.js';

export interface LetterheadReading {
  readonly letterhead: PackageLetterhead;
  readonly caseNumber: string | null;
  readonly lines: ReadonlySet<number>;
}

export const NO_LETTERHEAD: PackageLetterhead = {
  unit: null,
  lines: [],
  phones: [],
  emails: [],
  caseworkers: [],
};

type Entry = 'phone' | 'email' | 'case' | 'caseworker' | 'address';

const LABELS: readonly (readonly [RegExp, Entry])[] = [
  [/^(direkte\s+)?(telefon|tlf\.?|mobil)\s*:\s*/i, 'phone'],
  [/^(direkte\s+)?(e-?mail|e-?post|mail)\s*:\s*/i, 'email'],
  [/^(sag|sagsnr\.?|sagsnummer|journalnr\.?|j\.\s?nr\.?)\s*:\s*/i, 'case'],
  [/^sagsbehandlere?\s*:\s*/i, 'caseworker'],
];
const POSTAL = /^(DK-)?\d{4}\s+\p{Lu}\p{L}+/u;
const MUNICIPALITY = /^\p{Lu}[\p{L}-]+( \p{Lu}\p{L}+)?s? Kommune$/u;
const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
const PHONE = /^(\+45\s?)?\d{2}(\s?\d{2}){3}$/;
const NAME = /^(\p{Lu}[\p{L}.-]+ ){1,3}\p{Lu}[\p{L}-]+\/?$/u;
const WIDEST = 42;

const entryOf = (text: string): Entry | null =>
  LABELS.find(([label]) => label.test(text))?.[1] ??
  (POSTAL.test(text) || MUNICIPALITY.test(text) ? 'address' : /^\S+@\S+$/.test(text) ? 'email' : null);

/** Lines that stand together, with no blank line or page between them. */
function blocksOf(lines: readonly SourceLine[]): SourceLine[][] {
  const blocks: SourceLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const before = last?.at(-1)?.text ?? '';
    const apart = isListItem(line.text) || isDateOnly(line.text) || isDateOnly(before);
    if (last && (!line.blankBefore || /[:/]$/.test(before)) && !apart) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** A block of a letterhead is narrow, no list, no sentence, and names a phone, an address, a case or a caseworker. */
const isLetterheadBlock = (block: readonly SourceLine[]): boolean =>
  block.some((line) => entryOf(line.text) !== null) &&
  block.every(
    (line) => line.text.length <= WIDEST && !isListItem(line.text) && !/\p{L}{3}\.$/u.test(line.text),
  );

/**
 * Finds the letterheads among the lines of one document: two kinds of entry or more in blocks that follow each other.
 * A letterhead repeated on another page is read once; its lines count as letterhead each time.
 */
export function readLetterhead(lines: readonly SourceLine[]): LetterheadReading {
  let found: SourceLine[] = [];
  let run: SourceLine[] = [];
  for (const block of [...blocksOf(lines), []]) {
    if (block.length > 0 && isLetterheadBlock(block)) {
      for (const line of block) run.push(line);
      continue;
    }
    const kinds = new Set(run.map((line) => entryOf(line.text)).filter((kind) => kind !== null));
    if (kinds.size >= 2 && (kinds.has('address') || kinds.size >= 3)) found = found.concat(run);
    run = [];
  }
  return assemble(found);
}

function assemble(lines: readonly SourceLine[]): LetterheadReading {
  const values: Record<Entry, string[]> = { phone: [], email: [], case: [], caseworker: [], address: [] };
  const addresses = new Set<string>();
  let current: Entry = 'address';
  for (const { text, blankBefore } of lines) {
    const label = LABELS.find(([pattern]) => pattern.test(text));
    current = label ? label[1] : belongsTo(current, text, values);
    const value = (label ? text.replace(label[0], '') : text).trim();
    if (current === 'address' && blankBefore && values.address.length > 0) values.address.push('');
    if (value === '' || (current === 'address' && addresses.has(value))) continue;
    if (current === 'address') addresses.add(value);
    values[current].push(value);
  }
  const address = values.address.filter((text, i, all) => text !== '' || (all[i + 1] ?? '') !== '');
  const department = address.findIndex((text) => /\p{Ll}/u.test(text));
  const named = Math.max(department < 0 ? address.length : department, 1);
  const unit = joinAll(address.slice(0, named));
  return {
    letterhead: {
      unit: unit === '' ? null : unit,
      lines: address.slice(named),
      phones: unique(values.phone),
      emails: unique(values.email.flatMap((text) => text.match(EMAIL) ?? [])),
      caseworkers: unique(values.caseworker.flatMap((text) => text.split('/')).map((name) => name.trim())),
    },
    caseNumber: values.case[0] ?? null,
    lines: new Set(lines.map((line) => line.no)),
  };
}

/** An unlabelled line goes on with the entry before it when it has that entry's form; else it is an address line. */
function belongsTo(current: Entry, text: string, values: Readonly<Record<Entry, readonly string[]>>): Entry {
  const before = values[current].at(-1);
  if (/^\S+@\S+$/.test(text)) return 'email';
  if (PHONE.test(text)) return 'phone';
  if (current === 'caseworker' && (before === undefined || before.endsWith('/') || NAME.test(text)))
    return 'caseworker';
  if (current === 'case' && before === undefined) return 'case';
  return 'address';
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].filter((value) => value !== '');
