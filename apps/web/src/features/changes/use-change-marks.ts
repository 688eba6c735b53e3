import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { AgendaChangesView } from '../../../../../libs/contracts/sending.js';
import { agendaIsOut } from '../../../../../libs/domain/meeting/index.js';
import { draftChangesQuery, newestChangesQuery } from './api/changes.js';

/**
 * What happened to each point: since it was sent for those who correct it, and for everybody else by the newest version. The
 * agenda is what is on the screen: when it is another one, so may its changes be.
 */
export function useChangeMarks(
  { id, state, abilities }: MeetingView,
  agenda: unknown,
): ReadonlyMap<string, AgendaChangesView['points'][number]['kinds']> {
  const client = useQueryClient();
  const corrects = abilities.run === true && state === 'sent';
  const query = corrects ? draftChangesQuery(id) : newestChangesQuery(id);
  const { data } = useQuery({ ...query, enabled: agendaIsOut(state) && agenda !== undefined });
  const seen = useRef(agenda);
  useEffect(() => {
    const isOther = seen.current !== undefined && seen.current !== agenda;
    seen.current = agenda;
    if (corrects && isOther)
      void client.invalidateQueries({ queryKey: ['sendings', 'changes', id, 'draft'] });
  }, [client, corrects, id, agenda]);
  return useMemo(() => new Map(data?.points.map((point) => [point.id, point.kinds])), [data]);
}
