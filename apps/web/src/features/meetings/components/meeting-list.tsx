import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { dateInText, timesInText, weekdayInList } from '../../../lib/formats.js';
import { aarshjul } from '../../../texts/aarshjul.js';
import { da } from '../../../texts/da.js';
import { byMonth, monthInWords } from '../by-month.js';
import { themesIn } from '../themes.js';
import type { ListedTheme } from '../themes.js';
import { SendDeadline, sendDeadlineOf } from './send-deadline.js';
import { MeetingStateChip } from './state-chip.js';

/** The meetings that are chosen, to do one thing to all of them. */
export interface MeetingChoice {
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

interface MeetingListProps {
  readonly meetings: readonly MeetingView[];
  /** Null while nothing is to be chosen: then each row is a link, and nothing else. */
  readonly choice: MeetingChoice | null;
  /** What bodies take up every year, told in the months that are listed. */
  readonly themes?: readonly ListedTheme[];
}

/** Meetings by date, a table for each month. */
export function MeetingList({ meetings, choice, themes = [] }: MeetingListProps) {
  return byMonth(meetings).map(({ month, meetings: ofMonth }) => (
    <table key={month} className="table" aria-label={da.meetings.listLabel(monthInWords(month))}>
      <caption>{monthInWords(month)}</caption>
      <thead>
        <tr>
          {choice === null ? null : (
            <th scope="col" className="choose-cell">
              {da.meetings.choose.column}
            </th>
          )}
          {Object.entries(da.meetings.columns).map(([name, title]) => (
            <th key={name} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {themesIn(month, themes).map((theme, i) => (
          <ThemeRow
            key={`${i} ${theme.title}`}
            theme={theme}
            columns={choice === null ? COLUMNS : COLUMNS + 1}
          />
        ))}
        {ofMonth.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} choice={choice} />
        ))}
      </tbody>
    </table>
  ));
}

const COLUMNS = Object.keys(da.meetings.columns).length;

/** Nothing to press: it is planned for the month, not for a day. */
function ThemeRow({ theme, columns }: { readonly theme: ListedTheme; readonly columns: number }) {
  return (
    <tr className="theme-row">
      <td colSpan={columns}>
        {aarshjul.theme(theme.title)} · {theme.bodyName}
      </td>
    </tr>
  );
}

interface MeetingRowProps extends Pick<MeetingListProps, 'choice'> {
  readonly meeting: MeetingView;
}

function MeetingRow({ meeting, choice }: MeetingRowProps) {
  const { id, date, start, end, bodyName, place, state } = meeting;
  return (
    <tr className={choice === null ? 'row-link' : undefined}>
      {choice === null ? null : <ChooseCell meeting={meeting} choice={choice} />}
      <th scope="row" className="meeting-date">
        <Link to="/meetings/$meetingId" params={{ meetingId: id }}>
          <time dateTime={date}>{weekdayInList(date)}</time> {timesInText(start, end)}
        </Link>
      </th>
      <td className="meeting-body">{bodyName}</td>
      <td className={place === null ? 'meeting-place is-nothing' : 'meeting-place'}>
        {place ?? <span className="meta">{da.common.none}</span>}
      </td>
      <td className="meeting-state">
        <MeetingStateChip state={state} />
      </td>
      <td className={sendDeadlineOf(meeting) === null ? 'meeting-deadline is-nothing' : 'meeting-deadline'}>
        <SendDeadline meeting={meeting} />
      </td>
    </tr>
  );
}

function ChooseCell({ meeting, choice }: { readonly meeting: MeetingView; readonly choice: MeetingChoice }) {
  const { id, bodyName, date } = meeting;
  return (
    <td className="choose-cell">
      <label className="select-box">
        <input
          type="checkbox"
          aria-label={da.meetings.choose.one(`${bodyName}, ${dateInText(date)}`)}
          checked={choice.chosen.has(id)}
          onChange={() => choice.onToggle(id)}
        />
      </label>
    </td>
  );
}
