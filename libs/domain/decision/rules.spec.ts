import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { checkDecision, decisionFaults } from './rules.js';
import type { DecisionDraft } from './rules.js';

const text = fromPlainText;

const decision = (more: Partial<DecisionDraft> = {}): DecisionDraft => ({
  outcome: 'approved',
  text: [],
  usualPhrase: 'Godkendt.',
  targetMeetingId: null,
  referredBodyId: null,
  votes: null,
  dissents: [],
  notTakingPart: { absent: [], disqualified: [], prevented: [] },
  publicText: [],
  visibility: 'open',
  ...more,
});

const codesOf = (more: Partial<DecisionDraft>): string[] =>
  decisionFaults(decision(more)).map(({ code, at }) => `${code} ${at ?? ''}`);

describe('a decision', () => {
  it.each<[string, Partial<DecisionDraft>]>([
    ['a usual phrase alone', {}],
    ['a text of its own', { usualPhrase: null, text: text('Anbefales over for magistraten.') }],
    ['nothing decided yet', { outcome: null, usualPhrase: null }],
    ['notes before anything is decided', { outcome: null, usualPhrase: null, text: text('Drøftes.') }],
    ['a deferral to a meeting', { outcome: 'deferred', usualPhrase: null, targetMeetingId: 'm2' }],
    ['a deferral with words', { outcome: 'deferred', usualPhrase: null, text: text('Udsat til foråret.') }],
    ['a referral to a body', { outcome: 'referred', usualPhrase: null, referredBodyId: 'b2' }],
    ['votes', { votes: { for: 7, against: 0, blank: 1 } }],
    ['a dissent', { dissents: [{ kind: 'minority-opinion', by: 'Liste Å', text: text('Imod.') }] }],
    ['persons not taking part', { notTakingPart: { absent: ['a'], disqualified: ['b'], prevented: ['c'] } }],
    ['a public text of a closed point', { visibility: 'closed', publicText: text('Sagen blev drøftet.') }],
  ])('stands with %s', (_name, more) => {
    expect(codesOf(more)).toEqual([]);
    expect(checkDecision(decision(more))).toEqual({ ok: true, value: decision(more) });
  });

  it.each<[string, Partial<DecisionDraft>, string]>([
    ['an outcome without a word', { usualPhrase: null }, 'outcome-without-text text'],
    ['a blank phrase', { usualPhrase: ' ', text: text(' ') }, 'outcome-without-text text'],
    [
      'votes before an outcome',
      { outcome: null, votes: { for: 1, against: 0, blank: 0 } },
      'outcome-missing outcome',
    ],
    ['a deferral to nowhere', { outcome: 'deferred' }, 'deferred-without-target targetMeetingId'],
    ['a target without deferral', { targetMeetingId: 'm2' }, 'target-not-deferred targetMeetingId'],
    [
      'a referral to nobody',
      { outcome: 'referred', text: text('Oversendes.') },
      'referred-without-body referredBodyId',
    ],
    ['a body without referral', { referredBodyId: 'b2' }, 'body-not-referred referredBodyId'],
    ['negative votes', { votes: { for: 3, against: -1, blank: 0 } }, 'votes-not-whole votes.against'],
    ['half a vote', { votes: { for: 3, against: 0, blank: 0.5 } }, 'votes-not-whole votes.blank'],
    ['a vote nobody cast', { votes: { for: 0, against: 0, blank: 0 } }, 'votes-none votes'],
    [
      'a dissent of nobody',
      { dissents: [{ kind: 'statement-for-the-record', by: ' ', text: text('Imod.') }] },
      'dissent-without-name dissents[0].by',
    ],
    [
      'a dissent without words',
      { dissents: [{ kind: 'statement-for-the-record', by: 'Liste Å', text: [] }] },
      'dissent-without-text dissents[0].text',
    ],
    [
      'a person listed twice',
      { notTakingPart: { absent: ['a'], disqualified: ['a'], prevented: [] } },
      'person-listed-twice disqualified',
    ],
    [
      'a public text beside an open one',
      { publicText: text('Drøftet.') },
      'public-text-of-open-point publicText',
    ],
  ])('is refused with %s', (_name, more, expected) => {
    expect(codesOf(more)).toEqual([expected]);
    expect(checkDecision(decision(more))).toMatchObject({ refusal: { code: expected.split(' ')[0] } });
  });

  it('names all that is wrong at once', () => {
    expect(
      codesOf({ usualPhrase: null, votes: { for: -1, against: 0, blank: 0 }, publicText: text('x') }),
    ).toEqual([
      'outcome-without-text text',
      'votes-not-whole votes.for',
      'public-text-of-open-point publicText',
    ]);
  });
});
