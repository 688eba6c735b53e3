import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { INDSTILLING_LISTS } from '../../../../../libs/domain/indstilling/index.js';
import type { IndstillingListName } from '../../../../../libs/domain/indstilling/index.js';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import {
  indstillingCountsQuery,
  indstillingListQuery,
} from '../../features/indstillinger/api/indstillinger.js';
import { IndstillingFilters } from '../../features/indstillinger/components/filters.js';
import { IndstillingTable } from '../../features/indstillinger/components/indstilling-table.js';
import { isFiltered, readIndstillingSearch, withoutFilters } from '../../features/indstillinger/search.js';
import type { IndstillingSearch } from '../../features/indstillinger/search.js';
import { bodiesQuery, unitsQuery } from '../../features/organisation/api/lists.js';
import { da } from '../../texts/da.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { useNames } from '../names/use-names.js';
import { hasRole, useSession } from '../session/session.js';
import { AS_KEPT, KeptViews } from '../views/kept-views.js';

const route = getRouteApi('/inside/indstillinger');

/** The indstillinger that one writes, that wait for one, that are ready, or all one may read; which stands in the address. */
export default function IndstillingerPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const session = useSession();
  const usual = useUsualList();
  const list = search.view ?? usual;
  const names = useNames();
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: bodies = [] } = useQuery(bodiesQuery);
  const query = useInfiniteQuery(indstillingListQuery(list, search));
  const found = query.data?.pages.flatMap((page) => page.items) ?? [];
  const mayMake = session.abilities.createIndstilling === true && session.viewAs === null;
  const onSearch = (next: IndstillingSearch): void => {
    void navigate({ to: '/indstillinger', search: next });
  };
  return (
    <Page title={text.title} actions={mayMake ? <Make /> : undefined}>
      <Lists search={search} list={list} />
      <IndstillingFilters search={search} units={units} bodies={bodies} onSearch={onSearch} />
      <OwnViews search={search} />
      <Loaded what={text.title} query={query} rows={4}>
        {() =>
          found.length === 0 ? (
            <Nothing list={list} search={search} onSearch={onSearch} />
          ) : (
            <IndstillingTable indstillinger={found} label={text.list.views[list]} names={names} />
          )
        }
      </Loaded>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {da.common.more}
        </Button>
      ) : null}
    </Page>
  );
}

function Make() {
  return (
    <Link to="/indstillinger/new" className="button button-primary">
      {text.list.make}
    </Link>
  );
}

interface ListsProps {
  readonly search: IndstillingSearch;
  readonly list: IndstillingListName;
}

/** The lists, each with how many stand in it; the one that suits the role is current without being named in the address. */
function Lists({ search, list }: ListsProps) {
  const { data: counts } = useQuery(indstillingCountsQuery());
  return (
    <nav aria-label={text.list.viewLabel} className="views views-wide">
      {INDSTILLING_LISTS.map((each) => (
        <Link
          key={each}
          to="/indstillinger"
          search={{ ...search, view: each }}
          aria-current={each === list ? 'page' : undefined}
        >
          {text.list.views[each]}
          {each === 'all' ? null : (
            <span className="views-count">{counts === undefined ? null : `(${counts[each]})`}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}

function OwnViews({ search }: { readonly search: IndstillingSearch }) {
  return (
    <KeptViews
      page="indstillinger"
      search={search}
      linkTo={(kept, name) => (
        <Link to="/indstillinger" search={readIndstillingSearch(kept)} activeOptions={AS_KEPT}>
          {name}
        </Link>
      )}
    />
  );
}

interface NothingProps extends ListsProps {
  readonly onSearch: (search: IndstillingSearch) => void;
}

function Nothing({ list, search, onSearch }: NothingProps) {
  if (!isFiltered(search)) return <Empty>{text.list.none[list]}</Empty>;
  return (
    <Empty
      action={<Button onClick={() => onSearch(withoutFilters(search))}>{da.common.clearFilters}</Button>}
    >
      {text.list.emptyFiltered}
    </Empty>
  );
}

/** What somebody comes for: the secretariat what is ready, whoever judges what waits, all others their own. */
function useUsualList(): IndstillingListName {
  const session = useSession();
  if (hasRole(session, 'secretariat')) return 'ready';
  const judges = session.standsIn || hasRole(session, 'leader', 'director', 'raadmand');
  return judges ? 'with-me' : 'mine';
}
