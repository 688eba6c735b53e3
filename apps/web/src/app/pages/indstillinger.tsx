import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Empty } from '../../components/ui/empty.js';
import { Filter, FilterBar } from '../../components/ui/filter-bar.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { indstillingerQuery } from '../../features/indstillinger/api/indstillinger.js';
import { IndstillingTable } from '../../features/indstillinger/components/indstilling-table.js';
import { isInList } from '../../features/indstillinger/lists.js';
import { INDSTILLING_LISTS } from '../../features/indstillinger/search.js';
import type { IndstillingListName } from '../../features/indstillinger/search.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { useNames } from '../names/use-names.js';
import { hasRole, useSession } from '../session/session.js';

const route = getRouteApi('/inside/indstillinger');

/** The indstillinger that one writes, that wait for one, that are ready, or all one may read. */
export default function IndstillingerPage() {
  const { view } = route.useSearch();
  const navigate = useNavigate();
  const session = useSession();
  const usual = useUsualList();
  const list = view ?? usual;
  const { meeting } = useNames();
  const indstillinger = useQuery(indstillingerQuery(list === 'ready' ? { state: 'approved' } : {}));
  const mayMake = session.abilities.createIndstilling === true && session.viewAs === null;
  return (
    <Page
      title={text.title}
      actions={
        mayMake ? (
          <Link to="/indstillinger/new" className="button button-primary">
            {text.list.make}
          </Link>
        ) : undefined
      }
    >
      <FilterBar label={text.list.viewLabel}>
        <Filter
          label={text.list.viewLabel}
          value={list}
          choices={INDSTILLING_LISTS.map((each) => ({ value: each, text: text.list.views[each] }))}
          onChoose={(chosen) =>
            void navigate({
              to: '/indstillinger',
              search: { view: INDSTILLING_LISTS.find((each) => each === chosen) },
            })
          }
        />
      </FilterBar>
      <Loaded what={text.title} query={indstillinger} rows={4}>
        {(all) => {
          const own = all.filter((one) => isInList(list, one, session.person.id));
          return own.length === 0 ? (
            <Empty>{text.list.none[list]}</Empty>
          ) : (
            <IndstillingTable indstillinger={own} label={text.list.views[list]} meetingName={meeting} />
          );
        }}
      </Loaded>
    </Page>
  );
}

/** What somebody comes for: the secretariat what is ready, whoever judges what waits, all others their own. */
function useUsualList(): IndstillingListName {
  const session = useSession();
  if (hasRole(session, 'secretariat')) return 'ready';
  return hasRole(session, 'leader', 'director', 'raadmand') ? 'with-me' : 'mine';
}
