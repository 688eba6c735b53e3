import { describe, expect, it } from '@jest/globals';
import { agendaTimes } from './agenda-times.js';
import { numberAgenda } from './numbering.js';
import type { AgendaPoint } from './agenda-point.js';

function point(
  id: string,
  position: number,
  minutes: number | null,
  fixedStart: string | null = null,
): AgendaPoint {
  return {
    ...{ id, parentId: null, position, title: id, minutes, fixedStart, type: 'discussion' },
    ...{ visibility: 'open', state: 'active', late: false, frozenNumber: null },
  };
}

const AGENDA = numberAgenda([point('a', 0, 10), point('b', 1, 5, '09:30')], 'separate-series');

describe('the times of an agenda', () => {
  it('are those of the timetable, and said in words, when the meeting has a start', () => {
    const times = agendaTimes(AGENDA, '09:00', '10:00');
    expect(times).toMatchObject({ value: { start: '09:00', ends: '09:35', slack: 25 } });
    expect(times.ok && times.value.inWords).toContain('kl.\u00a09.35');
  });

  it('hold no clock time when the meeting has no start, fixed starts and booked end or not', () => {
    const times = agendaTimes(AGENDA, null, '10:00');
    expect(times).toMatchObject({
      value: { start: null, ends: null, bookedEnd: null, slack: null, minutes: 15 },
    });
    expect(times.ok && times.value.slots.map(({ from, to, wait }) => [from, to, wait])).toEqual([
      [null, null, 0],
      [null, null, 0],
    ]);
    expect(times.ok && times.value.inWords).toBe(
      'Punkterne tager 15 minutter. Mødet har intet starttidspunkt.',
    );
  });

  it('are worked out also when fixed starts contradict the order', () => {
    const wrong = numberAgenda([point('a', 0, 10, '10:00'), point('b', 1, 5, '09:30')], 'separate-series');
    expect(agendaTimes(wrong, '09:00', null)).toMatchObject({
      value: { slots: [{}, { from: '09:30', overlap: 40 }] },
    });
  });
});
