import { describe, expect, it } from '@jest/globals';
import type { TakenStep } from '../../../../../libs/contracts/indstilling-trail.js';
import { wayOf } from './way.js';

const steps = ['leader', 'secretariat'] as const;
const submitted: TakenStep = {
  ...{ id: 'a', at: '2026-11-02T08:00:00.000Z', by: 'Ida Dalumgård', insteadOf: null, action: 'submit' },
  ...{ from: 'draft', to: 'with-leader', reason: null, submission: 1, takenBackAt: null, regretUntil: null },
};
const approved: TakenStep = { ...submitted, id: 'b', action: 'approve', to: 'with-secretariat' };
const returned: TakenStep = { ...approved, action: 'return', to: 'returned', reason: 'Tal mangler.' };
const told = (...way: Parameters<typeof wayOf>) => wayOf(...way).map(({ kind, text }) => `${kind} ${text}`);

describe('the way of an indstilling', () => {
  it('begins with its author and names every step to come', () => {
    expect(told({ state: 'draft', step: null, steps: [...steps] }, [], 'Kladde')).toEqual([
      ...['now Kladde', 'later Hos chef', 'later Hos sekretariat'],
      ...['later Klar til dagsorden', 'later På dagsorden', 'later Behandlet'],
    ]);
  });

  it('says who has it since the last step', () => {
    const way = wayOf(
      { state: 'with-secretariat', step: 'secretariat', steps: [...steps] },
      [submitted, approved],
      'Hos sekretariat',
    );
    expect(way[2]).toMatchObject({ kind: 'now', text: 'Hos sekretariat', at: approved.at });
    expect(way.slice(3).map(({ text }) => text)).toEqual(['Klar til dagsorden', 'På dagsorden', 'Behandlet']);
  });

  it('tells what was taken back, and has it where it was since before', () => {
    const undone: TakenStep = {
      ...approved,
      at: '2026-11-03T08:00:00.000Z',
      takenBackAt: '2026-11-03T08:00:09.000Z',
    };
    const at: Parameters<typeof wayOf>[0] = { state: 'with-leader', step: 'leader', steps: [...steps] };
    const [, back, now] = wayOf(at, [submitted, undone], 'Hos chef');
    expect(back).toMatchObject({ kind: 'undone', text: 'Godkendt', takenBackAt: undone.takenBackAt });
    expect(now).toMatchObject({ kind: 'now', at: submitted.at });
  });

  it('says which step may be taken back', () => {
    const at: Parameters<typeof wayOf>[0] = {
      ...{ state: 'with-secretariat', step: 'secretariat', steps: [...steps] },
    };
    const regretUntil = '2026-11-02T08:00:30.000Z';
    const way = wayOf(at, [submitted, { ...approved, regretUntil }], 'Hos sekretariat');
    expect(way.map(({ regret }) => regret).slice(0, 3)).toEqual([
      null,
      { stepId: 'b', until: regretUntil },
      null,
    ]);
  });

  it('begins anew after a return, with the reason kept', () => {
    const way = wayOf(
      { state: 'returned', step: null, steps: [...steps] },
      [submitted, returned],
      'Returneret',
    );
    expect(way[1]).toMatchObject({ text: 'Returneret', reason: 'Tal mangler.' });
    expect(way.slice(3, 5).map(({ text }) => text)).toEqual(['Hos chef', 'Hos sekretariat']);
  });

  it.each(['decided', 'rejected', 'withdrawn'] as const)('ends when it is %s', (state) => {
    expect(told({ state, step: null, steps: [...steps] }, [submitted], 'Slut')).toEqual([
      'done Sendt til godkendelse',
    ]);
  });
});
