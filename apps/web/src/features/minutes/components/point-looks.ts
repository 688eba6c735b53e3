import type { MinutesPoint } from '../points.js';

/** How the section of a point looks: the stripe of a closed one, the step in of a sub-point. */
export function pointLooks({ isClosed, isSub }: MinutesPoint): string {
  return ['minutes-point', isClosed ? 'is-closed' : '', isSub ? 'is-sub' : '']
    .filter((look) => look !== '')
    .join(' ');
}
