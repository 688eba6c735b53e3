import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { bodiesQuery, peopleQuery, unitsQuery } from '../../features/organisation/api/lists.js';
import { BodyForm } from '../../features/organisation/components/body-form.js';
import { SectionsForm } from '../../features/organisation/components/sections-form.js';
import { StandingForm } from '../../features/organisation/components/standing-form.js';
import { BodyStandIns } from '../../features/stand-ins/components/body-stand-ins.js';
import type { Done } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { AarshjulForm } from '../admin/aarshjul-form.js';
import { AdminPage } from '../admin/admin-page.js';
import { BodyParts } from '../admin/body-parts.js';
import { BodyReach } from '../admin/body-reach.js';
import { hasRole, useSession } from '../session/session.js';

const route = getRouteApi('/inside/admin/bodies');

/** The bodies and how they work; a secretariat keeps its own. */
export default function AdminBodiesPage() {
  const search = route.useSearch();
  const session = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: people = [] } = useQuery({ ...peopleQuery, enabled: search.part === 'stand-ins' });
  return (
    <AdminPage
      to="/admin/bodies"
      texts={da.admin.bodies}
      search={search}
      query={useQuery(bodiesQuery)}
      nameOf={({ name }) => name}
      metaOf={({ kind, name }) => (da.admin.bodies.kinds[kind] === name ? null : da.admin.bodies.kinds[kind])}
      openToOthers={hasRole(session, 'secretariat')}
      form={(body, onSaved, onFaults) => {
        const saved = (next: BodyView, done?: Done): void => {
          onSaved(next, done);
          void client.invalidateQueries({ queryKey: bodiesQuery.queryKey });
          void navigate({ to: '/admin/bodies', search: { ...search, id: next.id } });
        };
        if (body === null) return <BodyForm item={null} units={units} onFaults={onFaults} onSaved={saved} />;
        return (
          <>
            <BodyParts search={search} />
            {search.part === undefined ? (
              <>
                <BodyReach bodyId={body.id} />
                <BodyForm item={body} units={units} onFaults={onFaults} onSaved={saved} />
              </>
            ) : search.part === 'sections' ? (
              <SectionsForm body={body} onFaults={onFaults} onSaved={saved} />
            ) : search.part === 'standing' ? (
              <StandingForm body={body} onFaults={onFaults} onSaved={saved} />
            ) : search.part === 'stand-ins' ? (
              <BodyStandIns key={body.id} bodyId={body.id} people={people} />
            ) : (
              <AarshjulForm body={body} onFaults={onFaults} />
            )}
          </>
        );
      }}
    />
  );
}
