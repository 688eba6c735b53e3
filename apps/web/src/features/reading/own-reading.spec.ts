import { describe, expect, it } from '@jest/globals';
import type { OwnReadingView } from '../../../../../libs/contracts/reading.js';
import { isRead, withMark, withNote } from './own-reading.js';

const NOTHING: OwnReadingView = {
  ...{ notes: [], marks: [], place: null, highlights: [], kept: [], fallen: [] },
};
const note = (pointId: string, text: string, version = 1) => ({
  ...{ pointId, text, version, changedAt: '2026-11-27T08:00:00.000Z', fromPointId: null },
});
const mark = (pointId: string, changed = false) => ({
  ...{ pointId, changed, readAt: '2026-11-27T08:00:00.000Z', contentKey: 'x' },
});

describe('what one keeps for oneself', () => {
  it('has one note a point, and none where its text is empty', () => {
    const one = withNote(withNote(NOTHING, note('a', 'Spørg')), note('b', 'Tal'));
    expect(withNote(one, note('a', 'Spørg igen', 2)).notes.map(({ text }) => text)).toEqual([
      'Tal',
      'Spørg igen',
    ]);
    expect(withNote(one, note('a', '', 2)).notes.map(({ text }) => text)).toEqual(['Tal']);
  });

  it('has a point as read until it says something else', () => {
    const read = withMark(NOTHING, { pointId: 'a', mark: mark('a') });
    expect([isRead(read, 'a'), isRead(read, 'b'), isRead(undefined, 'a')]).toEqual([true, false, false]);
    expect(isRead(withMark(read, { pointId: 'a', mark: mark('a', true) }), 'a')).toBe(false);
    expect(withMark(read, { pointId: 'a', mark: null }).marks).toEqual([]);
  });
});
