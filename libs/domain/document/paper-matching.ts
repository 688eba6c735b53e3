import { evenly } from './paper-text.js';
import type { PaperAgenda, PaperPoint } from './paper.js';

/** Points by their ids. */
export function byId({ points }: PaperAgenda): ReadonlyMap<string, PaperPoint> {
  return new Map(points.flatMap((point) => (point.id === null ? [] : [[point.id, point] as const])));
}

/**
 * Each point of a document that came back with the id it had when it was made, null for a new one: by what the document
 * says, else by title, else by number.
 */
export function matched(made: PaperAgenda, back: PaperAgenda): ReadonlyMap<PaperPoint, string | null> {
  const free = new Map(byId(made));
  const found = new Map<PaperPoint, string | null>(back.points.map((point) => [point, null]));
  const settle = (same: (one: PaperPoint, base: PaperPoint) => boolean): void => {
    for (const point of back.points) {
      if (found.get(point) !== null) continue;
      const base = [...free.values()].find((one) => one.isClosed === point.isClosed && same(point, one));
      if (!base?.id) continue;
      found.set(point, base.id);
      free.delete(base.id);
    }
  };
  for (const point of back.points) {
    if (point.id === null || !free.delete(point.id)) continue;
    found.set(point, point.id);
  }
  settle((one, base) => evenly(one.title) === evenly(base.title));
  settle((one, base) => one.number !== null && one.number === base.number);
  return found;
}

/** The sub-points that stand under a point. */
export function subPointsOf({ points }: PaperAgenda, parent: PaperPoint): readonly PaperPoint[] {
  const after = points.slice(points.indexOf(parent) + 1);
  const end = after.findIndex(({ isSub, isClosed }) => !isSub || isClosed !== parent.isClosed);
  return parent.isSub ? [] : after.slice(0, end === -1 ? undefined : end);
}
