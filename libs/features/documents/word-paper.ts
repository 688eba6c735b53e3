import { richText } from '../../contracts/common.js';
import { contentByStart, contentOfArchive, endingOf, kindOfFile } from '../../domain/attachment/index.js';
import { PAPER_LIMITS, isOverLong, readIndstillingPaper } from '../../domain/document/index.js';
import type { IndstillingPaper } from '../../domain/document/index.js';
import type { IndstillingTemplate } from '../../domain/indstilling/index.js';
import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { docxRemarks, readPaperDocument, zipDirectory } from '../../rendering/read/index.js';
import type { DocxExtent, DocxRemarks } from '../../rendering/read/index.js';

/** What a Word file says of an indstilling, and what it holds beside that. */
export interface WordPaper extends IndstillingPaper, DocxRemarks {}

/** A Word file as it came in. */
export interface WordFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The text of the longest indstilling with all that a word processor says of its looks. */
const MOST: DocxExtent = { bytes: 12 * 1024 * 1024, lines: PAPER_LIMITS.lines };
/** Of an answer, in characters. */
const LONGEST = 1_000_000;

/**
 * Reads an indstilling out of a Word file. Refused, beside what is refused of every bilag: `docx-not-word`; `file-has-macros`
 * by its name too; `word-reaches-out`; `word-too-long` where it holds more than an indstilling can.
 */
export function readWordPaper(
  { fileName, bytes }: WordFile,
  template: IndstillingTemplate,
): Outcome<WordPaper> {
  const examined = examine(fileName, bytes);
  if (!examined.ok) return examined;
  const remarks = docxRemarks(fileName, bytes, MOST);
  if (!remarks.ok) return remarks;
  const document = readPaperDocument(fileName, bytes, MOST);
  if (!document.ok) return document;
  const { lines, asides } = document.value;
  const paper = isOverLong(lines, asides) ? null : readIndstillingPaper(lines, template, asides);
  if (paper === null || !isHeld(paper))
    return refused('word-too-long', `${fileName} holds more text than an indstilling.`, { at: 'file' });
  return allowed({ ...paper, ...remarks.value });
}

function examine(fileName: string, bytes: Uint8Array): Outcome<unknown> {
  const ending = endingOf(fileName);
  if (ending === 'docm' || ending === 'dotm')
    return refused('file-has-macros', `${fileName} is named as a file with macros.`, { at: 'file' });
  // Word hides a file with a password in one of the older kind; its name is what tells the two apart.
  if (ending !== 'docx') return refused('docx-not-word', `${fileName} is no .docx file.`, { at: 'file' });
  const start = bytes.length === 0 ? 'other' : contentByStart(bytes.subarray(0, 64 * 1024));
  const directory = start === 'zip' ? zipDirectory(fileName, bytes) : allowed([]);
  if (!directory.ok) return directory;
  const entries = directory.value.map(({ name }) => name);
  const content = start === 'zip' ? contentOfArchive(entries, bytes) : start;
  const kind = kindOfFile({ fileName, size: bytes.length, content, entries });
  if (kind.ok || kind.refusal.code !== 'file-type-mismatch') return kind;
  return refused('docx-not-word', `${fileName} is by its content ${content}.`, { at: 'file' });
}

/** Whether its sections can be held, and all of it be answered with. */
function isHeld({ sections, leftovers }: IndstillingPaper): boolean {
  const length = JSON.stringify([sections, leftovers]).length;
  return length <= LONGEST && Object.values(sections).every((text) => richText.safeParse(text).success);
}
