import { describe, expect, it } from '@jest/globals';
import type { Insight } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { onPointsFor } from './placement.policy.js';
import type { Placement } from './placement.policy.js';

const somebody: Actor = { personId: 'p', product: false, grants: [], disqualifiedFrom: [], viewedBy: null };
const guest: Actor = {
  ...somebody,
  grants: [{ role: 'guest', bodyId: null, unitId: null, pointId: 'point' }],
};
const barred: Actor = { ...somebody, disqualifiedFrom: ['point'] };

/** An open point of an agenda that is out and was sent with the second submission. */
const placed = (more: Partial<Placement> = {}): Placement => ({
  ...{ pointId: 'point', insight: 'open', visibility: 'open', alive: true, released: true },
  ...{ sent: { submission: 2, at: new Date('2026-03-01T10:00:00Z') }, ...more },
});
const OTHER = { pointId: 'other' };
const UNSENT = { released: false, sent: null };
const LATER = { submission: 3, at: new Date('2026-03-02T10:00:00Z') };

/** What is read, where five submissions were made and all have approved the fourth. */
const CASES: readonly [string, readonly Placement[], number | null, Actor?][] = [
  ['no point', [], null],
  ['an open point that was sent', [placed()], 2],
  ['an open point of a body they do not see into', [placed({ insight: 'none' })], null],
  ['the same, of which they are the guest', [placed({ insight: 'none' })], 2, guest],
  ['an open point that was not sent', [placed(UNSENT)], null],
  ['an open point that was sent without this text', [placed({ sent: null })], null],
  ['an agenda that was taken back', [placed({ released: false })], null],
  ['an agenda that was taken back, for who drafts it', [placed({ released: false, insight: 'drafts' })], 2],
  ['an agenda that was not sent, for who drafts it', [placed({ ...UNSENT, insight: 'drafts' })], 4],
  [
    'an agenda that was not sent, for who reads closed things',
    [placed({ ...UNSENT, insight: 'closed' })],
    null,
  ],
  ['a withdrawn point', [placed({ alive: false })], null],
  ['a withdrawn point, for who drafts the agenda', [placed({ alive: false, insight: 'drafts' })], null],
  ['a withdrawn point, for its guest', [placed({ alive: false })], null, guest],
  ['a closed point', [placed({ visibility: 'closed' })], null],
  ['a closed point, for who reads closed things', [placed({ visibility: 'closed', insight: 'closed' })], 2],
  ['a closed point, for its guest', [placed({ visibility: 'closed', insight: 'none' })], 2, guest],
  [
    'a closed point that they are disqualified on',
    [placed({ visibility: 'closed', insight: 'drafts' })],
    null,
    barred,
  ],
  ['an open point that they are disqualified on', [placed()], 2, barred],
  ['two points, the newest sent', [placed(), placed({ ...OTHER, sent: LATER })], 3],
  ['two points, the newest sent, in any order', [placed({ ...OTHER, sent: LATER }), placed()], 3],
  ['two points, the newest withdrawn', [placed(), placed({ ...OTHER, sent: LATER, alive: false })], 2],
  [
    'two points, the newest not theirs to read',
    [placed(), placed({ ...OTHER, sent: LATER, insight: 'none' })],
    2,
  ],
  ['two points, one sent without it', [placed({ ...OTHER, sent: null }), placed()], 2],
  ['an open point and a closed one', [placed(), placed({ ...OTHER, visibility: 'closed' })], null],
  [
    'an open point and a closed one that was never sent',
    [placed(), placed({ ...OTHER, ...UNSENT, visibility: 'closed' })],
    null,
  ],
  [
    'an open point and a closed one that was withdrawn',
    [placed(), placed({ ...OTHER, visibility: 'closed', alive: false })],
    2,
  ],
  [
    'an open point and a closed one, for the guest of the open',
    [placed(), placed({ ...OTHER, visibility: 'closed' })],
    null,
    guest,
  ],
  [
    'an open point and a closed one, for the guest of the closed',
    [placed({ ...OTHER }), placed({ visibility: 'closed' })],
    2,
    guest,
  ],
  [
    'an open point and a closed one in a body whose closed things they read',
    [placed(), placed({ ...OTHER, visibility: 'closed', insight: 'closed', sent: LATER })],
    3,
  ],
  [
    'a closed point where they read closed things and one where they do not',
    [placed({ visibility: 'closed', insight: 'closed' }), placed({ ...OTHER, visibility: 'closed' })],
    null,
  ],
  [
    'a draft that is theirs and a sent one',
    [placed(), placed({ ...OTHER, ...UNSENT, insight: 'drafts' })],
    2,
  ],
];

describe('the submission that is read of an indstilling through its points', () => {
  it.each(CASES)('%s', (_name, placements, read, actor = somebody) => {
    expect(onPointsFor(actor, placements, 4).submission).toBe(read);
  });

  it('is none, before all have approved one, for who drafts the agenda', () => {
    const draft = placed({ ...UNSENT, insight: 'drafts' });
    expect(onPointsFor(somebody, [draft], null)).toMatchObject({ submission: null, withClosedPapers: false });
  });

  it.each<[Insight, number | null]>([
    ['none', null],
    ['open', null],
    ['closed', 2],
    ['drafts', 2],
  ])('of a closed point with the insight %s', (insight, read) => {
    expect(onPointsFor(somebody, [placed({ insight, visibility: 'closed' })], 4).submission).toBe(read);
  });
});

describe('its closed papers', () => {
  const closed = placed({ ...OTHER, visibility: 'closed', insight: 'closed' });
  const NOTHING = { submission: null, withClosedPapers: false, barred: false, withoutClosed: false };
  it.each<[string, Actor, readonly Placement[], object]>([
    ['lies on no point', somebody, [], {}],
    ['is read where they read none', somebody, [placed()], { submission: 2 }],
    ['is read where they read them', somebody, [placed(), closed], { submission: 2, withClosedPapers: true }],
    ['was not sent where they read them', somebody, [placed(), { ...closed, ...UNSENT }], { submission: 2 }],
    [
      'lies on an open point of theirs',
      barred,
      [placed(), closed],
      { submission: 2, withClosedPapers: true, withoutClosed: true },
    ],
    [
      'lies on a closed point of theirs',
      barred,
      [placed({ visibility: 'closed' })],
      { barred: true, withoutClosed: true },
    ],
    [
      ...([
        'lay on a closed point of theirs',
        barred,
        [placed({ visibility: 'closed', alive: false })],
      ] as const),
      { barred: true, withoutClosed: true },
    ],
  ])('%s', (_name, actor, placements, found) => {
    expect(onPointsFor(actor, placements, 4)).toEqual({ ...NOTHING, ...found });
  });
});
