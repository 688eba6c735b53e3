import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { WEEKDAYS } from '../../../../../../libs/domain/calendar/index.js';
import { timesInText, todayInDenmark, weekdayInText } from '../../../lib/formats.js';
import { aarshjul } from '../../../texts/aarshjul.js';
import { da } from '../../../texts/da.js';
import { monthInWords } from '../by-month.js';
import { monthOfDate, weeksOf } from '../month-grid.js';
import { themesIn } from '../themes.js';
import type { ListedTheme } from '../themes.js';

interface MeetingCalendarProps {
  readonly month: string;
  readonly meetings: readonly MeetingView[];
  /** What bodies take up every year: of the month, not of a day of it. */
  readonly themes: readonly ListedTheme[];
}

/** A month as a table of weeks. On a phone only the days with meetings are left, one under another. */
export function MeetingCalendar({ month, meetings, themes }: MeetingCalendarProps) {
  const due = themesIn(month, themes);
  const isEmpty = meetings.every(({ date }) => monthOfDate(date) !== month);
  return (
    <>
      {due.length === 0 ? null : (
        <ul className="plain month-themes">
          {due.map(({ title, bodyName }, i) => (
            <li key={`${i} ${title}`}>
              {aarshjul.theme(title)} · {bodyName}
            </li>
          ))}
        </ul>
      )}
      <table className="calendar" aria-label={da.meetings.calendarLabel(monthInWords(month))}>
        <thead>
          <tr>
            <th scope="col" className="week">
              {da.meetings.week}
            </th>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(({ week, days }) => (
            <tr key={days[0]}>
              <th scope="row" className="week">
                {week}
              </th>
              {days.map((date) => (
                <Day
                  key={date}
                  date={date}
                  month={month}
                  meetings={meetings.filter((each) => each.date === date)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isEmpty ? <p className="month-empty">{da.meetings.noMeetingsInMonth}</p> : null}
    </>
  );
}

interface DayProps extends Omit<MeetingCalendarProps, 'themes'> {
  readonly date: string;
}

function Day({ date, month, meetings }: DayProps) {
  const beside = monthOfDate(date) !== month;
  const isToday = date === todayInDenmark();
  const looks = [meetings.length > 0 ? 'has-meetings' : '', beside ? 'beside' : '', isToday ? 'today' : ''];
  return (
    <td className={looks.filter((look) => look !== '').join(' ')} aria-current={isToday ? 'date' : undefined}>
      <time dateTime={date} className="day">
        <span className="day-short">{Number(date.slice(8))}</span>
        <span className="day-long">{weekdayInText(date)}</span>
      </time>
      {meetings.map(({ id, bodyName, start, end, state }) => (
        <Link
          key={id}
          to="/meetings/$meetingId"
          params={{ meetingId: id }}
          className={`event event-${state}`}
        >
          <span className="event-time">{timesInText(start, end)}</span> {bodyName}
          {state === 'cancelled' ? ` (${da.meetings.state.cancelled.toLowerCase()})` : ''}
        </Link>
      ))}
    </td>
  );
}
