import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { timesInText, weekdayInList } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { byMonth, monthInWords } from '../by-month.js';
import { SendDeadline, sendDeadlineOf } from './send-deadline.js';
import { MeetingStateChip } from './state-chip.js';

/** Meetings by date, a table for each month. */
export function MeetingList({ meetings }: { readonly meetings: readonly MeetingView[] }) {
  return byMonth(meetings).map(({ month, meetings: ofMonth }) => (
    <table key={month} className="table" aria-label={da.meetings.listLabel(monthInWords(month))}>
      <caption>{monthInWords(month)}</caption>
      <thead>
        <tr>
          {Object.entries(da.meetings.columns).map(([name, title]) => (
            <th key={name} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ofMonth.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </tbody>
    </table>
  ));
}

function MeetingRow({ meeting }: { readonly meeting: MeetingView }) {
  const { id, date, start, end, bodyName, place, state } = meeting;
  return (
    <tr className="row-link">
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
