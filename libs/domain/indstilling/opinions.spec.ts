import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOSING_DAYS } from '../calendar/index.js';
import type { Outcome } from '../outcome.js';
import { checkAnswering, checkAsking, checkWithdrawing, opinionDeadline, opinionState } from './opinions.js';
import type { OpinionGiven, OpinionQuestion } from './opinions.js';
import { INDSTILLING_STATES } from './workflow.js';

const told = (outcome: Outcome<true>): string =>
  outcome.ok ? 'ok' : [outcome.refusal.code, outcome.refusal.at ?? []].flat().join(' ');

describe('the day an opinion is due', () => {
  it.each([
    ['a week later', '2026-03-09', '2026-03-16'],
    ['from a weekend', '2026-03-14', '2026-03-20'],
    ['over Easter', '2026-03-30', '2026-04-09'],
    ['over the closing days of December', '2026-12-22', '2027-01-04'],
  ])('is five hverdage away: %s', (_, today, due) => {
    expect(opinionDeadline(today, DEFAULT_CLOSING_DAYS)).toBe(due);
  });
});

describe('how far a question has come', () => {
  it.each([
    ['awaited before it is due', null, '2026-03-10', 'awaited'],
    ['awaited on the day itself', null, '2026-03-11', 'awaited'],
    ['overdue the day after', null, '2026-03-12', 'overdue'],
    ['answered, however late', 'agrees', '2026-03-12', 'agrees'],
    ['answered with remarks', 'remarks', '2026-03-10', 'remarks'],
  ] as const)('%s', (_, answer, today, state) => {
    expect(opinionState({ answer, dueOn: '2026-03-11' }, today)).toBe(state);
  });
});

const question: OpinionQuestion = {
  ...{ state: 'draft', ownUnitId: 'own', unitId: 'other', awaited: ['third'] },
  ...{ dueOn: '2026-03-10', today: '2026-03-10' },
};

describe('a unit is asked', () => {
  it('until the indstilling is approved', () => {
    const open = INDSTILLING_STATES.filter((state) => told(checkAsking({ ...question, state })) === 'ok');
    expect(open).toEqual([
      ...['draft', 'with-leader', 'with-secretariat', 'with-director', 'with-raadmand', 'returned'],
    ]);
    expect(told(checkAsking({ ...question, state: 'approved' }))).toBe('opinion-not-now');
  });

  it.each<[string, Partial<OpinionQuestion>, string]>([
    ['one that is not asked', {}, 'ok'],
    ['where the indstilling has no unit', { ownUnitId: null }, 'ok'],
    ['its own', { unitId: 'own' }, 'opinion-of-own-unit unitId'],
    ['one that has not answered yet', { unitId: 'third' }, 'opinion-awaited unitId'],
    ['by a day that is over', { dueOn: '2026-03-09' }, 'opinion-due-passed dueOn'],
  ])('%s', (_, more, answer) => {
    expect(told(checkAsking({ ...question, ...more }))).toBe(answer);
  });
});

const given: OpinionGiven = { state: 'with-leader', isAnswered: false, answer: 'agrees', text: null };

describe('a unit answers', () => {
  it('until the indstilling has ended', () => {
    const closed = INDSTILLING_STATES.filter((state) => told(checkAnswering({ ...given, state })) !== 'ok');
    expect(closed).toEqual(['decided', 'rejected', 'withdrawn']);
    expect(told(checkAnswering({ ...given, state: 'decided' }))).toBe('opinion-too-late');
  });

  it.each<[string, Partial<OpinionGiven>, string]>([
    ['that it agrees, with no words', {}, 'ok'],
    ['that it agrees, in words', { text: 'Godt arbejde.' }, 'ok'],
    ['with remarks', { answer: 'remarks', text: 'Der mangler en pris.' }, 'ok'],
    ['with remarks without words', { answer: 'remarks' }, 'opinion-text-missing text'],
    ['with remarks of blanks', { answer: 'remarks', text: ' \n' }, 'opinion-text-missing text'],
    ['once', { isAnswered: true }, 'opinion-given'],
  ])('%s', (_, more, answer) => {
    expect(told(checkAnswering({ ...given, ...more }))).toBe(answer);
  });

  it('and the question is not taken back after that', () => {
    expect(told(checkWithdrawing({ isAnswered: false }))).toBe('ok');
    expect(told(checkWithdrawing({ isAnswered: true }))).toBe('opinion-given');
  });
});
