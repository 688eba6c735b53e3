import type { Outcome } from '../../domain/outcome.js';
import { readNumbering } from './docx-numbering.js';
import { MAIN, docxParts, readingOf } from './docx-package.js';
import type { Parts } from './docx-package.js';
import { readPart, readStyleLists } from './docx-part.js';
import type { PartLine } from './docx-part.js';

const HEADER = /^word\/header\d*\.xml$/;
const FOOTER = /^word\/(footer|footnotes|endnotes)\d*\.xml$/;

/**
 * The text of a Word document as lines: headers first, then the body, then footers and notes, each different header or
 * footer once. Paragraphs are parted by blank lines, list entries and table rows are not; cells of a row are parted by
 * tabs. Refused: what `docxParts` refuses.
 */
export function docxLines(fileName: string, bytes: Uint8Array): Outcome<string[]> {
  const parts = docxParts(fileName, bytes);
  return parts.ok ? readingOf(fileName, () => linesOf(parts.value)) : parts;
}

function linesOf(parts: Parts): string[] {
  const numbering = readNumbering(parts.get('word/numbering.xml') ?? '');
  const styles = readStyleLists(parts.get('word/styles.xml') ?? '');
  const read = (xml: string): PartLine[] => readPart(xml, numbering, styles);
  const all = (pattern: RegExp): string[] =>
    [...parts].filter(([name]) => pattern.test(name)).map(([, xml]) => xml);
  const headers = distinct(all(HEADER).map((xml) => marginLines(read(xml))));
  const footers = distinct(all(FOOTER).map((xml) => marginLines(read(xml))));
  return [...headers, ...bodyLines(read(parts.get(MAIN) ?? '')), '', ...footers];
}

/** The richest header first; a line that another header already gave is not given again. */
function distinct(groups: readonly (readonly string[])[]): string[] {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const group of [...groups].sort((a, b) => b.length - a.length)) {
    const own = group.filter((line) => line === '' || !seen.has(line));
    if (own.every((line) => line === '')) continue;
    own.forEach((line) => seen.add(line));
    lines.push(...own, '');
  }
  return lines;
}

/** Lines of a header or footer: close together, an empty paragraph parts them, tabs part what stands left and right. */
function marginLines(lines: readonly PartLine[]): string[] {
  return lines.flatMap((line) => {
    const texts = line.kind === 'row' ? line.cells.flat() : line.text.split(/[\n\t]+/);
    return texts
      .map((text) => text.trim())
      .filter((text, i) => text !== '' || (texts.length === 1 && i === 0));
  });
}

function bodyLines(lines: readonly PartLine[]): string[] {
  const body: string[] = [];
  let before: PartLine['kind'] = 'paragraph';
  for (const line of lines) {
    const own = line.kind === 'row' ? rowLines(line.cells) : line.text.split('\n').map((text) => text.trim());
    const together = line.kind === before && line.kind !== 'paragraph';
    if (!together) body.push('');
    const opensPage = line.kind !== 'row' && line.opensPage;
    body.push(...own.map((text, i) => (i === 0 && opensPage && text !== '' ? `\f${text}` : text)));
    before = line.kind;
  }
  return body;
}

/** A row of single lines is one line with tabs; a layout table gives the lines of its cells one after the other. */
function rowLines(cells: readonly (readonly string[])[]): string[] {
  const [label, value, ...more] = cells.map((cell) => cell.map((text) => text.trim()));
  if (cells.every((cell) => cell.length <= 1))
    return [
      cells
        .map((cell) => cell[0]?.trim() ?? '')
        .join('\t')
        .trim(),
    ];
  if (label?.length === 1 && value && more.length === 0)
    return [`${label[0] ?? ''}\t${value[0] ?? ''}`, ...value.slice(1)];
  return cells.flatMap((cell) => ['', ...cell]);
}
