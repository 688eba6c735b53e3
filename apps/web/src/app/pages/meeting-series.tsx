import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { FaultSummary } from '../../components/ui/fault-summary.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { createSeries, meetingDatesQuery, takeBackSeries } from '../../features/meetings/api/series.js';
import { SeriesDates, seriesInWords } from '../../features/meetings/components/series-dates.js';
import { SeriesForm } from '../../features/meetings/components/series-form.js';
import { newSeries, rhythmIn, seriesFaults, seriesRequest } from '../../features/meetings/series-form.js';
import type { SeriesFields } from '../../features/meetings/series-form.js';
import { bodiesQuery } from '../../features/organisation/api/lists.js';
import { namesOf } from '../../lib/form.js';
import { counted, dateInText, listed, todayInDenmark } from '../../lib/formats.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { useSession } from '../session/session.js';

const text = da.meetings.series;

/** Plans the meetings of a body from a rhythm: one form, what it gives beside it, one confirmation. */
export default function MeetingSeriesPage() {
  const session = useSession();
  const bodies = useQuery(bodiesQuery);
  const [faults, setFaults] = useState(0);
  const runs = new Set(
    session.roles.filter(({ role }) => role === 'secretariat').map(({ bodyId }) => bodyId),
  );
  return (
    <Page title={text.title} faults={faults} breadcrumb={<Link to="/meetings">{da.meetings.title}</Link>}>
      <Loaded what={da.meetings.theseBodies} query={bodies}>
        {(loaded) => {
          const own = loaded.filter(({ id }) => runs.has(id));
          return own.length === 0 ? (
            <Empty>{text.notYours}</Empty>
          ) : (
            <Series bodies={own} onFaults={setFaults} />
          );
        }}
      </Loaded>
    </Page>
  );
}

interface SeriesProps {
  readonly bodies: readonly BodyView[];
  /** Tells how many faults the form had when it was tried. */
  readonly onFaults: (count: number) => void;
}

function Series({ bodies, onFaults }: SeriesProps) {
  const today = todayInDenmark();
  const [fields, setFields] = useState(() => newSeries(bodies[0], today));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const found = useDates(fields);
  const dates = (found.data?.dates ?? [])
    .filter(({ date, taken }) => !taken && !leftOut.has(date))
    .map(({ date }) => date);
  const making = useMaking(fields, dates);
  const faults = seriesFaults(fields, today);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    onFaults(namesOf(faults).length);
    if (namesOf(faults).length === 0 && dates.length > 0 && !making.isPending) making.mutate();
  };
  const toggle = (date: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(date)) next.add(date);
    setLeftOut(next);
  };
  const count = counted(dates.length, da.meetings.one, da.meetings.several);
  return (
    <form noValidate onSubmit={submit} className="series">
      <Section title={text.when}>
        <FaultSummary faults={tries > 0 ? faults : {}} tries={tries} />
        <SeriesForm bodies={bodies} fields={fields} faults={tries > 0 ? faults : {}} onFields={setFields} />
      </Section>
      <Section title={text.preview}>
        <Refusal error={found.error} />
        {found.data === undefined ? (
          <p className="meta">{text.waiting}</p>
        ) : (
          <>
            <p role="status">{seriesInWords(dates)}</p>
            <SeriesDates found={found.data} leftOut={leftOut} onToggle={toggle} />
          </>
        )}
      </Section>
      <Refusal error={making.error} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          busy={making.isPending}
          refusal={dates.length === 0 ? text.none : null}
        >
          {making.isPending ? da.common.saving : text.make(count)}
        </Button>
      </div>
    </form>
  );
}

/** The dates that the form as it stands would give; none while it is not filled in. */
function useDates(fields: SeriesFields) {
  const rhythm = rhythmIn(fields, todayInDenmark());
  return useQuery({
    ...meetingDatesQuery(fields.body, rhythm ?? NO_RHYTHM),
    enabled: rhythm !== null && fields.body !== '',
    retry: false,
  });
}

/** Makes the meetings and shows them; one that somebody else made meanwhile shows among the dates. */
function useMaking(fields: SeriesFields, dates: readonly string[]) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => createSeries(seriesRequest(fields, dates)),
    onSuccess: async ({ id, items }) => {
      await client.invalidateQueries({ queryKey: ['meetings'] });
      const count = counted(items.length, da.meetings.one, da.meetings.several);
      tellDone({
        text: text.made(count),
        takeBack: async () => {
          const { removed, kept } = await takeBackSeries(id);
          await client.invalidateQueries({ queryKey: ['meetings'] });
          if (kept.length > 0) tellDone({ text: keptInWords(removed, kept), takeBack: null });
        },
      });
      await navigate({ to: '/meetings', search: { body: fields.body, from: dates[0] } });
    },
    onError: () => client.invalidateQueries({ queryKey: ['meetings', 'dates'] }),
  });
}

/** What came of taking a series back of which somebody had worked on some meetings. */
function keptInWords(removed: number, kept: readonly { readonly date: string }[]): string {
  const count = counted(removed, da.meetings.one, da.meetings.several);
  return text.takenBack(count, listed(kept.map(({ date }) => dateInText(date))));
}

/** Never asked for: a query must have a name before it may be asked. */
const NO_RHYTHM = { weekday: 1, everyWeeks: 1, from: '', to: '', exceptWeeks: [] };
