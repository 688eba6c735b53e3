import type { AgendaPoint, NumberingPolicy } from './agenda-point.js';
import { numberAgenda } from './numbering.js';
import { timetable } from './timetable.js';

export interface AgendaSize {
  /** The points that are still to be taken up; sub-points stand under theirs. */
  readonly points: number;
  /** The minutes they take, as the timetable adds them up. */
  readonly minutes: number;
}

/** How many points an agenda has and the minutes they take; 0 minutes where none can be added up. */
export function agendaSize(points: readonly AgendaPoint[], numbering: NumberingPolicy): AgendaSize {
  const agenda = numberAgenda(points, numbering);
  // No clock time is asked for: any start gives the same sum.
  const times = timetable(agenda, '00:00', null);
  return {
    points: agenda.filter(({ parentId, withdrawn }) => parentId === null && !withdrawn).length,
    minutes: times.ok ? times.value.minutes : 0,
  };
}
