import { describe, expect, it } from '@jest/globals';
import type { AgendaChangesView } from '../../../../../libs/contracts/sending.js';
import { factInWords, sentencesOf } from './sentences.js';
import { comparable, lastTwo } from './versions.js';

type PointChange = AgendaChangesView['points'][number];

const was = { number: '5', title: 'Budget', minutes: 5, from: '09:05', to: '09:10' };
const paper = { id: 'p', number: 2, title: 'Kort', visibility: 'open', fileVersionId: null } as const;
const nothing: PointChange = {
  ...{ id: 'a', kinds: [], texts: [], before: was, after: was },
  papers: { added: [], removed: [], changed: [] },
};

describe('a change of a point', () => {
  it.each<[string, Partial<PointChange>, string]>([
    ['new', { kinds: ['added'], before: null }, 'Punktet er nyt.'],
    ['gone', { kinds: ['removed'], after: null }, 'Punktet er ikke på dagsordenen mere.'],
    ['withdrawn', { kinds: ['withdrawn'] }, 'Punktet udgår.'],
    ['moved', { kinds: ['moved'], after: { ...was, number: '2' } }, 'Punktet er flyttet fra plads 5 til 2.'],
    ['moved with its number', { kinds: ['moved'] }, 'Punktet er flyttet.'],
    ['renamed', { kinds: ['renamed'] }, 'Punktet hed før ”Budget”.'],
    ['texts', { kinds: ['text'], texts: ['method', 'purpose'] }, 'Rettet: Metode, Baggrund/formål.'],
    [
      'minutes',
      { kinds: ['minutes'], after: { ...was, minutes: null } },
      'Varighed: ingen tid i stedet for 5\u00a0min.',
    ],
    [
      'time',
      { kinds: ['time'], after: { ...was, from: '09:10', to: '09:15' } },
      'Tidspunkt: 9.10–9.15 i stedet for 9.05–9.10.',
    ],
    ['closed', { kinds: ['closed'] }, 'Punktet er gjort lukket.'],
    [
      'papers',
      { kinds: ['papers'], papers: { added: [paper], removed: [paper], changed: [paper] } },
      'Nyt: Bilag 2, ”Kort”. Fjernet: bilaget ”Kort”. Ændret: Bilag 2, ”Kort”.',
    ],
  ])('says of one that is %s', (_, change, words) => {
    expect(sentencesOf({ ...nothing, ...change }).join(' ')).toBe(words);
  });

  it('says each of several things', () => {
    expect(sentencesOf({ ...nothing, kinds: ['renamed', 'closed'] })).toHaveLength(2);
  });
});

describe('a change of the meeting', () => {
  it.each([
    ['place', null, 'Rådhuset', 'Sted: Rådhuset i stedet for ingenting'],
    ['date', '2026-03-10', '2026-03-11', 'Dato: 11. marts 2026 i stedet for 10. marts 2026'],
    ['start', '09:00', '09:30', 'Start: kl. 9.30 i stedet for kl. 9.00'],
    ['kind', 'ordinary', 'extraordinary', 'Mødets art: ekstraordinært i stedet for ordinært'],
  ])('says %s', (field, before, after, words) => {
    expect(factInWords({ field, before, after }).replaceAll('\u00a0', ' ')).toBe(words);
  });
});

describe('what can be compared', () => {
  const theirs = { runs: true, state: 'sent' };

  it('is what was sent, and the draft for those who make it, while it can be corrected', () => {
    expect(comparable([1, 2], theirs)).toEqual([1, 2, 'draft']);
    expect(comparable([1, 2], { ...theirs, runs: false })).toEqual([1, 2]);
    expect(comparable([1, 2], { ...theirs, state: 'held' })).toEqual([1, 2]);
    expect(comparable([], { ...theirs, state: 'drafting' })).toEqual([]);
  });

  it('is compared two and two from the end', () => {
    expect(lastTwo([1, 2, 'draft'])).toEqual({ from: 2, to: 'draft' });
    expect(lastTwo([1, 2])).toEqual({ from: 1, to: 2 });
    expect(lastTwo([1])).toBeNull();
    expect(lastTwo([])).toBeNull();
  });
});
