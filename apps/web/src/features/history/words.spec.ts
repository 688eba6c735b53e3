import { describe, expect, it } from '@jest/globals';
import type { MeetingHistoryEvent } from '../../../../../libs/contracts/history.js';
import { byDay, changesInWords, refusalInWords, whatHappened, withheldFields } from './words.js';

const about = {
  kind: 'agenda-point',
  ...{ id: 'p', pointId: 'p', number: '3', title: 'Budget', closed: false },
} as const;
const change = (field: string, before: unknown, after: unknown, withheld = false) => ({
  ...{ field, before, after, withheld },
});
const told = (name: string, changes: ReturnType<typeof change>[]) => changesInWords({ name, changes, about });

describe('what happened, in words', () => {
  it('names the point by number and title, and one that is gone by what it was called', () => {
    expect(whatHappened({ name: 'agenda-point.changed', about })).toBe('rettede punkt 3, Budget');
    const gone = { ...about, pointId: null, number: null };
    expect(whatHappened({ name: 'agenda-point.removed', about: gone })).toBe('fjernede punktet ”Budget”');
    expect(whatHappened({ name: 'agenda-point.withdrawn', about })).toBe('lod punkt 3, Budget, udgå');
    const bilag = { ...about, kind: 'attachment', title: 'Kort' } as const;
    expect(whatHappened({ name: 'attachment.created', about: bilag })).toBe(
      'tilføjede bilaget ”Kort” til punkt 3',
    );
    expect(whatHappened({ name: 'meeting.closed', about: { ...about, kind: 'meeting' } })).toBe(
      'afsluttede mødet',
    );
    expect(whatHappened({ name: 'unit.changed', about })).toBe('ændrede noget');
  });

  it('tells values as a Dane writes them: minutes, types, times, dates, lists and texts', () => {
    const purpose = [{ type: 'paragraph', content: [{ text: 'Om budgettet.' }] }];
    expect(
      told('agenda-point.changed', [
        change('minutes', 10, null),
        change('type', 'decision', 'written-information'),
        change('fixedStart', null, '09:05'),
        change('purpose', [], purpose),
      ]),
    ).toEqual([
      { field: 'Minutter', before: '10\u00a0min.', after: 'intet' },
      { field: 'Type', before: 'Beslutning', after: 'Skriftlig orientering' },
      { field: 'Fast starttid', before: 'intet', after: 'kl.\u00a09.05' },
      { field: 'Baggrund/formål', before: 'intet', after: 'Om budgettet.' },
    ]);
    expect(
      told('meeting.changed', [
        change('date', '2026-12-01', '2026-12-08'),
        change('participants', [], [{ name: 'Ada Holm', personId: null }, { name: 'Bo Lund' }]),
        change('chairId', 'a', 'b'),
        change('importedFrom', 'a', 'b'),
      ]),
    ).toEqual([
      { field: 'Dato', before: '1. december 2026', after: '8. december 2026' },
      { field: 'Deltagere', before: 'intet', after: 'Ada Holm og Bo Lund' },
      { field: 'Mødeleder', before: null, after: null },
      { field: 'Andre oplysninger', before: null, after: null },
    ]);
  });

  it('does not say twice what the sentence says', () => {
    expect(told('agenda-point.withdrawn', [change('withdrawn', false, true)])).toEqual([]);
    expect(told('agenda-point.created', [change('title', null, 'Budget')])).toEqual([]);
    expect(told('agenda-point.created', [change('title', null, 'Budgettet')])).toHaveLength(1);
  });

  it('names what was changed, and no more, where that is not for the one who reads', () => {
    const changes = [change('title', null, null, true), change('minutes', null, null, true)];
    expect(told('agenda-point.changed', changes)).toEqual([]);
    expect(withheldFields({ changes })).toEqual(['titel', 'minutter']);
  });

  it('says why something is not taken back', () => {
    const why = (code: string) => refusalInWords({ refusal: { code, rule: '' } });
    expect(why('stands-so')).toBe('Det står sådan nu.');
    expect(why('agenda-sent')).toBe('Kan ikke fortrydes: Dagsordenen er udsendt.');
    expect(why('point-removed')).toBe('Kan ikke fortrydes: Punktet er fjernet. Gendan det først.');
    expect(refusalInWords({ refusal: null })).toBeNull();
  });

  it('stands by the days of Denmark', () => {
    const at = (instant: string) => ({ at: instant }) as MeetingHistoryEvent;
    const days = byDay([at('2026-11-25T23:30:00Z'), at('2026-11-25T22:30:00Z'), at('2026-11-25T09:00:00Z')]);
    expect(days.map(({ date, events }) => [date, events.length])).toEqual([
      ['2026-11-26', 1],
      ['2026-11-25', 2],
    ]);
  });
});
