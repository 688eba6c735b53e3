import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { pdfLibrary } from './pdf-library.js';
import { pageLines } from './pdf-page.js';
import type { TextRun } from './pdf-page.js';

/** A PDF says so where it ends; a reader would mend a cut one in silence and lose its last pages. */
const endsAsPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF');

/** More pages than this are no meeting package. */
const MOST_PAGES = 5000;

/**
 * The text of a PDF as lines, page by page; the first line of a page begins with a form feed. Refused: `pdf-encrypted`,
 * `file-truncated`, `pdf-damaged`, `pdf-without-text` (pages that are pictures only), `pdf-too-many-pages`.
 */
export async function pdfLines(fileName: string, bytes: Uint8Array): Promise<Outcome<string[]>> {
  if (!endsAsPdf(bytes))
    return refused('file-truncated', `${fileName} is cut short: the end of the PDF is missing.`);
  const { getDocument, VerbosityLevel } = await pdfLibrary();
  const task = getDocument({
    // A copy, since the library takes it away, and never a Buffer, which it refuses.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      return refused(
        'pdf-too-many-pages',
        `${fileName} has ${document.numPages} pages; at most ${MOST_PAGES} are read.`,
      );
    const lines: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [left = 0, , right = 0] = page.view;
      const { items } = await page.getTextContent();
      const [first, ...rest] = pageLines(items.flatMap(runOf), right - left);
      if (first !== undefined) lines.push(`\f${first}`, ...rest);
      page.cleanup();
    }
    if (lines.length === 0)
      return refused('pdf-without-text', `${fileName} holds no text, only pictures of it.`);
    return allowed(lines);
  } catch (fault) {
    return refusalOf(fileName, fault);
  } finally {
    await task.destroy();
  }
}

function runOf(item: unknown): TextRun[] {
  if (typeof item !== 'object' || item === null || !('str' in item) || !('transform' in item)) return [];
  const { str, transform, width, height } = item as {
    str: string;
    transform: number[];
    width: number;
    height: number;
  };
  const [, , , size = 0, x = 0, y = 0] = transform;
  return [{ text: str, x, y, width, height: height || Math.abs(size) }];
}

function refusalOf(fileName: string, fault: unknown): Outcome<never> {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'PasswordException')
    return refused(
      'pdf-encrypted',
      `${fileName} is protected by a password; save it without one and try again.`,
    );
  return refused('pdf-damaged', `${fileName} is cut short or damaged and cannot be read as PDF.`);
}
