import { describe, expect, it } from '@jest/globals';
import { editsOfFields } from './edits.js';
import { mayBringBack, mayGiveBack, mayGiveBilagBack, mayTakeBack } from './take-back.js';
import type { MeetingState } from './workflow.js';

const told = (outcome: ReturnType<typeof mayTakeBack>): string => (outcome.ok ? 'yes' : outcome.refusal.code);
const here = { where: 'here', state: 'drafting', standsSo: false } as const;

describe('taking back what was done to a point', () => {
  it('is possible while the meeting takes the same edit and the point is there', () => {
    expect(told(mayTakeBack(['edit-point'], here))).toBe('yes');
    expect(told(mayTakeBack(['reorder'], { ...here, state: 'in-session' }))).toBe('yes');
  });

  it('says which rule stops it: the point removed, elsewhere, standing so already, or the state of the meeting', () => {
    expect(told(mayTakeBack(['edit-point'], { ...here, where: 'removed' }))).toBe('point-removed');
    expect(told(mayTakeBack(['edit-point'], { ...here, where: 'elsewhere' }))).toBe('point-elsewhere');
    expect(told(mayTakeBack(['edit-point'], { ...here, standsSo: true }))).toBe('stands-so');
    expect(told(mayTakeBack(['reorder'], { ...here, state: 'sent' }))).toBe('agenda-sent');
    expect(told(mayTakeBack(['edit-point', 'change-visibility'], { ...here, state: 'closed' }))).toBe(
      'meeting-closed',
    );
    expect(told(mayTakeBack(['change-visibility', 'edit-point'], { ...here, state: 'in-session' }))).toBe(
      'meeting-in-session',
    );
  });

  it('asks apart whether opening and closing may be taken back, and the rest', () => {
    expect(editsOfFields(['visibility', 'closedReason'])).toEqual(['change-visibility']);
    expect(editsOfFields(['publicTitle', 'title'])).toEqual(['change-visibility', 'edit-point']);
    expect(editsOfFields(['minutes'])).toEqual(['edit-point']);
    expect(editsOfFields([])).toEqual([]);
  });
});

describe('giving back what was removed', () => {
  it('is possible while the agenda is drafted and it is not back yet', () => {
    const kept = { frozenNumber: null, late: false };
    expect(told(mayGiveBack('drafting', kept))).toBe('yes');
    expect(told(mayGiveBack('drafting', null))).toBe('stands-so');
    expect(told(mayGiveBack('sent', kept))).toBe('agenda-sent');
    expect(told(mayGiveBack('sent', { ...kept, late: true }))).toBe('yes');
  });

  it('is possible of a bilag as long as its point is edited, and it is not back yet', () => {
    expect(told(mayGiveBilagBack('drafting', true))).toBe('yes');
    expect(told(mayGiveBilagBack('sent', true))).toBe('yes');
    expect(told(mayGiveBilagBack('sent', false))).toBe('stands-so');
    expect(told(mayGiveBilagBack('closed', true))).toBe('meeting-closed');
    expect(told(mayGiveBilagBack('closed', false))).toBe('stands-so');
  });
});

describe('bringing a point back from another meeting', () => {
  const to = (state: MeetingState, comesLate = false) => ({ state, comesLate, isHereAgain: false });
  const cases: readonly (readonly [string, Parameters<typeof mayBringBack>, string])[] = [
    ['between two drafts', [{ state: 'drafting' }, to('drafting')], 'yes'],
    ['that is here again', [{ state: 'drafting' }, { ...to('drafting'), isHereAgain: true }], 'stands-so'],
    ['that is on no agenda of the actor', [null, to('drafting')], 'point-out-of-reach'],
    ['from a meeting that was held', [{ state: 'held' }, to('drafting')], 'meeting-held'],
    ['to a meeting that was held', [{ state: 'drafting' }, to('held', true)], 'meeting-held'],
    ['to an agenda that was sent with it', [{ state: 'drafting' }, to('sent')], 'yes'],
    [
      'to an agenda that went out without it',
      [{ state: 'drafting' }, to('sent', true)],
      'late-reason-required',
    ],
  ];
  it.each(cases)('%s', (_, [from, target], expected) => {
    expect(told(mayBringBack(from, target))).toBe(expected);
  });
});
