import { z } from 'zod';
import { id, instant, isoDate, line, pageQuery, version } from './common.js';
import { abilitiesOf } from './rights.js';

const lineRange = z.object({ from: z.int(), to: z.int() });
/**
 * Words of the package. Null for whoever does not see the drafts of every body that it went into, or is disqualified on one
 * of its points: a package names what is closed, and they get the codes and the numbers of the lines.
 */
const words = z.string().nullable().describe('Null where the package is not all one may read');
const warning = z.object({ code: z.string(), text: words, line: z.int().nullable() });

/** What became of one document of a package. */
export const importPart = z
  .object({
    id,
    kind: z.enum(['agenda', 'minutes', 'indstilling']),
    lines: lineRange,
    body: z.string().nullable(),
    date: isoDate.nullable(),
    /** `needs-date`, `needs-body`: it stays here until somebody gives it one. `known-already`: the same stands there. */
    state: z.enum(['taken-in', 'needs-date', 'needs-body', 'known-already']),
    meetingId: id.nullable(),
    indstillingId: id.nullable(),
    warnings: z.array(warning),
    version,
    abilities: abilitiesOf(['place']),
  })
  .meta({ id: 'ImportPart' });
export type ImportPartView = z.infer<typeof importPart>;

/** A package that was read in: its documents, and every line that belongs nowhere. */
export const importView = z
  .object({
    id,
    fileName: z.string(),
    format: z.enum(['txt', 'docx', 'pdf']),
    importedAt: instant,
    parts: z.array(importPart),
    unread: z.array(z.object({ line: z.int(), text: words })),
    ledger: z.object({
      lines: z.int(),
      fields: z.int(),
      stamps: z.int(),
      letterheads: z.int(),
      attachments: z.int(),
      unread: z.int(),
    }),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof importView>;

export const importSummary = importView
  .pick({ id: true, fileName: true, format: true, importedAt: true })
  .meta({ id: 'ImportSummary' });
export type ImportSummary = z.infer<typeof importSummary>;

export const importQuery = z.strictObject({ fileName: line.max(255) });
export type ImportQuery = z.infer<typeof importQuery>;
export const importsQuery = z.strictObject({ ...pageQuery });
export type ImportsQuery = z.infer<typeof importsQuery>;

/** Gives a part the date, and where it is missing the body, that its package did not say. */
export const placeImportPart = z.strictObject({ date: isoDate, body: line.optional() });
export type PlaceImportPart = z.infer<typeof placeImportPart>;
