import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { Icon } from '../../../components/ui/icon.js';
import { timeInText, timesInText, weekdayInList, weekdayInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';

const text = da.meetings.meeting;

export function MeetingFacts({ meeting }: { readonly meeting: MeetingView }) {
  const { date, start, end, place, caseNumber, participants, deadlines, state } = meeting;
  const named = (attendance: (typeof participants)[number]['attendance']): readonly string[] =>
    participants.filter((each) => each.attendance === attendance).map(({ name }) => name);
  const why = meeting.cancelledBecause;
  return (
    <>
      {state === 'cancelled' ? (
        <p className="panel panel-warn">{why === null ? text.cancelled : text.cancelledBecause(why)}</p>
      ) : null}
      <dl className="facts">
        <Fact label={text.date} values={[weekdayInText(date)]} />
        <Fact label={text.time} values={start === null ? [] : [timesInText(start, end)]} />
        <Fact label={text.place} values={place === null ? [] : [place]} />
        <Fact label={text.caseNumber} values={caseNumber === null ? [] : [caseNumber]} />
        <Fact label={text.participants} values={named('present')} />
        <Fact label={text.regrets} values={named('regret')} />
        <Fact label={text.absent} values={named('absent')} />
        {(state === 'planned' || state === 'drafting') && deadlines.length > 0 ? (
          <>
            <dt>{text.deadlines}</dt>
            <dd>
              <ul className="plain">
                {deadlines.map(({ kind, date: day, time, passed }) => (
                  <li key={kind} className="deadline-line">
                    {text.deadline[kind]}: {weekdayInList(day)} {timeInText(time)}{' '}
                    {passed ? <Passed kind={kind} /> : null}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
    </>
  );
}

/** That others can hand in no more is as it should be; that the agenda is not sent is not. */
function Passed({ kind }: { readonly kind: keyof typeof text.deadline }) {
  if (kind !== 'agenda') return <span className="meta">({da.meetings.passed})</span>;
  return (
    <span className="due due-late">
      <Icon name="alert" />
      {da.meetings.passed}
    </span>
  );
}

function Fact({ label, values }: { readonly label: string; readonly values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {values.length === 1 ? (
          values[0]
        ) : (
          <ul className="plain">
            {values.map((value) => (
              <li key={value}>{value}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
