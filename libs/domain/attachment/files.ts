import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';

const MB = 1024 * 1024;

/**
 * The kinds of file that a bilag can be: how their names end, what they are sent as, and how large they may be in bytes.
 * A mail (.msg, .eml) is none: it holds files of its own that nobody looked at; it is saved as a PDF. The old formats of
 * Office (.doc, .xls, .ppt) are none: their macros cannot be told from their text.
 */
export const FILE_KINDS = {
  pdf: { endings: ['pdf'], mediaType: 'application/pdf', mostBytes: 50 * MB },
  docx: { endings: ['docx'], mediaType: office('wordprocessingml.document'), mostBytes: 50 * MB },
  xlsx: { endings: ['xlsx'], mediaType: office('spreadsheetml.sheet'), mostBytes: 50 * MB },
  pptx: { endings: ['pptx'], mediaType: office('presentationml.presentation'), mostBytes: 50 * MB },
  odt: { endings: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text', mostBytes: 50 * MB },
  ods: { endings: ['ods'], mediaType: 'application/vnd.oasis.opendocument.spreadsheet', mostBytes: 50 * MB },
  txt: { endings: ['txt'], mediaType: 'text/plain', mostBytes: 10 * MB },
  csv: { endings: ['csv'], mediaType: 'text/csv', mostBytes: 10 * MB },
  png: { endings: ['png'], mediaType: 'image/png', mostBytes: 25 * MB },
  jpg: { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg', mostBytes: 25 * MB },
} as const satisfies Record<string, { endings: readonly string[]; mediaType: string; mostBytes: number }>;
export type FileKind = keyof typeof FILE_KINDS;

/** The kinds by name, in the order they are offered. */
export const FILE_KIND_NAMES = Object.keys(FILE_KINDS) as FileKind[];

/** What a file is by its bytes: a kind, or something that no bilag can be. Text is told apart by its name alone. */
export type FileContent = Exclude<FileKind, 'txt' | 'csv'> | 'text' | 'zip' | 'old-office' | 'rtf' | 'other';

function office<const Part extends string>(part: Part) {
  return `application/vnd.openxmlformats-officedocument.${part}` as const;
}

const STARTS: readonly (readonly [FileContent, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** What a file is by its first bytes; of an archive only that it is one: its entries say the rest. */
export function contentByStart(head: Uint8Array): FileContent {
  const known = STARTS.find(([, start]) => start.every((byte, i) => head[i] === byte));
  if (known) return known[0];
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return isUtf16 || head.every(isTextByte) ? 'text' : 'other';
}

/** No control character but tab, line feed, form feed and carriage return. */
const isTextByte = (byte: number): boolean =>
  (byte >= 0x20 && byte !== 0x7f) || [9, 10, 12, 13].includes(byte);

const MARKING_ENTRIES: readonly (readonly [FileContent, string])[] = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
];

/** OpenDocument writes its type, uncompressed, as the first thing in the archive, 30 bytes of header before its name. */
const ODF_TYPE_AT = 30;

/** What an archive is by the names of its entries and its first bytes. */
export function contentOfArchive(entries: readonly string[], head: Uint8Array): FileContent {
  const marked = MARKING_ENTRIES.find(([, name]) => entries.includes(name));
  if (marked) return marked[0];
  const start = String.fromCharCode(...head.subarray(ODF_TYPE_AT, ODF_TYPE_AT + 80));
  // The longer type first: no type here begins another, but what follows it is the next entry.
  const odf = (['ods', 'odt'] as const).find((kind) =>
    start.startsWith(`mimetype${FILE_KINDS[kind].mediaType}`),
  );
  return odf ?? 'zip';
}

/** Programs inside an Office file; a .docm that was renamed has them. */
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|Basic\/|Scripts\/)/i;

/** What is known of a file that somebody wants to attach. */
export interface ExaminedFile {
  readonly fileName: string;
  /** In bytes. */
  readonly size: number;
  readonly content: FileContent;
  /** The names of the entries of an archive; none for anything else. */
  readonly entries: readonly string[];
}

/**
 * The kind of a file by its name alone, before a byte of it came in. Refused: `file-type-unknown` where its name ends like
 * none that a bilag can be.
 */
export function kindByName(fileName: string): Outcome<FileKind> {
  const ending = endingOf(fileName);
  const kind = FILE_KIND_NAMES.find((name) => FILE_KINDS[name].endings.some((one) => one === ending));
  if (kind) return allowed(kind);
  const known = FILE_KIND_NAMES.map((name) => `.${name}`).join(', ');
  return refused('file-type-unknown', `A bilag is one of ${known}.`, { at: 'fileName' });
}

/**
 * The kind of a file whose name and content agree (QUALITY.md, *Uploads*). Refused, in this order: `file-type-unknown`,
 * `file-empty`, `file-too-large` (see `FILE_KINDS`), `file-protected` (an Office file that a password hides),
 * `file-type-mismatch`, `file-has-macros`.
 */
export function kindOfFile(file: ExaminedFile): Outcome<FileKind> {
  const { fileName, size, content, entries } = file;
  const named = kindByName(fileName);
  if (!named.ok) return named;
  const kind = named.value;
  const { mostBytes } = FILE_KINDS[kind];
  if (size === 0) return refused('file-empty', 'The file is empty.', { at: 'file' });
  if (size > mostBytes)
    return refused('file-too-large', `A .${kind} file is at most ${mostBytes / MB} MB.`, { at: 'file' });
  if (content === 'old-office' && ['docx', 'xlsx', 'pptx'].includes(kind))
    return refused('file-protected', 'The file is protected by a password, or of an older kind.', {
      at: 'file',
    });
  if (content !== (kind === 'txt' || kind === 'csv' ? 'text' : kind))
    return refused('file-type-mismatch', `The file is named .${kind}, but by its content it is ${content}.`, {
      at: 'file',
    });
  if (entries.some((name) => MACROS.test(name)))
    return refused('file-has-macros', 'The file holds macros.', { at: 'file' });
  return allowed(kind);
}

/** The ending of a file name in lower case, without its dot; empty where it has none. */
export function endingOf(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Signs that turn the direction of what is read: `gnp.exe` is shown as something else. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A file name as it is kept: without folders and signs that turn the writing, letters composed as everybody else writes them. */
export function keptFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  return last.normalize('NFC').replace(TURNING, '').trim() || 'fil';
}

/** The title of a new bilag by the name of its file: without the ending, underscores as spaces. */
export function titleOfFile(fileName: string): string {
  const ending = endingOf(fileName);
  const bare = ending === '' ? fileName : fileName.slice(0, -ending.length - 1);
  return bare.replaceAll('_', ' ').replace(/\s+/g, ' ').trim() || fileName;
}
