import type { DocumentOrigin, PaperAsides, PaperLine } from '../../domain/document/index.js';
import type { Outcome } from '../../domain/outcome.js';
import { FIELD_NAME_STYLE, ORIGIN_PROPERTIES } from '../origin.js';
import { ASIDES, asidesOf } from './docx-asides.js';
import { readNumbering } from './docx-numbering.js';
import { MAIN, docxParts, readingOf } from './docx-package.js';
import type { DocxExtent, Parts } from './docx-package.js';
import { readStyleLists } from './docx-part.js';
import { pointParagraphs } from './docx-points.js';
import { PaperReader } from './paper-reader.js';
import { readXml } from './xml-events.js';

/** A document of the product that came back, as far as it can be read. */
export interface PaperDocument {
  /** Where it says it comes from; null where it does not say. */
  readonly origin: DocumentOrigin | null;
  readonly lines: readonly PaperLine[];
  /** What stands beside the running text. */
  readonly asides: PaperAsides;
}

/** An agenda of 250 points is some 2 MB of XML (bytes). */
const MOST: DocxExtent = { bytes: 30 * 1024 * 1024, lines: Infinity };

const WANTED =
  /^(\[Content_Types\]\.xml|docProps\/custom\.xml|word\/(document|numbering|styles)\.xml|word\/_rels\/document\.xml\.rels)$/;

/**
 * Reads the body of a Word document with its headings, lists, tables, marks and links, what stands beside it, and where the
 * document says it comes from. What tracked changes took away is not read, what they put in is. Refused: what `docxParts` refuses.
 */
export function readPaperDocument(fileName: string, bytes: Uint8Array, most = MOST): Outcome<PaperDocument> {
  const isWanted = (name: string): boolean => WANTED.test(name) || ASIDES.test(name);
  const parts = docxParts(fileName, bytes, isWanted, most);
  if (!parts.ok) return parts;
  return readingOf(fileName, () => ({
    origin: originOf(parts.value),
    lines: linesOf(parts.value),
    asides: asidesOf(parts.value),
  }));
}

function originOf(parts: Parts): DocumentOrigin | null {
  const values = new Map<string, string>();
  let name = '';
  readXml(parts.get('docProps/custom.xml') ?? '', {
    open(tag, attributes) {
      if (tag === 'property') name = attributes.name ?? '';
    },
    text(text) {
      if (name !== '' && text.trim() !== '') values.set(name, (values.get(name) ?? '') + text.trim());
    },
  });
  const { kind, subjectId, mark } = Object.fromEntries(
    ORIGIN_PROPERTIES.map(([property, field]) => [field, values.get(property)]),
  );
  if (kind !== 'agenda' && kind !== 'minutes' && kind !== 'indstilling') return null;
  return subjectId === undefined || mark === undefined ? null : { kind, subjectId, mark };
}

/** The names of styles, in small letters, by their ids, which a word processor makes in its own language. */
function styleNames(xml: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let style = '';
  readXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') style = attributes['w:styleId'] ?? '';
      if (name === 'w:name' && style !== '') names.set(style, (attributes['w:val'] ?? '').toLowerCase());
    },
  });
  return names;
}

function headingLevels(names: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  return new Map(
    [...names].flatMap(([id, name]) => {
      const level = /^heading ([1-9])$/.exec(name)?.[1];
      return level === undefined ? [] : [[id, Number(level)] as const];
    }),
  );
}

/** The ids of the style that the names of fields are set in. */
function fieldNameStyles(names: ReadonlyMap<string, string>): ReadonlySet<string> {
  const wanted = FIELD_NAME_STYLE.name.toLowerCase();
  return new Set([...names].flatMap(([id, name]) => (name === wanted ? [id] : [])));
}

const TELLING_STYLES: ReadonlyMap<string, 'title' | 'closing'> = new Map([
  ['title', 'title'],
  ['afslutning', 'closing'],
]);

function tellingStyles(names: ReadonlyMap<string, string>): ReadonlyMap<string, 'title' | 'closing'> {
  return new Map(
    [...names].flatMap(([id, name]) => {
      const telling = TELLING_STYLES.get(name);
      return telling === undefined ? [] : [[id, telling] as const];
    }),
  );
}

/** Every other address stays text. */
const SAFE_LINK = /^(https?:\/\/|mailto:)/i;

function linkTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open(name, attributes) {
      const target = attributes.Target ?? '';
      if (name === 'Relationship' && SAFE_LINK.test(target) && URL.canParse(target))
        targets.set(attributes.Id ?? '', target);
    },
  });
  return targets;
}

function linesOf(parts: Parts): readonly PaperLine[] {
  const styles = parts.get('word/styles.xml') ?? '';
  const names = styleNames(styles);
  const main = parts.get(MAIN) ?? '';
  const reader = new PaperReader({
    numbering: readNumbering(parts.get('word/numbering.xml') ?? ''),
    lists: readStyleLists(styles),
    levels: headingLevels(names),
    fieldNames: fieldNameStyles(names),
    tellingStyles: tellingStyles(names),
    links: linkTargets(parts.get('word/_rels/document.xml.rels') ?? ''),
    points: pointParagraphs(main),
  });
  readXml(main, reader);
  return reader.lines;
}
