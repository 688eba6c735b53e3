import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyAgenda } from '../../../test/builders/agenda.js';
import type { AgendaPoint } from './agenda-point.js';
import { forAudience } from './audience.js';
import type { AudienceView } from './audience.js';
import { numberAgenda } from './numbering.js';
import { timetable } from './timetable.js';

const openView: AudienceView = { audience: 'open', policy: 'separate-series', bodyVisibility: 'open' };

function seen(points: readonly AgendaPoint[]): unknown {
  const entries = numberAgenda(forAudience(points, openView), openView.policy);
  return [entries, timetable(entries, '09:00', '23:59')];
}

describe('what the open audience sees of a body with separate series', () => {
  it('is the same whatever closed points there are', () => {
    const agendas = fc.tuple(anyAgenda({ frozen: true }), anyAgenda({ frozen: true }));
    fc.assert(
      fc.property(agendas, ([points, others]) => {
        const hidden = others.map((one) => ({
          ...one,
          id: `h${one.id}`,
          parentId: points[0]?.id ?? null,
          visibility: 'closed' as const,
        }));
        expect(seen([...hidden, ...points])).toEqual(seen(points));
      }),
    );
  });

  it('is the main part exactly as those see it who may see all', () => {
    fc.assert(
      fc.property(anyAgenda({ frozen: true }), (points) => {
        const all = numberAgenda(points, 'separate-series').filter((entry) => entry.part === 'main');
        const open = numberAgenda(forAudience(points, openView), 'separate-series');
        expect(open).toEqual(all);
      }),
    );
  });
});

describe('what the open audience sees of a body with one series', () => {
  const view: AudienceView = { ...openView, policy: 'one-series' };

  it('keeps the numbers and times that everybody else sees', () => {
    fc.assert(
      fc.property(anyAgenda({ frozen: true }), (agenda) => {
        const place = (from: readonly AgendaPoint[]): unknown => {
          const entries = numberAgenda(from, 'one-series');
          const times = timetable(entries, '09:00', null);
          return [entries.map(({ number, late }) => [number, late]), times.ok ? times.value.slots : null];
        };
        expect(place(forAudience(agenda, view))).toEqual(place(agenda));
      }),
    );
  });
});
