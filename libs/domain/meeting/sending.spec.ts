import { describe, expect, it } from '@jest/globals';
import { meetingFacts, pointFacts } from './facts.fixture.js';
import type { MeetingFacts } from './facts.js';
import { checkSending } from './sending.js';

const refusalsOf = (facts: MeetingFacts): string[] =>
  checkSending(facts, 'first').refusals.map((r) => `${r.code} ${r.at ?? ''}`.trim());
const warningsOf = (facts: MeetingFacts, sending: 'first' | 'correction' = 'first'): string[] =>
  checkSending(facts, sending).warnings.map((w) => `${w.code} ${w.at ?? ''}`.trim());

describe('an agenda about to be sent', () => {
  it('passes without a remark when all is in place', () => {
    expect(checkSending(meetingFacts(), 'first')).toEqual({ refusals: [], warnings: [] });
  });

  it.each<[string, Partial<MeetingFacts>, string]>([
    ['no date', { date: null }, 'meeting-date-missing date'],
    ['no start', { start: null, end: null }, 'meeting-start-missing start'],
    ['a date that does not exist', { date: '2025-02-29' }, 'date-does-not-exist date'],
    ['an end before its start', { end: '08:59' }, 'end-not-after-start end'],
    ['no point', { points: [] }, 'agenda-empty points'],
    ['only withdrawn points', { points: [pointFacts({ withdrawn: true })] }, 'agenda-empty points'],
    [
      'a point without title',
      { points: [pointFacts({ title: ' ' })] },
      'point-title-missing points[0].title',
    ],
    [
      'a late point without reason',
      { points: [pointFacts({ late: true, lateReason: ' ' })] },
      'late-reason-required points[0].lateReason',
    ],
  ])('is refused with %s', (_name, more, expected) => {
    expect(refusalsOf(meetingFacts(more))).toEqual([expected]);
  });

  it('names everything that stops it at once', () => {
    expect(refusalsOf(meetingFacts({ date: null, start: null, end: null, points: [] }))).toEqual([
      'meeting-date-missing date',
      'meeting-start-missing start',
      'agenda-empty points',
    ]);
  });

  it.each<[string, Partial<MeetingFacts>, string]>([
    ['no end', { end: null }, 'meeting-end-missing end'],
    ['no place', { place: ' ' }, 'meeting-place-missing place'],
    [
      'a point without minutes',
      { points: [pointFacts({ minutes: null })] },
      'point-without-minutes points[0].minutes',
    ],
    [
      'an indstilling still on its way',
      { points: [pointFacts({ indstilling: 'with-director' })] },
      'indstilling-not-approved points[0].indstilling',
    ],
  ])('is sent with a warning for %s', (_name, more, expected) => {
    expect(refusalsOf(meetingFacts(more))).toEqual([]);
    expect(warningsOf(meetingFacts(more))).toEqual([expected]);
  });

  it('does not warn of an indstilling that is approved or on the agenda', () => {
    const points = [
      pointFacts({ id: 'a', indstilling: 'approved' }),
      pointFacts({ id: 'b', indstilling: 'on-agenda' }),
    ];
    expect(warningsOf(meetingFacts({ points }))).toEqual([]);
  });

  it('asks no minutes of written information, of a parent, or of a withdrawn point', () => {
    const points = [
      pointFacts({ id: 'a', minutes: null }),
      pointFacts({ id: 'b', parentId: 'a' }),
      pointFacts({ id: 'c', minutes: null, type: 'written-information' }),
      pointFacts({ id: 'd', minutes: null, withdrawn: true }),
    ];
    expect(warningsOf(meetingFacts({ points }), 'correction')).toEqual([]);
  });

  it('warns of a withdrawn point the first time only, since a correction has to show it', () => {
    const facts = meetingFacts({ points: [pointFacts(), pointFacts({ id: 'b', withdrawn: true })] });
    expect(warningsOf(facts, 'first')).toEqual(['withdrawn-before-sending points[1].withdrawn']);
    expect(warningsOf(facts, 'correction')).toEqual([]);
  });
});
