import { Link } from '@tanstack/react-router';
import type { ListedMeetingView, MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { counted, dateInText, minutesInText, timesInText, weekdayInList } from '../../../lib/formats.js';
import { aarshjul } from '../../../texts/aarshjul.js';
import { da } from '../../../texts/da.js';
import { byMonth, monthInWords } from '../by-month.js';
import { themesIn } from '../themes.js';
import type { ListedTheme } from '../themes.js';
import { ReadLink } from './read-link.js';
import { SendDeadline, sendDeadlineOf } from './send-deadline.js';
import { MeetingStateChip } from './state-chip.js';

/** The meetings that are chosen, to do one thing to all of them. */
export interface MeetingChoice {
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

interface MeetingListProps {
  readonly meetings: readonly ListedMeetingView[];
  /** Null while nothing is to be chosen: then each row is a link, and nothing else. */
  readonly choice: MeetingChoice | null;
  /** What bodies take up every year, told in the months that are listed. */
  readonly themes?: readonly ListedTheme[];
}

/** Meetings by date, a table for each month. */
export function MeetingList({ meetings, choice, themes = [] }: MeetingListProps) {
  // Whoever makes none of these agendas has no use for the column.
  const sized = meetings.some(({ agendaSize }) => agendaSize !== null);
  const columns = Object.entries(da.meetings.columns).filter(([name]) => sized || name !== 'size');
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
          {columns.map(([name, title]) => (
            <th key={name} scope="col" className={`meeting-${name}`}>
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
            columns={columns.length + (choice === null ? 0 : 1)}
          />
        ))}
        {ofMonth.map((meeting) => (
          <MeetingRow key={meeting.id} {...{ meeting, choice, sized }} />
        ))}
      </tbody>
    </table>
  ));
}

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
  readonly meeting: ListedMeetingView;
  /** Whether the size of agendas is told in this list. */
  readonly sized: boolean;
}

function MeetingRow({ meeting, choice, sized }: MeetingRowProps) {
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
        <MeetingStateChip state={state} /> {choice === null ? <ReadLink meeting={meeting} /> : null}
      </td>
      {sized ? <SizeCell size={meeting.agendaSize} /> : null}
      <td className={sendDeadlineOf(meeting) === null ? 'meeting-deadline is-nothing' : 'meeting-deadline'}>
        <SendDeadline meeting={meeting} />
      </td>
    </tr>
  );
}

/** `4 punkter · 30 min.` */
function SizeCell({ size }: { readonly size: ListedMeetingView['agendaSize'] }) {
  if (size === null || size.points === 0)
    return (
      <td className="meeting-size is-nothing">
        <span className="meta">{da.common.none}</span>
      </td>
    );
  const { pointOne, pointMany } = da.meetings.size;
  return (
    <td className="meeting-size">
      {counted(size.points, pointOne, pointMany)}
      {size.minutes === 0 ? null : ` · ${minutesInText(size.minutes)}`}
    </td>
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
