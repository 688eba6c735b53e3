import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Outlet, getRouteApi, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { followUpsQuery } from '../../features/follow-ups/api/list.js';
import { FollowUpFilters } from '../../features/follow-ups/components/filters.js';
import { FollowUpList } from '../../features/follow-ups/components/follow-up-list.js';
import { grouped } from '../../features/follow-ups/groups.js';
import { isFiltered, readFollowUpSearch, withoutFilters } from '../../features/follow-ups/search.js';
import type { FollowUpSearch } from '../../features/follow-ups/search.js';
import { bodiesQuery, unitsQuery } from '../../features/organisation/api/lists.js';
import { counted, todayInDenmark } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { FollowUpActs } from '../follow-ups/acts.js';
import { useFollowUpActs } from '../follow-ups/use-follow-up-acts.js';
import { useNames } from '../names/use-names.js';
import { AS_KEPT, KeptViews } from '../views/kept-views.js';

const route = getRouteApi('/inside/follow-ups');

/** The follow-ups: which of them and in which groups stands in the address; one that is opened stands beside the list. */
export default function FollowUpsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { followUpId } = useParams({ strict: false });
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: bodies = [] } = useQuery(bodiesQuery);
  const list = useInfiniteQuery(followUpsQuery(search));
  const followUps = list.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames();
  const acts = useFollowUpActs(followUps, followUpId ?? null);
  const onSearch = (next: FollowUpSearch): void => {
    void navigate({ to: '/follow-ups', search: next });
  };
  return (
    <Page
      title={search.unit === undefined ? da.followUps.title : da.followUps.ofUnit(search.unit)}
      status={list.data === undefined ? null : <Count followUps={followUps.length} more={list.hasNextPage} />}
      actions={<FollowUpActs acts={acts} />}
    >
      <FollowUpFilters search={search} units={units} bodies={bodies} onSearch={onSearch} />
      <OwnViews search={search} />
      <div className={followUpId === undefined ? 'with-panel' : 'with-panel has-panel'}>
        <div className="panel-list">
          <Loaded what={da.followUps.these} query={list}>
            {() =>
              followUps.length === 0 ? (
                <Nothing search={search} onSearch={onSearch} />
              ) : (
                <FollowUpList
                  groups={grouped(followUps, search.group ?? 'due', names, todayInDenmark())}
                  names={names}
                  current={acts.current}
                  selected={acts.selected}
                  opened={followUpId ?? null}
                  onCurrent={acts.setCurrent}
                  onSelect={acts.toggle}
                  onAct={acts.begin}
                />
              )
            }
          </Loaded>
          {list.hasNextPage ? (
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {da.common.more}
            </Button>
          ) : null}
        </div>
        <Outlet />
      </div>
      {acts.dialog}
    </Page>
  );
}

function Count({ followUps, more }: { readonly followUps: number; readonly more: boolean }): ReactNode {
  const count = counted(followUps, da.followUps.one, da.followUps.several);
  return <span className="meta">{more ? da.followUps.atLeast(count) : count}</span>;
}

interface NothingProps {
  readonly search: FollowUpSearch;
  readonly onSearch: (search: FollowUpSearch) => void;
}

function Nothing({ search, onSearch }: NothingProps) {
  const { unit } = search;
  const onlyUnit = unit !== undefined && !isFiltered({ ...search, unit: undefined });
  if (onlyUnit) return <Empty>{da.followUps.emptyEver(unit)}</Empty>;
  if (!isFiltered(search)) return <Empty>{da.followUps.emptyAll}</Empty>;
  return (
    <Empty
      action={<Button onClick={() => onSearch(withoutFilters(search))}>{da.common.clearFilters}</Button>}
    >
      {da.followUps.emptyFiltered}
    </Empty>
  );
}

function OwnViews({ search }: { readonly search: FollowUpSearch }) {
  return (
    <KeptViews
      page="follow-ups"
      search={search}
      linkTo={(kept, name) => (
        <Link to="/follow-ups" search={readFollowUpSearch(kept)} activeOptions={AS_KEPT}>
          {name}
        </Link>
      )}
    />
  );
}
