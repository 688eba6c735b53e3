import { describe, expect, it } from '@jest/globals';
import type { ReviewersView } from '../../../../../libs/contracts/reviews.js';
import { NO_CHOICE, choiceOn, withPerson } from './reviewer-choice.js';

const listOf = (asked: readonly string[], candidates = ['Bo', 'Eva', 'Ida']): ReviewersView => ({
  version: 1,
  items: asked.map((name) => ({
    ...{ id: name, personId: name, name, askedAt: '2026-11-26T12:00:00.000Z' },
    ...{ mail: 'sent' as const, cause: null, readAt: null, comment: null },
  })),
  candidates: candidates.map((name) => ({ personId: name, name, seesClosed: false })),
});

describe('who is chosen to read an agenda through', () => {
  it('is who stands on the list, with those that were chosen and without those that were taken out', () => {
    const choice = { ...NO_CHOICE, asks: ['Ida'], takesBack: ['Bo'] };
    expect(choiceOn(listOf(['Bo', 'Eva']), choice)).toEqual({
      ...{ asked: ['Ida'], takenBack: ['Bo'], chosen: ['Eva', 'Ida'] },
    });
  });

  it('follows what others do to the list meanwhile: what they have done is not done again, or undone', () => {
    const choice = { ...NO_CHOICE, asks: ['Ida'], takesBack: ['Bo'] };
    expect(choiceOn(listOf(['Ida', 'Eva']), choice)).toEqual({
      ...{ asked: [], takenBack: [], chosen: ['Ida', 'Eva'] },
    });
    expect(choiceOn(listOf(['Bo'], ['Bo', 'Eva']), choice)).toEqual({
      ...{ asked: [], takenBack: ['Bo'], chosen: [] },
    });
  });

  it('is as before when it is chosen and let go again', () => {
    const list = listOf(['Bo']);
    const after = (personId: string) => {
      const isThere = personId === 'Bo';
      const once = { ...NO_CHOICE, ...withPerson(list, NO_CHOICE, personId, !isThere) };
      return { once, twice: { ...NO_CHOICE, ...withPerson(list, once, personId, isThere) } };
    };
    expect(after('Ida')).toEqual({ once: { ...NO_CHOICE, asks: ['Ida'] }, twice: NO_CHOICE });
    expect(after('Bo')).toEqual({ once: { ...NO_CHOICE, takesBack: ['Bo'] }, twice: NO_CHOICE });
  });
});
