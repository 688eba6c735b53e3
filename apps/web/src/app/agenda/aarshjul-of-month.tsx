import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AarshjulItem } from '../../../../../libs/contracts/aarshjul.js';
import { MONTHS, partsOf } from '../../../../../libs/domain/calendar/index.js';
import { Loaded } from '../../components/ui/loaded.js';
import { aarshjulQuery } from '../../features/aarshjul/api/aarshjul.js';
import { AgendaCard } from '../../features/agenda/components/agenda-card.js';
import { useAgenda, useWork } from '../../features/agenda/work.js';
import { minutesInText } from '../../lib/formats.js';
import { panel } from '../../texts/agenda-panel.js';
import { da } from '../../texts/da.js';

const words = panel.aarshjul;

interface AarshjulOfMonthProps {
  readonly bodyId: string;
  /** The day of the meeting. */
  readonly date: string;
}

/** What the body takes up every year in the month of the meeting. */
export function AarshjulOfMonth({ bodyId, date }: AarshjulOfMonthProps) {
  const aarshjul = useQuery(aarshjulQuery(bodyId));
  const { month } = partsOf(date);
  const name = MONTHS[month - 1] ?? '';
  return (
    <section className="section">
      <h2>{words.title(name)}</h2>
      <Loaded what={words.these} query={aarshjul} rows={1}>
        {({ items }) => {
          const now = items.filter((item) => item.month === month);
          if (now.length === 0) return <p className="meta">{words.none(name)}</p>;
          return (
            <ul className="cards">
              {now.map((item, i) => (
                <Item key={`${i} ${item.title}`} item={item} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Link to="/admin/bodies" search={{ id: bodyId, part: 'aarshjul' }} className="panel-link">
        {words.edit}
      </Link>
    </section>
  );
}

function Item({ item }: { readonly item: AarshjulItem }) {
  const { editor, focus } = useWork();
  const agenda = useAgenda();
  const { title, type, minutes } = item;
  const isOn = agenda.points.some((point) => !point.withdrawn && point.title === title);
  if (isOn)
    return (
      <li className="card-row">
        <div>
          <p className="card-title">{title}</p>
          <p className="meta">{words.onAgenda}</p>
        </div>
      </li>
    );
  const place = async (position: number | null): Promise<void> => {
    const fields = { title, type, minutes, position };
    const made = await editor.add(fields, (point) => da.agenda.told.added(point));
    if (made !== null) focus(made, 'title');
  };
  return (
    <AgendaCard title={title} card={{ part: 'main', place: (position) => void place(position) }}>
      <p className="meta">
        {[da.meetings.pointType[type], minutes === null ? null : minutesInText(minutes)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </AgendaCard>
  );
}
