import { Link } from '@tanstack/react-router';
import type { AgendaPointView, AgendaPointsView } from '../../../../../../libs/contracts/agenda-points.js';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { guestLine } from '../../../../../../libs/domain/agenda/index.js';
import { Chip } from '../../../components/ui/chip.js';
import { ChangedChip } from '../../../components/ui/changed-chip.js';
import { Empty } from '../../../components/ui/empty.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { minutesInText, timesInTable } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';

const text = da.meetings.meeting;

/** The points of an agenda in their order; a closed part with numbers of its own stands after the open one. */
export function Agenda({ agenda }: { readonly agenda: AgendaPointsView }) {
  const { points, times } = agenda;
  if (points.length === 0) return <Empty>{text.noAgenda}</Empty>;
  const closed = points.filter(({ part }) => part === 'closed');
  return (
    <>
      <p className="meta">{times.inWords}</p>
      <Points points={points.filter(({ part }) => part === 'main')} />
      {closed.length === 0 ? null : (
        <>
          <h3 className="closed-heading">{text.closedPart}</h3>
          <Points points={closed} />
        </>
      )}
    </>
  );
}

function Points({ points }: { readonly points: readonly AgendaPointView[] }) {
  return (
    <ol className="points">
      {points.map((point) => (
        <Point key={point.id} point={point} isParent={points.some(({ parentId }) => parentId === point.id)} />
      ))}
    </ol>
  );
}

interface PointProps {
  readonly point: AgendaPointView;
  /** Whether it has sub-points, which take the time. */
  readonly isParent: boolean;
}

function Point({ point, isParent }: PointProps) {
  const { number, title, parentId, effectiveVisibility, withdrawn } = point;
  const isClosed = effectiveVisibility === 'closed';
  const looks = ['point', isClosed ? 'is-closed' : '', parentId === null ? '' : 'is-sub'];
  return (
    <li className={looks.filter((look) => look !== '').join(' ')}>
      <p className="point-time">{timeOf(point, isParent)}</p>
      <div className="point-text">
        {isClosed ? <p className="closed-banner">{text.closedBanner}</p> : null}
        <h3 className={withdrawn ? 'is-withdrawn' : undefined}>
          <Link
            to="/meetings/$meetingId/points/$pointId"
            params={{ meetingId: point.meetingId, pointId: point.id }}
          >
            {number === null ? null : `${number}. `}
            {title}
          </Link>
        </h3>
        <PointChips point={point} />
        <PointFacts point={point} />
        {point.purpose.length === 0 ? null : <RichText blocks={point.purpose} />}
      </div>
    </li>
  );
}

/** When a point is, or how long it takes; nothing where that is said elsewhere. */
export function timeOf({ from, to, minutes, withdrawn }: AgendaPointView, isParent: boolean): string {
  if (withdrawn) return '';
  if (from !== null && to !== null && from !== to) return timesInTable(from, to);
  if (isParent) return '';
  return minutes === null ? text.noTime : minutesInText(minutes);
}

export function PointChips({ point }: { readonly point: AgendaPointView }) {
  const { id, type, effectiveVisibility, late, withdrawn } = point;
  return (
    <p className="chips">
      {effectiveVisibility === 'closed' ? (
        <Chip tone="closed" icon="lock">
          {text.closedPoint}
        </Chip>
      ) : null}
      {type === 'standing' ? null : <Chip tone="neutral">{da.meetings.pointType[type]}</Chip>}
      <ChangedChip pointId={id} />
      {late ? <Chip tone="info">{text.late}</Chip> : null}
      {withdrawn ? (
        <Chip tone="warn" icon="cross">
          {text.withdrawn}
        </Chip>
      ) : null}
    </p>
  );
}

type ListedPoint = AgendaPointView & Partial<Pick<AgendaEntry, 'guests'>>;

export function PointFacts({ point }: { readonly point: ListedPoint }) {
  const guests = point.withdrawn ? null : guestLine(point.guests ?? [], point.from, point.to);
  const facts = [
    { label: text.responsible, value: point.responsible },
    { label: text.attending, value: point.attending },
    ...(guests === null ? [] : [guests]),
    { label: text.method, value: point.method },
    { label: point.late ? text.lateReason : text.afterDeadline, value: point.lateReason },
  ];
  return facts.map(({ label, value }) =>
    value === null ? null : (
      <p key={label} className="meta">
        {label}: {value}
      </p>
    ),
  );
}
