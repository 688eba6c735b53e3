import type { LineRange, PackageDocument } from './package-document.js';
import type { Block } from './pages.js';
import { readIndstilling } from './read-indstilling.js';
import { readMeeting } from './read-meeting.js';
import type { MeetingReading } from './read-meeting.js';
import { kindOf, segmentsOf } from './segments.js';
import type { Stamp } from './stamps.js';

/** A document of the package with where its lines went. */
export interface ReadDocument {
  readonly document: PackageDocument;
  readonly fields: readonly number[];
  readonly letterheads: readonly number[];
  /** The stamp of the attachment it is; null when it stands on its own. */
  readonly stamp: Stamp | null;
  /** What only an agenda or minutes has. */
  readonly meeting: MeetingReading | null;
}

/** An attachment of the package by its stamp, with the lines its text stands on. */
export interface StampedRange {
  readonly stamp: Stamp;
  readonly lines: LineRange;
  /** The text is no document of its own: its lines count as the attachment's. */
  readonly plain: boolean;
}

export interface PackageParts {
  readonly documents: readonly ReadDocument[];
  /** Headings of points between the attachments. */
  readonly dividers: readonly MeetingReading[];
  readonly attachments: readonly StampedRange[];
}

/** Reads every block of a package for what it is. */
export function readParts(blocks: readonly Block[]): PackageParts {
  const documents: ReadDocument[] = [];
  const dividers: MeetingReading[] = [];
  const attachments: StampedRange[] = [];
  for (const block of blocks) {
    const segments = block.stamp
      ? [{ kind: kindOf(block.lines, true), lines: block.lines }]
      : segmentsOf(block.lines);
    for (const segment of segments) {
      const read = readSegment(segment.kind, segment.lines, block.stamp);
      if (read?.meeting?.onlyHeadings && !block.stamp) dividers.push(read.meeting);
      else if (read) documents.push(read);
      if (block.stamp) attachments.push(rangeOf(block, block.stamp, read === null));
    }
  }
  return { documents, dividers, attachments };
}

function readSegment(kind: string, lines: Block['lines'], stamp: Stamp | null): ReadDocument | null {
  if (kind === 'indstilling') {
    const read = readIndstilling(lines);
    return read && { ...read, stamp, meeting: null };
  }
  const meeting = kind === 'meeting' ? readMeeting(lines) : null;
  return (
    meeting && {
      document: meeting.document,
      fields: meeting.fields,
      letterheads: meeting.letterheads,
      stamp,
      meeting,
    }
  );
}

const rangeOf = (block: Block, stamp: Stamp, plain: boolean): StampedRange => ({
  stamp,
  lines: { from: block.lines[0]?.no ?? 0, to: block.lines.at(-1)?.no ?? 0 },
  plain,
});
