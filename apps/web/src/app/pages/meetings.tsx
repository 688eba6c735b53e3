import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ListedMeetingView } from '../../../../../libs/contracts/meetings.js';
import { Button } from '../../components/ui/button.js';
import { DateBox } from '../../components/ui/date-box.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Loading } from '../../components/ui/loading.js';
import { Page } from '../../components/ui/page.js';
import type { Theme } from '../../features/aarshjul/year.js';
import { meetingsQuery } from '../../features/meetings/api/meetings.js';
import { monthInWords } from '../../features/meetings/by-month.js';
import { MeetingFilters } from '../../features/meetings/components/filters.js';
import { MeetingCalendar } from '../../features/meetings/components/meeting-calendar.js';
import { MeetingList } from '../../features/meetings/components/meeting-list.js';
import { gridBoundsOf, monthAfter, monthBefore, monthOfDate } from '../../features/meetings/month-grid.js';
import { readMeetingSearch } from '../../features/meetings/search.js';
import type { MeetingSearch } from '../../features/meetings/search.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { todayInDenmark } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { useThemes } from '../aarshjul/use-themes.js';
import { ChosenMeetings } from '../meeting/chosen-meetings.js';
import { hasRole, useSession } from '../session/session.js';
import { AS_KEPT, KeptViews } from '../views/kept-views.js';

const route = getRouteApi('/inside/meetings');

/** The meetings as a list from a day on, or as the calendar of a month. */
export default function MeetingsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: bodies = [] } = useQuery(bodiesQuery);
  const onSearch = (next: MeetingSearch): void => {
    void navigate({ to: '/meetings', search: next });
  };
  const isCalendar = search.view === 'calendar';
  const month = search.month ?? monthOfDate(todayInDenmark());
  const from = search.from ?? `${monthOfDate(todayInDenmark())}-01`;
  const days = isCalendar ? gridBoundsOf(month) : { first: from, last: undefined };
  const meetings = useQuery(
    meetingsQuery({ bodyId: search.body, state: search.state, from: days.first, to: days.last }),
  );
  const { themes, isWaiting } = useThemes(search.body);
  // A theme has no state to be found by.
  const listed = search.state === undefined ? themes : [];
  return (
    <Page title={da.meetings.title} actions={<Actions search={search} />}>
      <MeetingFilters
        search={search}
        bodies={bodies}
        onSearch={onSearch}
        days={
          isCalendar ? null : (
            <DateBox
              key={from}
              label={da.meetings.filters.from}
              date={from}
              onDate={(day) => onSearch({ ...search, from: day })}
            />
          )
        }
      />
      <KeptViews
        page="meetings"
        search={search}
        linkTo={(kept, name) => (
          <Link to="/meetings" search={readMeetingSearch(kept)} activeOptions={AS_KEPT}>
            {name}
          </Link>
        )}
      />
      {isCalendar ? <Months search={search} month={month} /> : null}
      <Loaded what={da.meetings.these} query={meetings}>
        {(loaded) => {
          // Rows that came later would push away what somebody is about to press.
          if (isWaiting) return <Loading />;
          if (isCalendar) return <MeetingCalendar month={month} meetings={loaded} themes={listed} />;
          if (loaded.length > 0) return <Listed meetings={loaded} themes={listed} />;
          const filtered = search.body !== undefined || search.state !== undefined;
          return <Empty>{filtered ? da.meetings.emptyFiltered : da.meetings.empty}</Empty>;
        }}
      </Loaded>
    </Page>
  );
}

/** The button that begins the choosing; it has the focus again when what was chosen is done. */
const CHOOSE = 'choose-meetings';

interface ListedProps {
  readonly meetings: readonly ListedMeetingView[];
  readonly themes: readonly Theme[];
}

/** The list, and the meetings of it that are chosen to do one thing to all of them. */
function Listed({ meetings, themes }: ListedProps) {
  const [ids, choose] = useState<ReadonlySet<string> | null>(null);
  const { start, stop } = da.meetings.choose;
  const begin = (
    <Button id={CHOOSE} onClick={() => choose(ids === null ? new Set() : null)}>
      {ids === null ? start : stop}
    </Button>
  );
  if (ids === null)
    return (
      <>
        {begin}
        <MeetingList meetings={meetings} choice={null} themes={themes} />
      </>
    );
  const toggle = (id: string): void => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <>
      {begin}
      <ChosenMeetings
        chosen={meetings.filter(({ id }) => ids.has(id))}
        onDone={() => {
          choose(null);
          document.getElementById(CHOOSE)?.focus();
        }}
      />
      <MeetingList meetings={meetings} choice={{ chosen: ids, onToggle: toggle }} themes={themes} />
    </>
  );
}

function Actions({ search }: { readonly search: MeetingSearch }) {
  return (
    <>
      <Views search={search} />
      {hasRole(useSession(), 'secretariat') ? (
        <>
          <Link className="button" to="/meetings/series">
            {da.meetings.series.title}
          </Link>
          <Link className="button button-primary" to="/meetings/new">
            {da.meetings.new.title}
          </Link>
        </>
      ) : null}
    </>
  );
}

function Views({ search }: { readonly search: MeetingSearch }) {
  const { views } = da.meetings;
  // The same address but for its view: only the one that is shown is the current one.
  const activeOptions = { exact: true, includeSearch: true };
  return (
    <nav aria-label={views.label} className="views">
      <Link to="/meetings" search={{ ...search, view: undefined }} activeOptions={activeOptions}>
        {views.list}
      </Link>
      <Link to="/meetings" search={{ ...search, view: 'calendar' }} activeOptions={activeOptions}>
        {views.calendar}
      </Link>
    </nav>
  );
}

function Months({ search, month }: { readonly search: MeetingSearch; readonly month: string }) {
  return (
    <div className="months">
      <h2>{monthInWords(month)}</h2>
      <Link className="button" to="/meetings" search={{ ...search, month: monthBefore(month) }}>
        {da.meetings.previousMonth}
      </Link>
      <Link className="button" to="/meetings" search={{ ...search, month: monthAfter(month) }}>
        {da.meetings.nextMonth}
      </Link>
      <Link className="button" to="/meetings" search={{ ...search, month: undefined }}>
        {da.meetings.today}
      </Link>
    </div>
  );
}
