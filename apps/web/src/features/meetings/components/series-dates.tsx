import type { MeetingDatesView } from '../../../../../../libs/contracts/meeting-series.js';
import { WEEKDAYS, partsOf, weekdayOf } from '../../../../../../libs/domain/calendar/index.js';
import { capitalised, counted, dateInText, listed, weekInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { monthInWords } from '../by-month.js';
import { monthOfDate } from '../month-grid.js';

const text = da.meetings.series;

interface SeriesDatesProps {
  readonly found: MeetingDatesView;
  /** The dates that were taken out by hand. */
  readonly leftOut: ReadonlySet<string>;
  readonly onToggle: (date: string) => void;
}

/** The dates of a series month by month, each to be left out, and those that the rhythm passes over with why. */
export function SeriesDates({ found, leftOut, onToggle }: SeriesDatesProps) {
  const months = [...new Set(found.dates.map(({ date }) => monthOfDate(date)))];
  return (
    <>
      <div className="series-months">
        {months.map((month) => (
          <fieldset key={month} className="choices">
            <legend>{capitalised(monthInWords(month))}</legend>
            {found.dates
              .filter(({ date }) => monthOfDate(date) === month)
              .map(({ date, taken }) => (
                <label key={date} className="choice">
                  <input
                    type="checkbox"
                    checked={!taken && !leftOut.has(date)}
                    disabled={taken}
                    onChange={() => onToggle(date)}
                  />
                  <span>
                    {dayInWords(date)} <span className="meta">{taken ? text.taken : weekInText(date)}</span>
                  </span>
                </label>
              ))}
          </fieldset>
        ))}
      </div>
      <Skipped skipped={found.skipped} />
    </>
  );
}

/** `tirsdag den 3.` */
function dayInWords(date: string): string {
  return `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} den ${partsOf(date).day}.`;
}

function Skipped({ skipped }: { readonly skipped: MeetingDatesView['skipped'] }) {
  if (skipped.length === 0) return null;
  return (
    <details className="series-skipped">
      <summary>{text.skipped(counted(skipped.length, text.day, text.days))}</summary>
      <ul>
        {skipped.map(({ date, reason, name }) => (
          <li key={date}>
            {dateInText(date)}:{' '}
            {reason === 'excepted-week' ? text.weekLeftOut(weekInText(date)) : (name ?? text.closingDay)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What will be made, in words: `40 møder, det første tirsdag den 5. januar 2027`. */
export function seriesInWords(dates: readonly string[]): string {
  const [first] = dates;
  if (first === undefined) return text.none;
  const last = dates.at(-1) ?? first;
  const count = counted(dates.length, da.meetings.one, da.meetings.several);
  const days = listed([...new Set([first, last])].map(dateInText));
  return dates.length > 2 ? text.between(count, dateInText(first), dateInText(last)) : `${count}: ${days}`;
}
