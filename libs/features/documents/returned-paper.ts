import {
  PAPER_LIMITS,
  fieldNamesOf,
  paperDifferences,
  readPaper,
  unprintedFields,
} from '../../domain/document/index.js';
import type {
  DocumentModel,
  DocumentOrigin,
  FieldNames,
  FoundDifference,
  KeptPoint,
  PaperAgenda,
} from '../../domain/document/index.js';
import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { renderDocument } from '../../rendering/docx/index.js';
import { LARGEST_FILE, readPaperDocument } from '../../rendering/read/index.js';
import type { DocxExtent, PaperDocument } from '../../rendering/read/index.js';
import type { WordFile } from './word-paper.js';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** An agenda of 250 points is some 2 MB of XML as it is made, and three times that where a word processor saved it. */
const MOST: DocxExtent = { bytes: 12 * 1024 * 1024, lines: PAPER_LIMITS.lines };

/** A document that came back, what it was made of, and what its agenda would print now. */
export interface ReturnedAgenda {
  readonly file: WordFile;
  readonly source: DocumentModel;
  readonly model: DocumentModel;
  readonly points: readonly KeptPoint[];
}

/** What a document says otherwise than its agenda, and every point that one of the two tells or told of. */
export interface ReturnedComparison {
  readonly found: readonly FoundDifference[];
  readonly told: readonly string[];
}

/** Where a document says that it comes from; null where it does not say. */
export function returnedOrigin(file: WordFile): Outcome<DocumentOrigin | null> {
  const read = paperOf(file);
  return read.ok ? allowed(read.value.origin) : read;
}

/** Compares a document that came back with what it was made of and with what its agenda says now. */
export function compareReturned(given: ReturnedAgenda): Outcome<ReturnedComparison> {
  const read = paperOf(given.file);
  if (!read.ok) return read;
  const names = fieldNamesOf(read.value.lines);
  const made = printedPaper(given.source, names);
  if (!made.ok) return made;
  const now = printedPaper(withOrigin(given.model, given.source), names);
  if (!now.ok) return now;
  const back = readPaper(read.value.lines, names, read.value.asides);
  const unprinted = unprintedFields(now.value, given.points);
  return allowed({
    found: paperDifferences(made.value, back, now.value, unprinted),
    told: [...made.value.points, ...now.value.points].flatMap(({ id }) => id ?? []),
  });
}

const withOrigin = (model: DocumentModel, { origin }: DocumentModel): DocumentModel =>
  origin ? { ...model, origin } : model;

/** What a document says, read from its own bytes: as what came back is read. */
function printedPaper(model: DocumentModel, names: FieldNames): Outcome<PaperAgenda> {
  const read = readPaperDocument(model.fileName, renderDocument(model));
  return read.ok ? allowed(readPaper(read.value.lines, names, read.value.asides)) : read;
}

/** A Word document by its name and its first bytes; what is packed in it is held to limits before it is unpacked. */
function paperOf({ fileName, bytes }: WordFile): Outcome<PaperDocument> {
  if (bytes.length === 0) return refused('file-empty', `${fileName} is empty.`);
  if (bytes.length > LARGEST_FILE) return refused('file-too-large', `${fileName} is too large.`);
  if (!/\.docx$/i.test(fileName) || !ZIP.every((byte, i) => bytes[i] === byte))
    return refused('returned-not-word', `${fileName} is no Word document (.docx).`);
  return readPaperDocument(fileName, bytes, MOST);
}
