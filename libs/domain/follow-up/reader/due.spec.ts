import { describe, expect, it } from '@jest/globals';
import type { DueKind, ReadingContext } from '../reading.js';
import { dueMatches, dueOf } from './due.js';

/** A Tuesday; the body meets next two weeks later. */
const context: ReadingContext = { meetingDate: '2026-03-10', nextMeetingDate: '2026-03-24' };
const unknown: ReadingContext = { meetingDate: null, nextMeetingDate: null };

const due = (sentence: string, at = context): ReturnType<typeof dueOf> => dueOf(dueMatches(sentence, at));

describe('When a follow-up is due', () => {
  const table: readonly [string, DueKind, string | null][] = [
    ['den 3. maj', 'firm', '2026-05-03'],
    ['d. 3/5', 'firm', '2026-05-03'],
    ['den 3/5-2027', 'firm', '2027-05-03'],
    ['03.05.2026', 'firm', '2026-05-03'],
    ['inden den 1. juni', 'firm', '2026-06-01'],
    ['senest 1. februar', 'firm', '2027-02-01'],
    ['fra 1. april', 'firm', '2026-04-01'],
    ['fredag den 13. marts', 'firm', '2026-03-13'],
    ['senest mandag', 'firm', '2026-03-16'],
    ['på tirsdag', 'firm', '2026-03-17'],
    ['på onsdag', 'firm', '2026-03-11'],
    ['i morgen', 'firm', '2026-03-11'],
    ['i uge 18', 'firm', '2026-05-01'],
    ['i uge 4', 'firm', '2027-01-29'],
    ['torsdag i uge 18', 'firm', '2026-04-30'],
    ['i næste uge', 'firm', '2026-03-20'],
    ['i denne uge', 'firm', '2026-03-13'],
    ['primo april', 'firm', '2026-04-10'],
    ['medio maj', 'firm', '2026-05-15'],
    ['ultimo februar', 'firm', '2027-02-28'],
    ['inden udgangen af juni', 'firm', '2026-06-30'],
    ['inden udgangen af måneden', 'firm', '2026-03-31'],
    ['inden årets udgang', 'firm', '2026-12-31'],
    ['inden udgangen af 2. kvartal', 'firm', '2026-06-30'],
    ['inden for 14 dage', 'firm', '2026-03-24'],
    ['indenfor tre uger', 'firm', '2026-03-31'],
    ['inden for fem hverdage', 'firm', '2026-03-17'],
    ['inden for en måned', 'firm', '2026-04-10'],
    ['om to uger', 'firm', '2026-03-24'],
    ['på næste møde', 'firm', '2026-03-24'],
    ['til næste møde', 'firm', '2026-03-24'],
    ['til juni', 'proposed', null],
    ['til oktober-november', 'proposed', null],
    ['i løbet af foråret', 'proposed', null],
    ['om et halvt år', 'proposed', null],
    ['den 3. eller 10. maj', 'proposed', null],
    ['hurtigst muligt', 'proposed', null],
    ['på næste direktionsmøde', 'event', null],
    ['på næste møde i magistraten', 'event', null],
    ['inden sommerferien', 'event', null],
    ['før byrådsmødet', 'event', null],
    ['efter påske', 'event', null],
    ['sammen med referatet', 'event', null],
    ['når svaret foreligger', 'event', null],
    ['løbende', 'recurring', null],
    ['årligt', 'recurring', null],
    ['hvert kvartal', 'recurring', null],
    ['efter hvert møde', 'recurring', null],
    ['fremover', 'recurring', null],
  ];

  it.each(table)('reads "%s" as %s', (text, kind, date) => {
    expect(due(`Bo rydder op ${text}.`)).toEqual({ text, kind, date });
  });

  it('says none where nothing is said', () => {
    expect(due('Bo rydder op i skabet.')).toEqual({ text: null, date: null, kind: 'none' });
  });

  it.each([
    ['Det kunne være den 4. maj.', 'den 4. maj', '2026-05-04'],
    ['Bo rydder op, evt. den 4. maj.', 'den 4. maj', '2026-05-04'],
    ['Det kunne være i uge 20.', 'i uge 20', null],
  ])('takes a suggested time as proposed, with a date only for a single day: %s', (sentence, text, date) => {
    expect(due(sentence)).toEqual({ text, date, kind: 'proposed' });
  });

  it.each([
    'Bo svarer på brevet af 3. april 2026.',
    'Bo svarer på henvendelsen den 2. februar.',
    'Bo henter tallene pr. 30. april.',
    'Bo ser på regnskabet for 2027.',
    'Bo skriver til Lis, jf. drøftelsen den 4. marts 2026.',
    'Bo rydder op efter mødet den 3. februar 2026.',
  ])('does not take a time for due that tells where something comes from: %s', (sentence) => {
    expect(due(sentence).date).toBeNull();
  });

  it('prefers a fixed date to an occasion, and an occasion to a routine', () => {
    expect(due('Bo rydder fremover op inden sommerferien, senest den 20. juni.').date).toBe('2026-06-20');
    expect(due('Bo rydder fremover op inden sommerferien.').kind).toBe('event');
  });

  it('takes a routine for what it is, though its first time is named', () => {
    expect(due('Bo sender hver måned en status, første gang den 1. april.').kind).toBe('recurring');
  });

  it('gives no date when the year is not known, but keeps text and kind', () => {
    expect(due('Bo rydder op inden den 1. juni.', unknown)).toEqual({
      text: 'inden den 1. juni',
      date: null,
      kind: 'firm',
    });
    expect(due('Bo rydder op på næste møde.', unknown)).toMatchObject({ date: null, kind: 'event' });
    expect(due('Bo rydder op i uge 18.', unknown).date).toBeNull();
    expect(due('Bo rydder op den 4. maj 2027.', unknown).date).toBe('2027-05-04');
  });

  it('takes no day that does not exist', () => {
    expect(due('Bo rydder op den 31. april.').date).toBeNull();
  });
});
