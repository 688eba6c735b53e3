import { describe, expect, it } from '@jest/globals';
import { COURSE_KINDS, INDSTILLING_ACTIONS, caseKey, courseOf } from './index.js';
import type { CoursePoint, CourseStep, IndstillingAction, IndstillingState } from './index.js';

const point = (id: string, date: string, more: Partial<CoursePoint> = {}): CoursePoint => ({
  ...{ id, date, start: '09:00', cancelled: false, moved: false, withdrawn: false, decision: null },
  ...more,
});
const decided = (outcome: NonNullable<CoursePoint['decision']>['outcome']) => ({ decision: { outcome } });
const step = (action: IndstillingAction, to: IndstillingState, date: string, time = '12:00'): CourseStep => ({
  id: `${action} ${date}`,
  action,
  to,
  at: { date, time },
});

const told = (points: readonly CoursePoint[], steps: readonly CourseStep[] = [], most = 200): string[] =>
  courseOf(points, steps, most).entries.map(
    (entry) => `${entry.date} ${entry.kind}${entry.point === null ? '' : ` ${entry.point.id}`}`,
  );

describe('the course of a case', () => {
  it('goes across two bodies and two years, whatever order it is found in', () => {
    expect(
      told(
        [
          point('byrådet', '2026-02-04', decided('adopted')),
          point('udvalget', '2025-11-12', decided('recommended')),
          point('rådmandsmødet', '2025-10-07', decided('referred')),
        ],
        [step('approve', 'approved', '2025-10-01'), step('submit', 'with-leader', '2025-09-24')],
      ),
    ).toEqual([
      '2025-09-24 submitted',
      '2025-10-01 approved',
      '2025-10-07 referred rådmandsmødet',
      '2025-11-12 decided udvalget',
      '2026-02-04 decided byrådet',
    ]);
  });

  it('tells each time it was put off, and where it stands now', () => {
    expect(
      told([
        point('a', '2026-01-06', decided('deferred')),
        point('b', '2026-01-13', decided('deferred')),
        point('c', '2026-01-20'),
      ]),
    ).toEqual(['2026-01-06 deferred a', '2026-01-13 deferred b', '2026-01-20 on-agenda c']);
  });

  it('ends where its indstilling is withdrawn, though it stands on an agenda that was sent', () => {
    expect(
      told(
        [point('a', '2026-01-13', { withdrawn: true })],
        [step('submit', 'with-leader', '2026-01-02'), step('withdraw', 'withdrawn', '2026-01-12')],
      ),
    ).toEqual(['2026-01-02 submitted', '2026-01-12 withdrawn', '2026-01-13 removed a']);
  });

  it('tells of one day what was done before the meeting first, and of meetings of no hour last', () => {
    const day = '2026-01-13';
    expect(
      told(
        [point('noget af dagen', day, { start: null }), point('kl. 13', day, { start: '13:00' })],
        [step('return', 'returned', day, '14:00'), step('approve', 'approved', day, '08:00')],
      ),
    ).toEqual([
      `${day} approved`,
      `${day} on-agenda kl. 13`,
      `${day} returned`,
      `${day} on-agenda noget af dagen`,
    ]);
    expect(told([point('3', day), point('3A', day)])).toEqual([`${day} on-agenda 3`, `${day} on-agenda 3A`]);
  });

  it('of more than it may hold has the newest, and says that there were others', () => {
    const points = [point('c', '2026-03-01'), point('a', '2026-01-01'), point('b', '2026-02-01')];
    expect(told(points, [], 2)).toEqual(['2026-02-01 on-agenda b', '2026-03-01 on-agenda c']);
    expect([courseOf(points, [], 2).more, courseOf(points, [], 3).more]).toEqual([true, false]);
    expect(courseOf([], [], 2)).toEqual({ entries: [], more: false });
  });
});

describe('what became of a point', () => {
  it.each<[string, Partial<CoursePoint>]>([
    ['on-agenda', {}],
    ['decided', decided('approved')],
    ['decided', decided('returned')],
    ['decided', decided(null)],
    ['deferred', decided('deferred')],
    ['referred', decided('referred')],
    ['removed', decided('removed')],
    ['removed', { withdrawn: true }],
    ['cancelled', { cancelled: true }],
    ['cancelled', { cancelled: true, withdrawn: true }],
    ['deferred', { cancelled: true, ...decided('deferred') }],
    ['decided', { withdrawn: true, ...decided('approved') }],
    ['moved', { moved: true }],
    ['moved', { moved: true, cancelled: true, withdrawn: true }],
    ['moved', { moved: true, ...decided('deferred') }],
  ])('%s: %j', (kind, facts) => {
    expect(told([point('p', '2026-01-01', facts)])).toEqual([`2026-01-01 ${kind} p`]);
  });
});

describe('what a step tells', () => {
  it.each<[IndstillingAction, IndstillingState, string]>([
    ['submit', 'with-leader', 'submitted'],
    ['return', 'returned', 'returned'],
    ['reject', 'rejected', 'rejected'],
    ['withdraw', 'withdrawn', 'withdrawn'],
    ['approve', 'approved', 'approved'],
  ])('%s to %s: %s', (action, to, kind) => {
    expect(told([], [step(action, to, '2026-01-01')])).toEqual([`2026-01-01 ${kind}`]);
  });

  it.each<[IndstillingAction, IndstillingState]>([
    ['approve', 'with-director'],
    ['revise', 'with-leader'],
    ['place', 'on-agenda'],
    ['take-off', 'approved'],
    ['postpone', 'on-agenda'],
    ['decide', 'decided'],
  ])('%s to %s: nothing', (action, to) => {
    expect(told([], [step(action, to, '2026-01-01')])).toEqual([]);
  });

  it('is thought of for every action, and every kind is told', () => {
    expect(INDSTILLING_ACTIONS).toHaveLength(10);
    expect(COURSE_KINDS).toHaveLength(12);
  });
});

describe('the number of a case', () => {
  it.each([
    ['EMN-2024-034734', 'EMN-2024-034734'],
    [' emn-2024-034734 ', 'EMN-2024-034734'],
    ['EMN 2024 034734', 'EMN-2024-034734'],
    ['EMN - 2024\u00A0\u2013 034734', 'EMN-2024-034734'],
    ['EMN\u20112024\u2011034734', 'EMN-2024-034734'],
    ['- 24/1234 -', '24/1234'],
    ['24/1234', '24/1234'],
    ['2/41234', '2/41234'],
    ['ømn 7', 'ØMN-7'],
  ])('%j is told by %s', (written, key) => {
    expect(caseKey(written)).toBe(key);
  });

  it.each([null, '', '  ', '-', ' - '])('%j is none', (written) => {
    expect(caseKey(written)).toBeNull();
  });
});
