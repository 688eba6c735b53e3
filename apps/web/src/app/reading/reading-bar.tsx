import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Button } from '../../components/ui/button.js';
import { OWN_NOTE } from '../../features/reading/own-note-field.js';
import { TextSize } from '../../features/reading/components/text-size.js';
import { dateInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { reading as text } from '../../texts/reading.js';
import { useSession } from '../session/session.js';

interface ReadingBarProps {
  readonly meeting: MeetingView;
  readonly listIsOpen: boolean;
  readonly onList: () => void;
}

/** One press and one writes, however long the text is. */
function toNote(): void {
  const field = document.getElementById(OWN_NOTE);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}

/** Above everything that is read: the way back, the list of points, how large the text is, and print. */
export function ReadingBar({ meeting, listIsOpen, onList }: ReadingBarProps) {
  const params = { meetingId: meeting.id };
  const { viewAs } = useSession();
  return (
    <div className="reading-bar">
      <nav className="breadcrumb" aria-label={da.nav.breadcrumb}>
        <span className="reading-home">
          <Link to="/meetings">{da.meetings.title}</Link>
          {' / '}
        </span>
        <Link to="/meetings/$meetingId" params={params} activeOptions={{ exact: true }}>
          {`${meeting.bodyName}, ${dateInText(meeting.date)}`}
        </Link>
      </nav>
      <div role="group" aria-label={text.tools} className="reading-tools">
        <Button aria-expanded={listIsOpen} onClick={onList}>
          {text.list.button}
        </Button>
        {viewAs === null ? (
          <Button look="quiet" onClick={toNote}>
            {text.note.title}
          </Button>
        ) : null}
        <TextSize />
        <Link className="button button-quiet" to="/print/meetings/$meetingId/agenda" params={params}>
          {da.common.print}
        </Link>
      </div>
    </div>
  );
}
