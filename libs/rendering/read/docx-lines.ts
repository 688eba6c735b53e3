import { strFromU8, unzipSync } from 'fflate';
import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { readNumbering } from './docx-numbering.js';
import { readPart, readStyleLists } from './docx-part.js';
import type { PartLine } from './docx-part.js';
import { zipDirectory } from './zip-directory.js';

const MAIN = 'word/document.xml';
const TYPES = '[Content_Types].xml';
const HEADER = /^word\/header\d*\.xml$/;
const FOOTER = /^word\/(footer|footnotes|endnotes)\d*\.xml$/;

type Parts = ReadonlyMap<string, string>;

/**
 * The text of a Word document as lines: headers first, then the body, then footers and notes, each different header or
 * footer once. Paragraphs are parted by blank lines, list entries and table rows are not; cells of a row are parted by
 * tabs. Refused: what `zipDirectory` refuses, `docx-not-word`, `docx-doctype`, `docx-damaged`.
 */
export function docxLines(fileName: string, bytes: Uint8Array): Outcome<string[]> {
  const directory = zipDirectory(fileName, bytes);
  if (!directory.ok) return directory;
  const names = new Set(directory.value.map((entry) => entry.name));
  if (!names.has(MAIN) || !names.has(TYPES))
    return refused('docx-not-word', `${fileName} is an archive, but no Word document.`);
  const parts = unpack(bytes);
  if (parts === null) return refused('docx-damaged', `${fileName} cannot be unpacked; it is damaged.`);
  for (const [name, xml] of parts)
    if (/<!DOCTYPE/i.test(xml))
      return refused(
        'docx-doctype',
        `${fileName} declares a document type in ${name}, which no Word document does.`,
      );
  try {
    return allowed(linesOf(parts));
  } catch {
    return refused('docx-damaged', `${fileName} holds XML that cannot be read; it is damaged.`);
  }
}

function unpack(bytes: Uint8Array): Parts | null {
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) });
    return new Map(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]));
  } catch {
    return null;
  }
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
