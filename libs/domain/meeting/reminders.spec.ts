import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOSING_DAYS } from '../calendar/index.js';
import type { LocalMoment } from '../calendar/index.js';
import { isStillOwing, reminderOf, remindersDue } from './reminders.js';
import type { RemindedMeeting } from './reminders.js';

const at = (text: string): LocalMoment => {
  const [date = '', time = ''] = text.split(' ');
  return { date, time };
};
const AGENDA = { agenda: { workingDaysBefore: 2, time: '12:00' } };

/** Meeting date | what has happened on the calendar | the agenda's deadline | the reminder, both at 12.00. */
const OVER_HOLIDAYS: readonly (readonly [string, string, string, string])[] = [
  ['2026-11-26', 'a plain week', '2026-11-24', '2026-11-23'],
  ['2026-12-01', 'a weekend before the deadline', '2026-11-27', '2026-11-26'],
  ['2026-11-25', 'a weekend before the reminder', '2026-11-23', '2026-11-20'],
  ['2026-04-07', 'Easter: Maundy Thursday to Easter Monday', '2026-03-31', '2026-03-30'],
  ['2026-04-08', 'Easter between the meeting and the deadline', '2026-04-01', '2026-03-31'],
  ['2026-04-09', 'Easter between the deadline and the reminder', '2026-04-07', '2026-04-01'],
  ['2023-05-09', 'store bededag, while it was a holiday', '2023-05-04', '2023-05-03'],
  ['2023-05-10', 'store bededag between the deadline and the reminder', '2023-05-08', '2023-05-04'],
  ['2024-04-29', 'store bededag, abolished from 2024', '2024-04-25', '2024-04-24'],
  ['2024-04-30', 'the same Friday as a plain hverdag', '2024-04-26', '2024-04-25'],
  ['2026-05-18', 'Ascension Day', '2026-05-13', '2026-05-12'],
  ['2026-05-27', 'Whit Monday', '2026-05-22', '2026-05-21'],
  ['2026-06-09', 'Constitution Day, a closing day', '2026-06-04', '2026-06-03'],
  ['2026-12-29', 'Christmas, with its eve as a closing day', '2026-12-23', '2026-12-22'],
  ['2026-12-30', 'Christmas between the deadline and the reminder', '2026-12-28', '2026-12-23'],
  ['2027-01-05', 'New Year, with its eve as a closing day', '2026-12-30', '2026-12-29'],
];

const meetingOn = (date: string, more: Partial<RemindedMeeting> = {}): RemindedMeeting => ({
  ...{ date, rules: AGENDA, unmet: ['agenda'], reminded: [] },
  ...more,
});
const due = (meeting: RemindedMeeting, now: string) =>
  remindersDue(meeting, at(now), DEFAULT_CLOSING_DAYS).map(({ kind, date }) => `${kind} ${date}`);

describe('the reminder of a deadline', () => {
  it.each(OVER_HOLIDAYS)('of a meeting on %s, %s: of %s on %s', (date, _, deadline, reminder) => {
    expect(reminderOf(at(`${deadline} 12:00`), DEFAULT_CLOSING_DAYS)).toEqual(at(`${reminder} 12:00`));
    expect(due(meetingOn(date), `${reminder} 11:59`)).toEqual([]);
    expect(due(meetingOn(date), `${reminder} 12:00`)).toEqual([`agenda ${deadline}`]);
    expect(due(meetingOn(date), `${deadline} 12:00`)).toEqual([`agenda ${deadline}`]);
    expect(due(meetingOn(date), `${deadline} 12:01`)).toEqual([]);
  });

  it('is due on the days between too, as for a meeting that is made late', () => {
    expect(due(meetingOn('2026-11-25'), '2026-11-22 03:00')).toEqual(['agenda 2026-11-23']);
    expect(due(meetingOn('2026-11-25'), '2026-11-19 23:00')).toEqual([]);
  });

  it('comes once for each deadline, and again when the meeting has moved', () => {
    const reminded = [{ kind: 'agenda', ...at('2026-11-24 12:00') } as const];
    expect(due(meetingOn('2026-11-26', { reminded }), '2026-11-23 14:00')).toEqual([]);
    expect(due(meetingOn('2026-12-03', { reminded }), '2026-11-23 14:00')).toEqual([]);
    expect(due(meetingOn('2026-12-03', { reminded }), '2026-11-30 12:00')).toEqual(['agenda 2026-12-01']);
    const otherTime = [{ kind: 'agenda', ...at('2026-11-24 09:00') } as const];
    expect(due(meetingOn('2026-11-26', { reminded: otherTime }), '2026-11-23 14:00')).toHaveLength(1);
    const otherKind = [{ kind: 'material', ...at('2026-11-24 12:00') } as const];
    expect(due(meetingOn('2026-11-26', { reminded: otherKind }), '2026-11-23 14:00')).toHaveLength(1);
  });

  it('comes only for what is not met, of the deadlines the body keeps', () => {
    const rules = { ...AGENDA, indstillinger: { workingDaysBefore: 2, time: '10:00' } };
    const now = '2026-11-23 13:00';
    expect(due(meetingOn('2026-11-26', { rules }), now)).toEqual(['agenda 2026-11-24']);
    expect(
      due(meetingOn('2026-11-26', { rules, unmet: ['agenda', 'material', 'indstillinger'] }), now),
    ).toEqual(['indstillinger 2026-11-24', 'agenda 2026-11-24']);
    expect(due(meetingOn('2026-11-26', { unmet: [] }), now)).toEqual([]);
  });
});

describe('a reminder that waits to be sent', () => {
  const deadline = { kind: 'agenda', ...at('2026-11-24 12:00') } as const;
  const owes = (more: Partial<RemindedMeeting> = {}, now = '2026-11-23 14:00') =>
    isStillOwing(meetingOn('2026-11-26', more), deadline, at(now), DEFAULT_CLOSING_DAYS);

  it('is sent until its deadline has passed', () => {
    expect([owes(), owes({}, '2026-11-24 12:00'), owes({}, '2026-11-24 12:01')]).toEqual([true, true, false]);
  });

  it('is not sent once the meeting has another deadline, or nothing is missing for it', () => {
    expect(owes({ date: '2026-12-03' })).toBe(false);
    expect(owes({ rules: {} })).toBe(false);
    expect(owes({ rules: { agenda: { workingDaysBefore: 2, time: '11:00' } } })).toBe(false);
    expect(owes({ unmet: ['material'] })).toBe(false);
  });
});
