import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import type { IndstillingSummary } from '../../../../../libs/contracts/indstillinger.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Loading } from '../../components/ui/loading.js';
import { aarshjulQuery } from '../../features/aarshjul/api/aarshjul.js';
import { postponedQuery } from '../../features/agenda/api/postponed.js';
import { AgendaCard } from '../../features/agenda/components/agenda-card.js';
import { useAgenda, useWork } from '../../features/agenda/work.js';
import { followUpsQuery } from '../../features/follow-ups/api/list.js';
import { Due } from '../../features/follow-ups/components/due.js';
import { indstillingerQuery } from '../../features/indstillinger/api/indstillinger.js';
import { capitalised, minutesInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { AarshjulOfMonth } from './aarshjul-of-month.js';
import { PostponedPoints } from './postponed-points.js';

const { ready, openFollowUps } = da.agenda;

/** What waits for a place on the agenda, and what the body is still to do. It is not drawn again when points move. */
export const SidePanel = memo(Beside);

function Beside({ meeting }: { readonly meeting: MeetingView }) {
  const { id, bodyId, date } = meeting;
  const isAwaited = useIsAwaited(meeting);
  if (isAwaited) return <Awaited />;
  return (
    <aside aria-label={da.agenda.beside}>
      <FreshWhenPointsComeOrGo meetingId={id} />
      <ReadyForAgenda meetingId={id} bodyId={bodyId} />
      <PostponedPoints meetingId={id} />
      <AarshjulOfMonth bodyId={bodyId} date={date} />
      <OpenFollowUps bodyId={bodyId} />
    </aside>
  );
}

/** Nothing of the panel moves when the rest of it comes: all of it comes at once. */
function Awaited() {
  return (
    <aside aria-label={da.agenda.beside}>
      <Loading />
    </aside>
  );
}

function useIsAwaited({ id, bodyId }: MeetingView): boolean {
  const awaited = [
    useQuery(indstillingerQuery({ view: 'ready' })).isPending,
    useQuery(postponedQuery(id)).isPending,
    useQuery(aarshjulQuery(bodyId)).isPending,
    useInfiniteQuery(followUpsQuery({ body: bodyId, status: 'open' })).isPending,
  ];
  return awaited.includes(true);
}

/** What is laid on the agenda, or taken off it, by whatever act and whoever, leaves or joins those that wait. */
function FreshWhenPointsComeOrGo({ meetingId }: { readonly meetingId: string }) {
  const client = useQueryClient();
  const on = useAgenda()
    .points.filter(({ withdrawn }) => !withdrawn)
    .map(({ id }) => id)
    .sort()
    .join();
  const before = useRef(on);
  useEffect(() => {
    if (before.current === on) return;
    before.current = on;
    for (const queryKey of [['indstillinger'], postponedQuery(meetingId).queryKey])
      void client.invalidateQueries({ queryKey });
  }, [client, meetingId, on]);
  return null;
}

interface ReadyProps {
  readonly meetingId: string;
  readonly bodyId: string;
}

/** The approved indstillinger of the body that stand on no agenda yet, but for those that wait with a point put off. */
function ReadyForAgenda({ meetingId, bodyId }: ReadyProps) {
  const indstillinger = useQuery(indstillingerQuery({ view: 'ready' }));
  const { data: postponed = [] } = useQuery(postponedQuery(meetingId));
  const elsewhere = new Set(postponed.map(({ indstillingId }) => indstillingId));
  return (
    <section className="section">
      <h2>{ready.title}</h2>
      <Loaded what={ready.these} query={indstillinger} rows={2}>
        {(loaded) => {
          const waiting = loaded.filter((one) => one.bodyId === bodyId && !elsewhere.has(one.id));
          if (waiting.length === 0) return <p className="meta">{ready.none}</p>;
          return (
            <ul className="cards">
              {waiting.map((one) => (
                <Waiting key={one.id} indstilling={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}

function Waiting({ indstilling }: { readonly indstilling: IndstillingSummary }) {
  const { editor, focus } = useWork();
  const { id, title, minutes } = indstilling;
  const place = async (position: number | null): Promise<void> => {
    // What kind of point it makes, the api reads from what it proposes.
    const fields = { title, minutes, indstillingId: id, position };
    const made = await editor.add(fields, (point) => da.agenda.told.added(point));
    if (made !== null) focus(made, 'title');
  };
  return (
    <AgendaCard title={title} card={{ part: 'main', place: (position) => void place(position) }}>
      {minutes === null ? null : <p className="meta">{minutesInText(minutes)}</p>}
    </AgendaCard>
  );
}

/** How many open follow-ups stand beside the agenda; the rest are a press away. */
const SHOWN = 5;

/** The open follow-ups of the body, the next due first. */
function OpenFollowUps({ bodyId }: { readonly bodyId: string }) {
  const followUps = useInfiniteQuery(followUpsQuery({ body: bodyId, status: 'open' }));
  const found = followUps.data?.pages[0]?.items ?? [];
  return (
    <section className="section">
      <h2>{openFollowUps.title}</h2>
      {found.length === 0 ? (
        <p className="meta">{openFollowUps.none}</p>
      ) : (
        <ul className="plain">
          {found.slice(0, SHOWN).map((followUp) => (
            <li key={followUp.id} className="open-follow-up">
              <Link to="/follow-ups/$followUpId" params={{ followUpId: followUp.id }}>
                {capitalised(followUp.action)}
              </Link>
              <Due followUp={followUp} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
