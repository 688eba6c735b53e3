import { Link } from '@tanstack/react-router';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { AttachmentView } from '../../../../../libs/contracts/attachments.js';
import { Icon } from '../../components/ui/icon.js';
import { numberedBilag } from '../../texts/bilag.js';
import { readingBilag as text } from '../../texts/reading-bilag.js';

interface BilagNeighboursProps {
  readonly point: AgendaPointView;
  readonly items: readonly AttachmentView[];
  /** Which of them is read. */
  readonly at: number;
}

/** The bilag before and after that have a file. They take the place of this one: a step back is the point all the same. */
export function BilagNeighbours({ point, items, at }: BilagNeighboursProps) {
  const hasFile = ({ file }: AttachmentView): boolean => file !== null;
  const before = items.slice(0, at).findLast(hasFile);
  const after = items.slice(at + 1).find(hasFile);
  if (before === undefined && after === undefined) return null;
  return (
    <div className="reading-foot">
      <nav aria-label={text.around} className="reading-neighbours">
        {before === undefined ? <span /> : <Way point={point} to={before} label={text.previous} />}
        {after === undefined ? null : <Way point={point} to={after} label={text.next} />}
      </nav>
    </div>
  );
}

interface WayProps {
  readonly point: AgendaPointView;
  readonly to: AttachmentView;
  readonly label: string;
}

function Way({ point, to, label }: WayProps) {
  const isNext = label === text.next;
  return (
    <Link
      replace
      state={true}
      to="/meetings/$meetingId/read/$pointId/attachments/$attachmentId"
      params={{ meetingId: point.meetingId, pointId: point.id, attachmentId: to.id }}
      className={isNext ? 'is-next' : undefined}
    >
      {isNext ? null : <Icon name="chevronLeft" />}
      <span>
        <span className="reading-way">{label}</span>
        <span className="reading-way-title">{`${numberedBilag(to.number)}: ${to.title}`}</span>
      </span>
      {isNext ? <Icon name="chevronRight" /> : null}
    </Link>
  );
}
