import { describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import {
  FOLLOW_UP_STATUSES,
  followUpActions,
  takeFollowUpStep,
} from '../../../../../libs/domain/follow-up/workflow.js';
import { actRefusal } from './act-refusal.js';
import { dueInWords, overdueInWords } from './due-text.js';
import { dueGroupOf, grouped, responsibleOf } from './groups.js';
import type { Names } from './groups.js';
import { listCommand } from './list-keys.js';
import { apiQueryOf, isFiltered, readFollowUpSearch, withoutFilters } from './search.js';
import { stepTo, stepsBack } from './status-steps.js';

const TODAY = '2026-11-25';

const ABLE: FollowUpView['abilities'] = {
  ...{ change: true, changeDue: true, note: true, confirm: true, ignore: true, issue: true },
  ...{ start: true, wait: true, finish: true, drop: true, reopen: true, reset: true },
};

function followUp(fields: Partial<FollowUpView> = {}): FollowUpView {
  return {
    ...{ id: 'f', bodyId: 'b', meetingId: null, pointId: null, action: 'Sender tal', sentence: null },
    ...{ responsible: null, unitId: null, personId: null, raisedBy: null },
    due: { kind: 'none', text: null, date: null },
    ...{ stage: 'issued', status: 'new', overdue: false, actions: [], createdAt: '', version: 1 },
    abilities: ABLE,
    ...fields,
  };
}

const NAMES: Names = {
  unitCode: (id) => (id === null ? null : id.toUpperCase()),
  unitName: (id) => (id === null ? null : `Enheden ${id}`),
  initials: (id) => id,
  meeting: (id) => (id === null ? null : `Mødet ${id}`),
};

describe('the status of a follow-up', () => {
  const open = FOLLOW_UP_STATUSES.map(
    (from) => [from, followUpActions({ stage: 'issued', status: from })] as const,
  );

  it('is reached by one step wherever the workflow has one', () => {
    for (const [from, actions] of open) {
      for (const action of actions) {
        const taken = takeFollowUpStep({ stage: 'issued', status: from }, action, 'En note.');
        const to = taken.ok ? taken.value.status : from;
        expect([from, stepTo(actions, to)]).toEqual([from, action]);
      }
    }
  });

  it('can be taken back exactly, from every status to the one before', () => {
    for (const [from, actions] of open) {
      for (const action of actions) {
        const taken = takeFollowUpStep({ stage: 'issued', status: from }, action, 'En note.');
        if (!taken.ok) throw new Error(action);
        const back = stepsBack(taken.value.status, from, 'Fortrudt.').reduce((state, step) => {
          const next = takeFollowUpStep(state, step.action, step.note);
          if (!next.ok) throw new Error(`${state.status} ${step.action}`);
          return next.value;
        }, taken.value);
        expect(back.status).toBe(from);
      }
    }
  });
});

describe('follow-ups in groups', () => {
  it.each([
    ['overdue', followUp({ overdue: true, due: { kind: 'firm', text: null, date: '2026-11-20' } })],
    ['this-week', followUp({ due: { kind: 'firm', text: null, date: '2026-11-29' } })],
    ['later', followUp({ due: { kind: 'firm', text: null, date: '2026-11-30' } })],
    ['without-date', followUp({ due: { kind: 'event', text: 'inden sommerferien', date: null } })],
    ['ended', followUp({ status: 'done', due: { kind: 'firm', text: null, date: '2026-11-29' } })],
  ] as const)('stand under %s', (group, one) => {
    expect(dueGroupOf(one, TODAY)).toBe(group);
  });

  it('leave out empty groups and keep their order', () => {
    const list = [
      followUp({ id: '1', unitId: 'øka' }),
      followUp({ id: '2', unitId: 'aaa' }),
      followUp({ id: '3' }),
    ];
    const byUnit = grouped(list, 'unit', NAMES, TODAY);
    expect(byUnit.map(({ title }) => title)).toEqual([
      'Ingen enhed',
      'ØKA – Enheden øka',
      'AAA – Enheden aaa',
    ]);
    expect(grouped(list, 'due', NAMES, TODAY).map(({ title }) => title)).toEqual(['Uden frist']);
    expect(grouped([followUp({ meetingId: 'm' })], 'meeting', NAMES, TODAY)[0]?.title).toBe('Mødet m');
  });

  it('tell who does it, in the words of the minutes when neither unit nor person is known', () => {
    expect(responsibleOf(followUp({ unitId: 'fas', personId: 'JKJ' }), NAMES)).toBe('FAS · JKJ');
    expect(responsibleOf(followUp({ responsible: 'Børn og Unge' }), NAMES)).toBe('Børn og Unge');
    expect(responsibleOf(followUp(), NAMES)).toBeNull();
  });
});

describe('when a follow-up is due', () => {
  it.each([
    [{ kind: 'firm', text: 'inden den 1. december', date: '2026-12-01' }, '1. dec.'],
    [{ kind: 'proposed', text: null, date: '2027-02-19' }, '19. feb. 2027 (foreslået)'],
    [{ kind: 'event', text: 'inden byrådsmødet', date: null }, 'inden byrådsmødet'],
    [{ kind: 'recurring', text: 'efter hvert møde', date: null }, 'efter hvert møde (gentages)'],
    [{ kind: 'none', text: null, date: null }, null],
  ] as const)('reads %j', (due, words) => {
    expect(dueInWords(due, TODAY)).toBe(words);
  });

  it('counts the days it is late', () => {
    const late = (date: string) => followUp({ overdue: true, due: { kind: 'firm', text: null, date } });
    expect(overdueInWords(late('2026-11-13'), TODAY)).toBe('overskredet 12\u00a0dage');
    expect(overdueInWords(late('2026-11-24'), TODAY)).toBe('overskredet 1\u00a0dag');
    expect(overdueInWords(followUp(), TODAY)).toBeNull();
  });
});

describe('keys in the list', () => {
  it.each([
    ['ArrowDown', 0, { kind: 'go', to: 1 }],
    ['ArrowDown', 4, { kind: 'go', to: 4 }],
    ['ArrowUp', 0, { kind: 'go', to: 0 }],
    ['End', 1, { kind: 'go', to: 4 }],
    [' ', 2, { kind: 'select' }],
    ['Enter', 2, { kind: 'act', act: 'open' }],
    ['S', 2, { kind: 'act', act: 'status' }],
    ['x', 2, null],
  ] as const)('%s at row %i', (key, at, command) => {
    expect(listCommand(key, at, 5, true)).toEqual(command);
  });

  it('have no letters where the user has switched them off', () => {
    expect(listCommand('s', 0, 5, false)).toBeNull();
    expect(listCommand('ArrowDown', 0, 5, false)).toEqual({ kind: 'go', to: 1 });
  });
});

describe('the address of the follow-ups', () => {
  it('says what the api is asked for', () => {
    expect(apiQueryOf(readFollowUpSearch({ unit: 'FAS', due: '14d' }), TODAY)).toMatchObject({
      unit: 'FAS',
      stage: ['confirmed', 'issued'],
      status: ['new', 'in-progress', 'waiting'],
      dueTo: '2026-12-09',
      overdue: undefined,
    });
    expect(apiQueryOf(readFollowUpSearch({ status: 'suggested', due: 'overdue' }), TODAY)).toMatchObject({
      stage: ['suggested'],
      status: undefined,
      overdue: true,
    });
  });

  it('is as usual when it holds what nobody understands', () => {
    const search = readFollowUpSearch({ status: '<script>', due: 'soon', body: 'x', group: 'colour' });
    expect(isFiltered(search)).toBe(false);
  });

  it('loses its filters and keeps its groups', () => {
    const search = readFollowUpSearch({ unit: 'FAS', status: 'done', group: 'unit' });
    expect(isFiltered(search)).toBe(true);
    expect(withoutFilters(search)).toMatchObject({ unit: undefined, status: undefined, group: 'unit' });
  });
});

describe('what may be done', () => {
  const no = { code: 'not-allowed', rule: '', liftedBy: 'staff of the unit or a secretariat' };
  const mine = followUp();
  const others = followUp({ abilities: { ...ABLE, changeDue: no } });

  it('is refused with who can lift it, when it may be done to none that are chosen', () => {
    expect(actRefusal('due', [others])).toBe(
      'Det har du ikke ret til. Det kan ændres af enhedens medarbejdere eller et sekretariat.',
    );
    expect(actRefusal('due', [others, mine])).toBeNull();
    expect(actRefusal('note', [others])).toBeNull();
    expect(actRefusal('due', [])).toBeNull();
  });
});
