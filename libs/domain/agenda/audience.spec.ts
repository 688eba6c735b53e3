import { describe, expect, it } from '@jest/globals';
import { point } from '../../../test/builders/agenda.js';
import { fromPlainText } from '../text/index.js';
import type { AgendaPoint } from './agenda-point.js';
import { attachmentsFor, forAudience } from './audience.js';
import type { AudienceView, PublicSide } from './audience.js';
import { numberAgenda } from './numbering.js';
import { timetable } from './timetable.js';

const openView: AudienceView = { audience: 'open', policy: 'separate-series', bodyVisibility: 'open' };
const closed = { visibility: 'closed' } as const;

function seen(points: readonly (AgendaPoint & PublicSide)[], view: AudienceView): unknown {
  const entries = numberAgenda(forAudience(points, view), view.policy);
  const times = timetable(entries, '09:00', '23:59');
  return {
    rows: entries.map(({ point: { id, title }, number, part, parentId, late }) => [
      id,
      title,
      number,
      part,
      parentId,
      late,
    ]),
    times,
  };
}

describe('what the open audience sees of a body with separate series', () => {
  it('is nothing of closed points, nor of the open sub-points under them', () => {
    const points = [
      point('x', 1, closed),
      point('x1', 1, { parentId: 'x' }),
      point('a', 2),
      point('a1', 1, { parentId: 'a', ...closed }),
    ];
    expect(forAudience(points, openView).map((one) => one.id)).toEqual(['a']);
  });
});

describe('what the open audience sees of a body with one series', () => {
  const view: AudienceView = { ...openView, policy: 'one-series' };
  const points = [
    point('a', 1, { minutes: 10 }),
    { ...point('x', 2, { minutes: 5, type: 'decision', ...closed }), purpose: 'hemmeligt' },
    { ...point('y', 3, closed), publicTitle: ' Køb af ejendom ', publicDecision: fromPlainText('Godkendt.') },
    { ...point('z', 4, { ...closed, minutes: 5, type: 'written-information' }), publicTitle: '  ' },
  ];

  it('is a neutral row with number, time and the public side, and nothing else', () => {
    expect(seen(points, view)).toMatchObject({
      rows: [
        ['a', 'Punkt a', '1', 'main', null, false],
        ['x', 'Lukket punkt', '2', 'main', null, false],
        ['y', 'Køb af ejendom', '3', 'main', null, false],
        ['z', 'Lukket punkt', '4', 'main', null, false],
      ],
      times: { value: { slots: [{ from: '09:00' }, { from: '09:10', to: '09:15' }, {}, { from: null }] } },
    });
    expect(JSON.stringify(forAudience(points, view))).not.toMatch(/hemmeligt|decision"|written|Punkt [xyz]/);
  });
});

describe('the other audiences', () => {
  it('see all points, or none of a closed body', () => {
    const points = [point('a', 1), point('x', 2, closed)];
    expect(forAudience(points, { ...openView, audience: 'all' })).toEqual(points);
    expect(forAudience(points, { ...openView, bodyVisibility: 'closed' })).toEqual([]);
    expect(forAudience(points, { ...openView, policy: 'one-series', bodyVisibility: 'closed' })).toEqual([]);
  });
});

describe('the attachments of a point', () => {
  const attachments = [
    { id: 'k1', position: 1, ...closed },
    { id: 'b2', position: 3, visibility: 'open' as const },
    { id: 'b1', position: 2, visibility: 'open' as const },
  ];
  it.each([
    ['all', 'open', ['1 b1 open', '2 b2 open', '3 k1 closed']],
    ['open', 'open', ['1 b1 open', '2 b2 open']],
    ['all', 'closed', ['1 k1 closed', '2 b1 closed', '3 b2 closed']],
    ['open', 'closed', []],
  ] as const)('for %s under a point that is %s', (audience, visibility, expected) => {
    const numbered = attachmentsFor(attachments, visibility, audience);
    expect(numbered.map((one) => `${one.number} ${one.attachment.id} ${one.visibility}`)).toEqual(expected);
  });
});
