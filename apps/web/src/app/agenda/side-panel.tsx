import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IndstillingSummary } from '../../../../../libs/contracts/indstillinger.js';
import { landingPosition } from '../../../../../libs/domain/agenda/index.js';
import { Button } from '../../components/ui/button.js';
import { Loaded } from '../../components/ui/loaded.js';
import { spoken } from '../../features/agenda/editor.js';
import { takes, useWork } from '../../features/agenda/work.js';
import { followUpsQuery } from '../../features/follow-ups/api/list.js';
import { Due } from '../../features/follow-ups/components/due.js';
import { indstillingerQuery } from '../../features/indstillinger/api/indstillinger.js';
import { capitalised, minutesInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

const { ready, openFollowUps } = da.agenda;

/** The approved indstillinger of the body that stand on no agenda yet. */
export function ReadyForAgenda({ bodyId }: { readonly bodyId: string }) {
  const indstillinger = useQuery(indstillingerQuery({ state: 'approved' }));
  return (
    <section className="section">
      <h2>{ready.title}</h2>
      <Loaded what={ready.these} query={indstillinger} rows={2}>
        {(loaded) => {
          const waiting = loaded.filter((one) => one.bodyId === bodyId);
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
  const client = useQueryClient();
  const work = useWork();
  const { id, title, minutes } = indstilling;
  const place = async (): Promise<void> => {
    const points = work.agenda.points.map((point) => ({
      ...point,
      state: point.withdrawn ? ('withdrawn' as const) : ('active' as const),
    }));
    const fields = { title, type: 'decision', minutes, indstillingId: id, position: landingPosition(points) };
    const made = await work.editor.add(fields, (point) => da.agenda.told.added(spoken(point)));
    await client.invalidateQueries({ queryKey: ['indstillinger'] });
    if (made !== null) work.focus(made, 'title');
  };
  return (
    <li className="card-row">
      <div>
        <p className="card-title">{title}</p>
        {minutes === null ? null : <p className="meta">{minutesInText(minutes)}</p>}
      </div>
      <Button
        aria-label={ready.placeOf(title)}
        refusal={takes(work, 'add-point') ? null : da.problems.unknown}
        onClick={() => void place()}
      >
        {ready.place}
      </Button>
    </li>
  );
}

/** How many open follow-ups stand beside the agenda; the rest are a press away. */
const SHOWN = 5;

/** The open follow-ups of the body, the next due first. */
export function OpenFollowUps({ bodyId }: { readonly bodyId: string }) {
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
