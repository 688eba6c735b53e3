import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { inferMeeting, saidByIndstillinger } from './infer-meeting.js';
import { keepLedger } from './ledger.js';
import { withFollowUps } from './minuted-follow-ups.js';
import type { PackageReading } from './package-document.js';
import { gatherHost } from './package-host.js';
import { readParts } from './package-parts.js';
import { blocksOf } from './pages.js';
import { strayLines } from './plausibility/stray-lines.js';
import { sourceLines } from './source-line.js';
import { findStamps } from './stamps.js';

/**
 * Reads the text lines of a meeting package: its agendas, minutes and indstillinger, what is doubtful, and where every
 * line that holds text went. Refused as `no-recognisable-meeting` when no document is found. A form feed or a single
 * blank before a line marks the top of a page.
 */
export function readPackage(lines: readonly string[]): Outcome<PackageReading> {
  const implausible = strayLines(lines);
  const text = sourceLines(lines, implausible);
  const found = findStamps(text);
  const own = text.filter((line) => !found.intruders.has(line.no));
  const parts = readParts(blocksOf(own, found.stamps, found.lines));
  const documents = gatherHost(parts);
  if (documents.length === 0)
    return refused(
      'no-recognisable-meeting',
      `No agenda, minutes or indstilling was recognised in the ${text.length} lines of text.`,
      { at: `line ${text[0]?.no ?? 1}` },
    );
  const said = saidByIndstillinger(documents.map((read) => read.document));
  const inferred = documents.map((read) => ({ read, document: inferMeeting(read.document, said) }));

  const minuted = inferred.map(({ read, document }) => withFollowUps(document, read.meeting));
  const { unread, ledger } = keepLedger(lines, {
    stamps: found.lines,
    letterheads: new Set(documents.flatMap((read) => read.letterheads)),
    fields: new Set([...documents.flatMap((read) => read.fields), ...minuted.flatMap((one) => one.fields)]),
    attachments: parts.attachments.filter((range) => range.plain).map((range) => range.lines),
    stray: new Set([...implausible, ...found.intruders]),
  });
  return allowed({ documents: minuted.map((one) => one.document), unread, ledger });
}
