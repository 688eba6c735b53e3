import { Link } from '@tanstack/react-router';
import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import type { OwnReadingView } from '../../../../../libs/contracts/reading.js';
import { ChangedChip } from '../../components/ui/changed-chip.js';
import { Icon } from '../../components/ui/icon.js';
import { timeOf } from '../../features/meetings/components/agenda.js';
import { isRead } from '../../features/reading/own-reading.js';
import { da } from '../../texts/da.js';
import { reading as text } from '../../texts/reading.js';
import { nameOfPoint } from './order.js';
import { useOwnReading } from './use-own-reading.js';

interface PointListProps {
  readonly agenda: AgendaPointsView;
  /** A point was chosen: a list that lies over the page goes away. */
  readonly onChoose?: () => void;
}

/** The points of the agenda that is read, each one press away. */
export function PointList({ agenda, onChoose }: PointListProps) {
  const closed = agenda.points.filter(({ part }) => part === 'closed');
  const own = useOwnReading(agenda.meetingId);
  const toRead = agenda.points.filter(({ withdrawn }) => !withdrawn);
  const read = toRead.filter(({ id }) => isRead(own.data, id)).length;
  const rowsOf = (points: readonly AgendaPointView[]) => (
    <ol>
      {points.map((point) => (
        <Row key={point.id} {...{ agenda, point, onChoose }} own={own.data} />
      ))}
    </ol>
  );
  return (
    <nav aria-label={text.list.label} className="reading-list">
      {own.isOwn ? <p className="reading-progress">{text.list.progress(read, toRead.length)}</p> : null}
      {rowsOf(agenda.points.filter(({ part }) => part === 'main'))}
      {closed.length === 0 ? null : (
        <>
          <p className="closed-heading">{text.list.closedPart}</p>
          {rowsOf(closed)}
        </>
      )}
      {own.isOwn ? (
        <p className="reading-overviews">
          <Link to="/meetings/$meetingId/notes" params={{ meetingId: agenda.meetingId }}>
            {text.overviews.notes}
          </Link>
          <Link to="/meetings/$meetingId/comments" params={{ meetingId: agenda.meetingId }}>
            {text.overviews.comments}
          </Link>
        </p>
      ) : null}
    </nav>
  );
}

interface RowProps extends PointListProps {
  readonly point: AgendaPointView;
  readonly own: OwnReadingView | undefined;
}

function Row({ agenda, point, own, onChoose }: RowProps) {
  const { id, meetingId, parentId, effectiveVisibility, withdrawn } = point;
  const isClosed = effectiveVisibility === 'closed';
  const looks = ['reading-row', isClosed ? 'is-closed' : '', parentId === null ? '' : 'is-sub'];
  const time = timeOf(
    point,
    agenda.points.some((other) => other.parentId === id),
  );
  return (
    <li className={looks.filter((look) => look !== '').join(' ')}>
      <Link to="/meetings/$meetingId/read/$pointId" params={{ meetingId, pointId: id }} onClick={onChoose}>
        <span className={withdrawn ? 'is-withdrawn' : undefined}>{nameOfPoint(point)}</span>
        <span className="reading-row-facts">
          {withdrawn ? <span>{da.meetings.meeting.withdrawn}</span> : null}
          {time === '' ? null : <span>{time}</span>}
          {isClosed ? (
            <span className="reading-closed">
              <Icon name="lock" />
              {da.meetings.meeting.closedPoint}
            </span>
          ) : null}
          {isRead(own, id) ? (
            <span className="reading-read">
              <Icon name="check" />
              {text.list.read}
            </span>
          ) : null}
          {own?.notes.some(({ pointId }) => pointId === id) === true ? (
            <span className="reading-read">
              <Icon name="pencil" />
              {text.list.note}
            </span>
          ) : null}
          <ChangedChip pointId={id} />
        </span>
      </Link>
    </li>
  );
}
