import type { AgendaPoint } from './agenda-point.js';

type Landing = Pick<AgendaPoint, 'id' | 'parentId' | 'position' | 'type' | 'state'>;

/**
 * Where a point that comes from outside lands among the points at the top, counted from 0: after the last that is not a
 * standing point, so that manual order among equals is kept, and before the standing points that end the meeting
 * ("Bordet rundt", "Eventuelt"). Where all are standing points, before the last of them (the seeds' agendas open with
 * several and close with one).
 */
export function landingPosition(points: readonly Landing[]): number {
  const tops = points
    .filter(({ parentId }) => parentId === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const last = tops.findLastIndex(({ type, state }) => type !== 'standing' && state === 'active');
  return last < 0 ? Math.max(0, tops.length - 1) : last + 1;
}
