import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { calendarAddress } from '../../features/meetings/api/meetings.js';
import { counted } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { hasRole, useSession } from '../session/session.js';
import { CancelChosen } from './cancel-chosen.js';

const text = da.meetings.choose;

interface ChosenMeetingsProps {
  readonly chosen: readonly MeetingView[];
  readonly onDone: () => void;
}

/** What can be done to the meetings that are chosen in the list. */
export function ChosenMeetings({ chosen, onDone }: ChosenMeetingsProps) {
  const session = useSession();
  return (
    <section className="chosen" aria-label={text.label}>
      <p role="status">{text.count(counted(chosen.length, da.meetings.one, da.meetings.several))}</p>
      {chosen.length === 0 ? null : (
        <p>
          <a className="button button-secondary" href={calendarAddress(chosen)} download>
            {text.calendar}
          </a>
        </p>
      )}
      {hasRole(session, 'secretariat') ? <CancelChosen chosen={chosen} onDone={onDone} /> : null}
    </section>
  );
}
