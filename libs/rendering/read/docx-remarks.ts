import { refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { MAIN, docxParts, readingOf } from './docx-package.js';
import type { DocxExtent } from './docx-package.js';
import { readXml } from './xml-events.js';

/** What a Word document holds beside the text that is read of it. */
export interface DocxRemarks {
  /** Somebody's changes stand in it that nobody accepted or rejected. */
  readonly hasChanges: boolean;
  /** How many pictures, diagrams, formulas and inserted files stand in its text, which are not read. */
  readonly unread: number;
}

const CHANGES: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
const UNREAD: ReadonlySet<string> = new Set([
  ...['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds', 'm:oMath', 'w:altChunk'],
]);
/** The second copy of a drawing, for older readers. */
const COPY = 'mc:Fallback';

const RELATIONS = /(^|\/)_rels\/[^/]+\.rels$/;

/**
 * What a Word document holds beside its text. Refused: what `docxParts` refuses, and `word-reaches-out` where a part of what
 * it shows is fetched from elsewhere, so that it cannot be read here.
 */
export function docxRemarks(fileName: string, bytes: Uint8Array, most?: DocxExtent): Outcome<DocxRemarks> {
  const isWanted = (name: string): boolean =>
    name === MAIN || name === '[Content_Types].xml' || RELATIONS.test(name);
  const parts = docxParts(fileName, bytes, isWanted, most);
  if (!parts.ok) return parts;
  const reaches = readingOf(fileName, () =>
    [...parts.value].some(([name, xml]) => RELATIONS.test(name) && reachesOut(xml)),
  );
  if (!reaches.ok) return reaches;
  if (reaches.value)
    return refused('word-reaches-out', `${fileName} fetches a part of what it shows from elsewhere.`, {
      at: 'file',
    });
  return readingOf(fileName, () => remarksOf(parts.value.get(MAIN) ?? ''));
}

/**
 * Addresses that are only shown are links. The template that a document was made from is named by its place on somebody's
 * drive in most files of a municipality, and gives its text nothing; one on the net is what attacks are made of.
 */
function reachesOut(xml: string): boolean {
  let reaches = false;
  readXml(xml, {
    open(name, { Type: type = '', Target: target = '', TargetMode: mode = '' }) {
      if (name !== 'Relationship' || mode !== 'External' || type.endsWith('/hyperlink')) return;
      if (!type.endsWith('/attachedTemplate') || /^(https?|ftp):/i.test(target)) reaches = true;
    },
  });
  return reaches;
}

function remarksOf(xml: string): DocxRemarks {
  let hasChanges = false;
  let unread = 0;
  let copies = 0;
  readXml(xml, {
    open(name) {
      if (name === COPY) copies += 1;
      if (CHANGES.has(name)) hasChanges = true;
      if (copies === 0 && UNREAD.has(name)) unread += 1;
    },
    close(name) {
      if (name === COPY) copies -= 1;
    },
  });
  return { hasChanges, unread };
}
