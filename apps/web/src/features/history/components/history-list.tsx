import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { MeetingHistoryEvent } from '../../../../../../libs/contracts/history.js';
import { Button } from '../../../components/ui/button.js';
import { Chip } from '../../../components/ui/chip.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { capitalised, clockInText, daysInWords, listed, weekdayInText } from '../../../lib/formats.js';
import { history } from '../../../texts/history.js';
import { useTakeBack } from '../use-take-back.js';
import { byDay, changesInWords, refusalInWords, verbOf, whatHappened, withheldFields } from '../words.js';
import type { HistoryDay } from '../words.js';
import { ChangeList } from './change-list.js';

interface HistoryListProps {
  readonly meetingId: string;
  readonly events: readonly MeetingHistoryEvent[];
}

/** What happened, day by day, the newest first. */
export function HistoryList({ meetingId, events }: HistoryListProps) {
  return byDay(events).map((day) => <Day key={day.date} meetingId={meetingId} day={day} />);
}

function Day({ meetingId, day }: { readonly meetingId: string; readonly day: HistoryDay }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="history-day">
      <h2 id={id}>
        <time dateTime={day.date}>{capitalised(weekdayInText(day.date))}</time>{' '}
        <span className="meta">{daysInWords(day.date)}</span>
      </h2>
      <ol className="history">
        {day.events.map((event) => (
          <Entry key={event.id} meetingId={meetingId} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ meetingId, event }: { readonly meetingId: string; readonly event: MeetingHistoryEvent }) {
  const { at, person, viewedAs, about, note } = event;
  const changes = changesInWords(event);
  const withheld = withheldFields(event);
  const what = whatHappened(event);
  return (
    <li className="history-event" data-event={event.name}>
      <time className="history-time" dateTime={at}>
        {clockInText(at)}
      </time>
      <div className="history-what">
        <p>
          <strong>{person?.name ?? history.product}</strong>
          {viewedAs === null ? null : ` (${history.seenAs(viewedAs.name)})`}{' '}
          {about.pointId === null ? (
            what
          ) : (
            <Link to="/meetings/$meetingId/points/$pointId" params={{ meetingId, pointId: about.pointId }}>
              {what}
            </Link>
          )}
        </p>
        {about.closed ? (
          <p className="chips">
            <Chip tone="closed" icon="lock">
              {history.closed[about.kind === 'attachment' ? 'attachment' : 'point']}
            </Chip>
          </p>
        ) : null}
        {note === null ? null : (
          <p className="meta">
            {history.note}: {note}
          </p>
        )}
        <ChangeList changes={changes} />
        {withheld.length === 0 ? null : <p className="meta">{history.withheld(listed(withheld))}</p>}
      </div>
      <TakeBack meetingId={meetingId} event={event} what={what} />
    </li>
  );
}

interface TakeBackProps {
  readonly meetingId: string;
  readonly event: MeetingHistoryEvent;
  readonly what: string;
}

/** The way back, or why there is none any more. */
function TakeBack({ meetingId, event, what }: TakeBackProps) {
  const { takeBack } = event;
  const run = useTakeBack(meetingId);
  if (takeBack === null) return null;
  const why = refusalInWords(takeBack);
  if (why !== null) return <p className="history-way meta">{why}</p>;
  const verb = verbOf(takeBack);
  return (
    <div className="history-way">
      <Button
        busy={run.isPending}
        aria-label={history.takeBack.of(verb, `${event.person?.name ?? history.product} ${what}`)}
        onClick={() => run.mutate(takeBack)}
      >
        {verb}
      </Button>
      <Refusal error={run.error} />
    </div>
  );
}
