import type { EntityManager } from 'typeorm';
import type { FallenHighlightView, KeptNoteView } from '../../contracts/reading.js';
import type { Actor } from '../../domain/rights/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { lostPlaces } from './lost-points.js';
import { highlightsWrittenAt } from './own-highlights.queries.js';
import { notesWrittenAt } from './own-notes.queries.js';
import type { ReadablePoint } from './readable-points.js';

/** What was last written at this meeting, to points that do not fit any more. */
export async function withoutPoints(
  tx: EntityManager,
  actor: Actor,
  personId: string,
  seen: SeenMeeting,
  readable: ReadonlyMap<string, ReadablePoint>,
): Promise<{ kept: KeptNoteView[]; fallen: FallenHighlightView[] }> {
  const notes = await notesWrittenAt(tx, personId, seen.meeting.id);
  const highlights = await highlightsWrittenAt(tx, personId, seen.meeting.id);
  const known = new Map([...highlights, ...notes].map(({ pointId, title }) => [pointId, title]));
  const places = await lostPlaces(tx, actor, seen, readable, known);
  const kept = notes.flatMap(({ pointId, text, version, changedAt }) => {
    const place = places.get(pointId);
    return place ? [{ pointId, ...place, text, version, changedAt: changedAt.toISOString() }] : [];
  });
  const fallen = highlights.flatMap(({ id, pointId, quote, note, changedAt }) => {
    const place = places.get(pointId);
    if (!place) return [];
    // The words that were marked are the point's, not their own.
    const marked = { quote: place.why === 'unreadable' ? null : quote, note };
    return [{ id, pointId, ...place, ...marked, changedAt: changedAt.toISOString() }];
  });
  return { kept, fallen };
}
