import type { AgendaFrame } from '../retimed.js';
import { largestPoint } from '../retimed.js';
import { Button } from '../../../components/ui/button.js';
import { counted, minutesInText, timesInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { useAgenda, useWork } from '../work.js';

const words = da.agenda;

/** How the points fill the meeting, in words; the bar beneath shows the same and says nothing of its own. */
export function TimeBar({ frame }: { readonly frame: AgendaFrame }) {
  const { focus } = useWork();
  const agenda = useAgenda();
  const { minutes, slack, overrun, withoutTime } = agenda.times;
  const largest = largestPoint(agenda);
  const facts = [
    frame.start === null ? null : words.booked(timesInText(frame.start, frame.end)),
    words.points(minutesInText(minutes)),
    slack === null || (overrun ?? 0) > 0 ? null : words.slack(minutesInText(slack)),
    withoutTime.length === 0
      ? null
      : words.withoutTime(counted(withoutTime.length, words.pointOne, words.pointMany)),
  ];
  const over = overrun !== null && overrun > 0;
  return (
    <div className="time-bar">
      <p>{facts.filter((fact) => fact !== null).join(' · ')}</p>
      {over ? (
        <p className="over">
          <strong>{words.overrun(minutesInText(overrun))}</strong>{' '}
          {largest === null ? null : (
            <Button look="quiet" onClick={() => focus(largest.id, 'minutes')}>
              {words.toLargest(
                largest.number === null ? largest.title : `${largest.number}. ${largest.title}`,
              )}
            </Button>
          )}
        </p>
      ) : null}
      <progress
        aria-hidden="true"
        className={over ? 'is-over' : undefined}
        max={minutes + (slack ?? 0)}
        value={minutes}
      />
    </div>
  );
}
