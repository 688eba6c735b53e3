import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { Icon } from '../../../components/ui/icon.js';
import { timeInText, weekdayInList } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { deadlineInWords } from '../deadline-words.js';

/** When the agenda is to be sent, while it is not; null when there is no such rule, or it is sent. */
export function sendDeadlineOf({ state, deadlines }: MeetingView) {
  if (state !== 'planned' && state !== 'drafting') return null;
  return deadlines.find(({ kind }) => kind === 'agenda') ?? null;
}

/** Up to when what is to be handed in and sent, while the agenda is not; what others can hand in no more is left out. */
export function ComingDeadlines({ meeting }: { readonly meeting: MeetingView }) {
  const own = sendDeadlineOf(meeting);
  if (meeting.state !== 'planned' && meeting.state !== 'drafting') return null;
  const coming = meeting.deadlines.filter((deadline) => !deadline.passed || deadline === own);
  if (coming.length === 0) return null;
  return (
    <p className="coming-deadlines">
      {coming.map((deadline) => (
        <span key={deadline.kind} className={deadline.passed ? 'due due-late' : 'due'}>
          {deadline.passed ? <Icon name="alert" /> : null}
          {(deadline.passed ? da.agenda.sendByPassed : da.agenda.by[deadline.kind])(
            deadlineInWords(deadline),
          )}
        </span>
      ))}
    </p>
  );
}

/** The same in a list: `ons. 2. dec. kl. 15.00`. */
export function SendDeadline({ meeting }: { readonly meeting: MeetingView }) {
  const deadline = sendDeadlineOf(meeting);
  if (deadline === null) return <span className="meta">{da.common.none}</span>;
  const { date, time, passed } = deadline;
  return (
    <span className={passed ? 'due due-late' : 'due'}>
      {passed ? <Icon name="alert" /> : null}
      <span className="where-stacked">{da.meetings.sentAtLatest}</span>
      <time dateTime={`${date}T${time}`}>
        {weekdayInList(date)} {timeInText(time)}
      </time>
      {passed ? <span className="due-days"> {da.meetings.passed}</span> : null}
    </span>
  );
}
