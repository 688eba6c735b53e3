import { Empty } from '../../../components/ui/empty.js';
import { da } from '../../../texts/da.js';
import type { WorkingAgenda } from '../api/agenda.js';
import { useWork } from '../work.js';
import { AgendaRow } from './agenda-row.js';
import { NEW_POINT, NewPoint } from './new-point.js';

/** The points in their order, those of a closed part with numbers of its own after the others, and where the next is written. */
export function AgendaList({ saved }: { readonly saved: WorkingAgenda }) {
  const { points } = useWork().agenda;
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
  const { focus } = useWork();
  const savedById = new Map(saved.points.map((point) => [point.id, point]));
  if (points.length === 0) return null;
  return (
    <ol className="rows" aria-label={label}>
      {points.map((point, i) => (
        <AgendaRow
          key={point.id}
          point={point}
          saved={savedById.get(point.id) ?? point}
          beside={points[i - 1] ?? points[i + 1]}
          onEnter={() => {
            const next = points[i + 1];
            if (next) focus(next.id, 'title');
            else document.getElementById(NEW_POINT)?.focus();
          }}
        />
      ))}
    </ol>
  );
}
