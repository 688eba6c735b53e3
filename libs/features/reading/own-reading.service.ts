import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OwnReadingView, ReadingPlaceView } from '../../contracts/reading.js';
import type { Actor } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { findSeenAttachment } from '../attachments/index.js';
import { loadSeenMeeting } from '../meetings/index.js';
import { contentKeysOf } from './content-keys.js';
import { highlightView, highlightsOn } from './own-highlights.queries.js';
import { marksOn, placeIn } from './own-marks.queries.js';
import { noteView, notesOn } from './own-notes.queries.js';
import { readablePoints } from './readable-points.js';
import type { ReadablePoint } from './readable-points.js';
import { keeperOf } from './reading.policy.js';
import { withoutPoints } from './without-points.js';

const NOTHING: OwnReadingView = {
  ...{ notes: [], marks: [], place: null, highlights: [], kept: [], fallen: [] },
};

type Readable = ReadonlyMap<string, ReadablePoint>;

/** All that somebody keeps for themself of a meeting: on the points that they read now, and what fits no point any more. */
@Injectable()
export class OwnReadingService {
  constructor(private readonly transactions: Transactions) {}

  async of({ actor }: RequestContext, meetingId: string): Promise<OwnReadingView> {
    const tx = this.transactions.reader;
    const seen = await loadSeenMeeting(tx, actor, meetingId);
    const personId = keeperOf(actor);
    // It is not there for whoever sees what somebody else sees.
    if (personId === null) return NOTHING;
    const readable = await readablePoints(tx, actor, seen);
    const ids = [...readable.keys()];
    const notes = await notesOn(tx, personId, ids);
    const keys = await contentKeysOf(tx, actor, readable.values());
    return {
      notes: notes.filter(({ text }) => text !== '').map((row) => noteView(row.pointId, row)),
      marks: await marksOn(tx, personId, keys),
      place: await placeFor(tx, actor, readable, await placeIn(tx, personId, meetingId)),
      highlights: (await highlightsOn(tx, actor, personId, ids)).map(highlightView),
      ...(await withoutPoints(tx, actor, personId, seen, readable)),
    };
  }
}

/** The place, as far as what lies there is still read. */
async function placeFor(
  tx: EntityManager,
  actor: Actor,
  readable: Readable,
  place: ReadingPlaceView | null,
): Promise<ReadingPlaceView | null> {
  if (place === null || !readable.has(place.pointId)) return null;
  const { pointId, attachmentId } = place;
  if (attachmentId === null || (await findSeenAttachment(tx, actor, attachmentId))) return place;
  return { pointId, attachmentId: null, page: null };
}
