import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { addDays } from '../../../../../libs/domain/calendar/index.js';
import { agendaIsOut } from '../../../../../libs/domain/meeting/index.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { meetingsQuery } from '../../features/meetings/api/meetings.js';
import { sendDeadlineOf } from '../../features/meetings/components/send-deadline.js';
import { deadlineInWords } from '../../features/meetings/deadline-words.js';
import { ReadLink } from '../../features/meetings/components/read-link.js';
import { MeetingStateChip } from '../../features/meetings/components/state-chip.js';
import { daysInWords, timesInText, todayInDenmark, weekdayInList, weekdayInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

/** How far ahead the next meetings are looked for, in days. */
const AHEAD_DAYS = 14;
const CALENDAR_DAYS = 120;

function useComing() {
  const today = todayInDenmark();
  const query = useQuery(meetingsQuery({ from: today, to: addDays(today, CALENDAR_DAYS) }));
  const coming = query.data?.filter(({ state }) => state !== 'cancelled' && state !== 'closed');
  return { ...query, data: coming };
}

/** `Næste møde er tirsdag den 1. december 2026, om 6 dage.` */
export function NextMeetingSentence() {
  const { data } = useComing();
  if (data === undefined) return null;
  const [next] = data;
  if (next === undefined) return da.overview.noNext;
  return da.overview.nextIs(`${weekdayInText(next.date)}, ${daysInWords(next.date)}`);
}

/** The next meeting, large: one press from its papers. */
export function NextMeeting() {
  const coming = useComing();
  return (
    <Section title={da.overview.nextMeeting} wide>
      <Loaded what={da.meetings.these} query={coming} rows={3}>
        {([next]) =>
          next === undefined ? <Empty>{da.overview.noNext}</Empty> : <MeetingCard meeting={next} />
        }
      </Loaded>
    </Section>
  );
}

function MeetingCard({ meeting }: { readonly meeting: MeetingView }) {
  const { id, bodyName, date, start, end, place, state } = meeting;
  return (
    <div className="big-card">
      <div className="card-head">
        <p className="big-card-title">{bodyName}</p>
        <MeetingStateChip state={state} />
      </div>
      <p>
        <time dateTime={date}>{weekdayInText(date)}</time>{' '}
        <span className="together">{timesInText(start, end)}</span>
      </p>
      {place === null ? null : <p className="meta">{place}</p>}
      {agendaIsOut(state) ? (
        <Link to="/meetings/$meetingId/read" params={{ meetingId: id }} className="button button-primary">
          {da.overview.read}
        </Link>
      ) : (
        <Link to={pageOf(meeting)} params={{ meetingId: id }} className="button button-primary">
          {da.overview.open}
        </Link>
      )}
    </div>
  );
}

/** Where the work on a meeting is: its agenda for those who make it, until it is over; what is to read for all others. */
function pageOf({ abilities, state }: MeetingView): '/meetings/$meetingId/agenda' | '/meetings/$meetingId' {
  const isMade = abilities.run === true && ['planned', 'drafting', 'sent', 'in-session'].includes(state);
  return isMade ? '/meetings/$meetingId/agenda' : '/meetings/$meetingId';
}

/** The meetings of the next days, with what is still to be sent. */
export function NextMeetings() {
  const coming = useComing();
  const last = addDays(todayInDenmark(), AHEAD_DAYS);
  return (
    <Section title={da.overview.nextMeetings} wide>
      <Loaded what={da.meetings.these} query={coming} rows={3}>
        {(meetings) => {
          const soon = meetings.filter(({ date }) => date <= last);
          if (soon.length === 0) return <Empty>{da.overview.noNextMeetings}</Empty>;
          return (
            <ul className="cards">
              {soon.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function MeetingRow({ meeting }: { readonly meeting: MeetingView }) {
  const { id, bodyName, date, start, end, place, state } = meeting;
  return (
    <li className="card-row">
      <div>
        <p className="card-title">
          <Link to={pageOf(meeting)} params={{ meetingId: id }}>
            {bodyName},{' '}
            <span className="together">
              <time dateTime={date}>{weekdayInList(date)}</time> {timesInText(start, end)}
            </span>
          </Link>
        </p>
        <p className="meta">{[place, daysInWords(date)].filter((part) => part !== null).join(' · ')}</p>
        <SendBy meeting={meeting} />
      </div>
      <ReadLink meeting={meeting} />
      <MeetingStateChip state={state} />
    </li>
  );
}

function SendBy({ meeting }: { readonly meeting: MeetingView }) {
  const deadline = sendDeadlineOf(meeting);
  if (deadline === null) return null;
  const when = deadlineInWords(deadline);
  return (
    <p className={deadline.passed ? 'due-late' : 'meta'}>
      {deadline.passed ? da.overview.sendByPassed(when) : da.overview.sendBy(when)}
    </p>
  );
}
