import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { Button } from '../../components/ui/button.js';
import { Filter, FilterBar } from '../../components/ui/filter-bar.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import type { AarshjulSearch } from '../../features/aarshjul/search.js';
import { monthsOfYear } from '../../features/aarshjul/year.js';
import { meetingsQuery } from '../../features/meetings/api/meetings.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { todayInDenmark } from '../../lib/formats.js';
import { aarshjul as text } from '../../texts/aarshjul.js';
import { da } from '../../texts/da.js';
import { useThemes } from '../aarshjul/use-themes.js';
import { Year } from '../aarshjul/year.js';
import '../../styles/aarshjul.css';

const route = getRouteApi('/inside/aarshjul');

/** A year month by month: what the bodies take up in it every year, and their meetings. */
export default function AarshjulPage() {
  const search = route.useSearch();
  const today = todayInDenmark();
  const year = search.year ?? today.slice(0, 4);
  const { bodies, themes, query } = useThemes(search.body);
  const meetings = useQuery(
    meetingsQuery({ bodyId: search.body, from: `${year}-01-01`, to: `${year}-12-31` }),
  );
  return (
    <Page title={text.of(year)} actions={<Button onClick={() => window.print()}>{da.common.print}</Button>}>
      <p className="meta year-intro">{query === null ? text.introReader : text.intro}</p>
      <Years search={search} year={Number(year)} />
      <Loaded what={da.meetings.these} query={meetings}>
        {(loaded) =>
          query === null ? (
            <Year months={monthsOfYear(year, [], loaded, today)} withThemes={false} />
          ) : (
            <Loaded<unknown> what={text.these} query={query}>
              {() => (
                <>
                  {themes.length === 0 ? <p>{text.empty}</p> : null}
                  <EditLinks bodies={bodies} />
                  <Year months={monthsOfYear(year, themes, loaded, today)} withThemes />
                </>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Which year, and which body's. */
function Years({ search, year }: { readonly search: AarshjulSearch; readonly year: number }) {
  const navigate = useNavigate();
  const { data: bodies = [] } = useQuery(bodiesQuery);
  const to = '/aarshjul';
  const all = { value: '', text: da.common.all };
  return (
    <FilterBar label={text.filters}>
      <Filter
        label={text.body}
        value={search.body ?? ''}
        choices={[all, ...bodies.map(({ id, name }) => ({ value: id, text: name }))]}
        onChoose={(chosen) =>
          void navigate({ to, search: { ...search, body: chosen === '' ? undefined : chosen } })
        }
      />
      <Link className="button" to={to} search={{ ...search, year: String(year - 1) }}>
        {text.previous}
      </Link>
      <Link className="button" to={to} search={{ ...search, year: String(year + 1) }}>
        {text.next}
      </Link>
      <Link className="button" to={to} search={{ ...search, year: undefined }}>
        {text.thisYear}
      </Link>
    </FilterBar>
  );
}

function EditLinks({ bodies }: { readonly bodies: readonly BodyView[] }) {
  return (
    <ul className="plain year-edit">
      {bodies.map(({ id, name }) => (
        <li key={id}>
          <Link to="/admin/bodies" search={{ id, part: 'aarshjul' }}>
            {text.edit(name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
