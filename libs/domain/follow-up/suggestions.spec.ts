import { describe, expect, it } from '@jest/globals';
import { suggestionChanges } from './suggestions.js';
import type { StandingFollowUp, SuggestedFollowUp } from './suggestions.js';

const reading = (sentence: string, more: Partial<SuggestedFollowUp> = {}): SuggestedFollowUp => ({
  sentence,
  action: sentence,
  responsible: 'FAS',
  raisedBy: null,
  due: { kind: 'none', text: null, date: null },
  unitId: 'fas',
  personId: null,
  ...more,
});

const standing = (
  id: string,
  sentence: string | null,
  more: Partial<StandingFollowUp> = {},
): StandingFollowUp => ({
  ...reading(sentence ?? 'Skrevet i hånden.'),
  sentence,
  id,
  touched: false,
  ...more,
});

describe('the suggestions of a point after its decision was read', () => {
  const changes = (
    there: readonly StandingFollowUp[],
    readings: readonly SuggestedFollowUp[],
  ): { add: string[]; remove: readonly string[] } => {
    const { add, remove } = suggestionChanges(there, readings);
    return { add: add.map((added) => added.action), remove };
  };

  it('are the readings, when there were none', () => {
    expect(changes([], [reading('A'), reading('B')])).toEqual({ add: ['A', 'B'], remove: [] });
  });

  it('are left alone when the text says the same', () => {
    const there = [standing('1', 'A'), standing('2', 'B')];
    expect(changes(there, [reading('B'), reading('A')])).toEqual({ add: [], remove: [] });
  });

  it('lose what nobody touched and the text no longer says', () => {
    expect(changes([standing('1', 'A'), standing('2', 'B')], [reading('B')])).toEqual({
      add: [],
      remove: ['1'],
    });
  });

  it('keep what a person has touched, whether the text still says it or not', () => {
    const there = [standing('1', 'A', { touched: true }), standing('2', 'B', { touched: true })];
    expect(changes(there, [reading('B')])).toEqual({ add: [], remove: [] });
  });

  it('keep what was written by hand', () => {
    expect(changes([standing('1', null, { touched: true })], [reading('A')])).toEqual({
      add: ['A'],
      remove: [],
    });
  });

  it('do not come again when a person has changed their words', () => {
    const there = [standing('1', 'A', { touched: true, action: 'Andre ord', responsible: null })];
    expect(changes(there, [reading('A')])).toEqual({ add: [], remove: [] });
  });

  it('are exchanged when date, responsible or match came out otherwise', () => {
    const due = { kind: 'firm', text: 'til næste møde', date: '2026-03-24' } as const;
    expect(changes([standing('1', 'A')], [reading('A', { due })])).toEqual({ add: ['A'], remove: ['1'] });
    expect(changes([standing('1', 'A')], [reading('A', { unitId: null })])).toEqual({
      add: ['A'],
      remove: ['1'],
    });
  });

  it('are told apart when one sentence gives two of them', () => {
    const first = reading('A', { action: 'sender' });
    const second = reading('A', { action: 'undersøger' });
    const ignored = standing('1', 'A', { action: 'undersøger', touched: true });
    const kept = standing('2', 'A', { action: 'sender' });
    expect(changes([ignored], [first, second])).toEqual({ add: ['sender'], remove: [] });
    expect(changes([ignored, kept], [first, second])).toEqual({ add: [], remove: [] });
    const reworded = standing('1', 'A', { action: 'undersøger nærmere', touched: true });
    expect(changes([reworded, kept], [first, second])).toEqual({ add: [], remove: [] });
  });

  it('come twice when the text says the same thing twice', () => {
    expect(changes([standing('1', 'A')], [reading('A'), reading('A')])).toEqual({ add: ['A'], remove: [] });
  });
});
