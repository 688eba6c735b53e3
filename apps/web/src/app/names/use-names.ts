import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Names } from '../../features/follow-ups/groups.js';
import { meetingNamesQuery } from '../../features/meetings/api/meetings.js';
import { peopleQuery, unitsQuery } from '../../features/organisation/api/lists.js';
import { dateInList } from '../../lib/formats.js';

/** The names of what follow-ups point to. Until they are there, or where they may not be seen, they are null. */
export function useNames(): Names {
  const { data: units } = useQuery(unitsQuery);
  const { data: people } = useQuery(peopleQuery);
  const { data: meetings } = useQuery(meetingNamesQuery());
  return useMemo(() => {
    const unit = new Map(units?.map((each) => [each.id, each]));
    const person = new Map(people?.map((each) => [each.id, each]));
    const meeting = new Map(meetings?.map((each) => [each.id, each]));
    return {
      unitCode: (id) => (id === null ? null : (unit.get(id)?.code ?? null)),
      unitName: (id) => (id === null ? null : (unit.get(id)?.name ?? null)),
      initials: (id) => {
        const found = id === null ? undefined : person.get(id);
        return found?.initials ?? found?.name ?? null;
      },
      meeting: (id) => {
        const found = id === null ? undefined : meeting.get(id);
        return found === undefined ? null : `${found.bodyName} ${dateInList(found.date)}`;
      },
    };
  }, [units, people, meetings]);
}
