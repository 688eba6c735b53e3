import { Empty } from '../../../components/ui/empty.js';
import { da } from '../../../texts/da.js';
import type { WorkingAgenda } from '../api/agenda.js';
import { useAgenda } from '../work.js';
import { AgendaRow } from './agenda-row.js';
import { NewPoint } from './new-point.js';

/** The points in their order, those of a closed part with numbers of its own after the others, and where the next is written. */
export function AgendaList({ saved }: { readonly saved: WorkingAgenda }) {
  const { points } = useAgenda();
  const closed = points.filter(({ part }) => part === 'closed');
  return (
    <>
      {points.length === 0 ? <Empty>{da.agenda.empty}</Empty> : null}
      <Rows label={da.agenda.listLabel} points={points.filter(({ part }) => part === 'main')} saved={saved} />
      {closed.length === 0 ? null : (
        <>
          <h3 className="closed-heading">{da.agenda.closedPart}</h3>
          <Rows label={da.agenda.closedListLabel} points={closed} saved={saved} />
        </>
      )}
      <NewPoint />
    </>
  );
}

interface RowsProps {
  readonly label: string;
  readonly points: WorkingAgenda['points'];
  readonly saved: WorkingAgenda;
}

function Rows({ label, points, saved }: RowsProps) {
  const savedById = new Map(saved.points.map((point) => [point.id, point]));
  const byId = new Map(points.map((point) => [point.id, point]));
  if (points.length === 0) return null;
  return (
    <ol className="rows" aria-label={label}>
      {points.map((point) => (
        <AgendaRow
          key={point.id}
          point={point}
          saved={savedById.get(point.id) ?? point}
          ofSubPoints={minutesBelow(points, point.id)}
          isClosedByParent={
            point.parentId !== null && byId.get(point.parentId)?.effectiveVisibility === 'closed'
          }
        />
      ))}
    </ol>
  );
}

/** The minutes of the sub-points of a point together; null for a point without sub-points. */
function minutesBelow(points: WorkingAgenda['points'], id: string): number | null {
  const below = points.filter((each) => each.parentId === id && !each.withdrawn);
  return below.length === 0 ? null : below.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
