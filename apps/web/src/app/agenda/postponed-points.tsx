import { useQuery } from '@tanstack/react-query';
import type { PostponedPointView } from '../../../../../libs/contracts/postponed-points.js';
import { agendaIsOut } from '../../../../../libs/domain/meeting/index.js';
import { Chip } from '../../components/ui/chip.js';
import { Loaded } from '../../components/ui/loaded.js';
import { postponedQuery, takeOn } from '../../features/agenda/api/postponed.js';
import { AgendaCard } from '../../features/agenda/components/agenda-card.js';
import { useWork } from '../../features/agenda/work.js';
import { dateInText, minutesInText } from '../../lib/formats.js';
import { panel } from '../../texts/agenda-panel.js';
import { da } from '../../texts/da.js';

const words = panel.postponed;

/** The points that the body has put off, and that go on nowhere yet. */
export function PostponedPoints({ meetingId }: { readonly meetingId: string }) {
  const postponed = useQuery(postponedQuery(meetingId));
  return (
    <section className="section">
      <h2>{words.title}</h2>
      <Loaded what={words.these} query={postponed} rows={1}>
        {(points) =>
          points.length === 0 ? (
            <p className="meta">{words.none}</p>
          ) : (
            <ul className="cards">
              {points.map((point) => (
                <Postponed key={point.id} point={point} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Postponed({ point }: { readonly point: PostponedPointView }) {
  const { editor, focus, state, separate } = useWork();
  const { id, title, minutes, why, meetingDate, isForThis, attachments } = point;
  const isClosed = point.effectiveVisibility === 'closed';
  const date = dateInText(meetingDate);
  const place = async (position: number | null): Promise<void> => {
    const late = agendaIsOut(state) ? { lateReason: words.lateReason(date) } : {};
    const made = await editor.addMade(
      () => takeOn(editor.meetingId, { pointId: id, position, ...late }),
      (made) => da.agenda.told.added(made),
    );
    if (made !== null) focus(made, 'title');
  };
  return (
    <AgendaCard
      title={title}
      card={{ part: isClosed && separate ? 'closed' : 'main', place: (position) => void place(position) }}
    >
      <p className="meta">
        {[words.from(why, date), minutes === null ? null : minutesInText(minutes)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {attachments === 0 ? null : <p className="meta">{words.attachments(attachments)}</p>}
      {isForThis || isClosed ? (
        <p className="chips">
          {isForThis ? <Chip tone="brand">{words.toThis}</Chip> : null}
          {isClosed ? (
            <Chip tone="closed" icon="lock">
              {da.meetings.meeting.closedPoint}
            </Chip>
          ) : null}
        </p>
      ) : null}
    </AgendaCard>
  );
}
