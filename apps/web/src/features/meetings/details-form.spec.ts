import { describe, expect, it } from '@jest/globals';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { detailsFaults, detailsOf, detailsRequest, isElsewhere } from './details-form.js';

const TODAY = '2026-11-26';
const MEETING: MeetingView = {
  ...{ id: 'm', bodyId: 'b', bodyName: 'Rådmandsmøde', kind: 'ordinary', state: 'sent', version: 3 },
  ...{ date: '2026-12-01', start: '09:00', end: '09:45', place: 'Jægergården', caseNumber: null },
  participants: [
    { name: 'Karla Vestermølle', personId: 'kvl', attendance: 'present' },
    { name: 'Anna Gæst', personId: null, attendance: 'regret' },
  ],
  ...{ chairId: 'kvl', minuteTakerId: null, caseworkers: [], documentDate: null, letterhead: null },
  cancelledBecause: null,
  ...{ actions: [], deadlines: [], abilities: { change: true, run: true, history: true } },
};
const PEOPLE = [
  { id: 'abh', name: 'Anton Bro' },
  { id: 'one', name: 'Hans Hansen' },
  { id: 'two', name: 'Hans Hansen' },
];
const KNOWN = { participants: MEETING.participants, people: PEOPLE };
const fields = detailsOf(MEETING);

describe('the facts of a meeting in a form', () => {
  it('are what is sent when nothing is typed', () => {
    const { date, kind, start, end, place, caseNumber, chairId, minuteTakerId, participants } = MEETING;
    expect(detailsRequest(fields, TODAY, KNOWN)).toEqual({
      ...{ date, kind, start, end, place, caseNumber, chairId, minuteTakerId, participants },
    });
  });

  it.each([
    ['Anton Bro', { name: 'Anton Bro', personId: 'abh', attendance: 'present' }],
    ['Anton Bro, afbud', { name: 'Anton Bro', personId: 'abh', attendance: 'regret' }],
    ['Karla Vestermølle, Fraværende', { name: 'Karla Vestermølle', personId: 'kvl', attendance: 'absent' }],
    ['Hans Hansen', { name: 'Hans Hansen', personId: null, attendance: 'present' }],
    ['Bo Gæst, Fjordby', { name: 'Bo Gæst, Fjordby', personId: null, attendance: 'present' }],
  ])('reads %s as a participant', (line, participant) => {
    expect(detailsRequest({ ...fields, participants: line }, TODAY, KNOWN).participants).toEqual([
      participant,
    ]);
  });

  it.each([
    [{ date: 'engang' }, 'date'],
    [{ start: 'tidligt' }, 'start'],
    [{ start: '' }, 'start'],
    [{ end: '8.00' }, 'end'],
    [{ participants: 'x'.repeat(301) }, 'participants'],
  ])('finds %j wrong', (typed, name) => {
    expect(Object.keys(detailsFaults({ ...fields, ...typed }, TODAY))).toEqual([name]);
  });

  it('finds nothing wrong with what stands', () => {
    expect(detailsFaults(fields, TODAY)).toEqual({});
  });

  it.each([
    [{ date: '2. december 2026' }, true],
    [{ place: '' }, true],
    [{ caseNumber: 'EMN-2026-1' }, false],
  ])('knows whether %j is told to calendars', (typed, told) => {
    expect(isElsewhere({ ...fields, ...typed }, fields)).toBe(told);
  });
});
