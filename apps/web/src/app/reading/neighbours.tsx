import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import { Icon } from '../../components/ui/icon.js';
import { reading as text } from '../../texts/reading.js';
import { inReadingOrder, nameOfPoint } from './order.js';

interface NeighboursProps {
  readonly agenda: AgendaPointsView;
  readonly point: AgendaPointView;
}

/** The points before and after, always within reach; by keys Alt+PageUp and Alt+PageDown. */
export function Neighbours({ agenda, point }: NeighboursProps) {
  const inOrder = inReadingOrder(agenda);
  const at = inOrder.findIndex(({ id }) => id === point.id);
  const [before, after] = [inOrder[at - 1], inOrder[at + 1]];
  useNeighbourKeys(before, after);
  return (
    <nav aria-label={text.around} className="reading-neighbours">
      {before === undefined ? <span /> : <Way to={before} label={text.previous} />}
      {after === undefined ? null : <Way to={after} label={text.next} />}
    </nav>
  );
}

function Way({ to, label }: { readonly to: AgendaPointView; readonly label: string }) {
  const isNext = label === text.next;
  return (
    <Link
      to="/meetings/$meetingId/read/$pointId"
      params={{ meetingId: to.meetingId, pointId: to.id }}
      className={isNext ? 'is-next' : undefined}
    >
      {isNext ? null : <Icon name="chevronLeft" />}
      <span>
        <span className="reading-way">{label}</span>
        <span className="reading-way-title">{nameOfPoint(to)}</span>
      </span>
      {isNext ? <Icon name="chevronRight" /> : null}
    </Link>
  );
}

function useNeighbourKeys(before: AgendaPointView | undefined, after: AgendaPointView | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const to = event.key === 'PageUp' ? before : event.key === 'PageDown' ? after : undefined;
      if (to === undefined) return;
      event.preventDefault();
      void navigate({
        to: '/meetings/$meetingId/read/$pointId',
        params: { meetingId: to.meetingId, pointId: to.id },
      });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, before, after]);
}
