import { useQuery } from '@tanstack/react-query';
import { meetingsQuery } from '../../features/meetings/api/meetings.js';
import { counted, todayInDenmark } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

/** How many meetings a change of the settings still reaches, said before it is saved. */
export function BodyReach({ bodyId }: { readonly bodyId: string }) {
  const { data } = useQuery(meetingsQuery({ bodyId, from: todayInDenmark() }));
  const reached = data?.filter(({ state }) => state === 'planned' || state === 'drafting').length ?? 0;
  return (
    <p className="meta reach">
      {reached === 0
        ? da.admin.bodies.reachNone
        : da.admin.bodies.reach(counted(reached, da.meetings.one, da.meetings.several))}
    </p>
  );
}
