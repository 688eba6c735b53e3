import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { CourseEntryView } from '../../../../../../libs/contracts/course.js';
import { Chip } from '../../../components/ui/chip.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { dateInText } from '../../../lib/formats.js';
import { course as text } from '../../../texts/course.js';
import { courseQuery } from '../api/course.js';
import type { CourseOwner } from '../api/course.js';
import { kindInWords, saysMore } from '../in-words.js';

interface PlaceProps {
  /** What the page is about: nothing leads there. */
  readonly hereId: string;
  readonly isReading: boolean;
}

interface CourseEntriesProps {
  readonly owner: CourseOwner;
  readonly isReading: boolean;
}

/** What happened to a case, the first thing first. */
export default function CourseEntries({ owner, isReading }: CourseEntriesProps) {
  const course = useQuery(courseQuery(owner));
  return (
    <Loaded what={text.title} query={course} rows={3}>
      {({ entries, more }) =>
        entries.length === 0 ? (
          <p className="meta">{text.none}</p>
        ) : (
          <>
            {more ? <p className="meta">{text.more}</p> : null}
            <ol className="way">
              {entries.map((entry, i) => (
                <EntryOf key={i} entry={entry} hereId={owner.id} isReading={isReading} />
              ))}
            </ol>
          </>
        )
      }
    </Loaded>
  );
}

function EntryOf({ entry, ...place }: PlaceProps & { readonly entry: CourseEntryView }) {
  const { kind, date, bodyName, point } = entry;
  return (
    <li className={kind === 'on-agenda' ? 'stop stop-later' : 'stop stop-done'}>
      <p className="stop-title">{kindInWords(entry)}</p>
      <p className="meta">
        <time dateTime={date}>{dateInText(date)}</time> · {bodyName}
      </p>
      <p className="course-of">
        <WayThere entry={entry} {...place} />{' '}
        {point?.closed ? (
          <Chip tone="closed" icon="lock">
            {text.closed}
          </Chip>
        ) : null}
      </p>
      {saysMore(entry) ? <RichText blocks={entry.text} /> : null}
    </li>
  );
}

/** The point or the indstilling that it happened to, with the way to it. */
function WayThere({ entry, hereId, isReading }: PlaceProps & { readonly entry: CourseEntryView }) {
  const { point, indstilling } = entry;
  if (indstilling !== null)
    return indstilling.id === hereId ? (
      <Here name={indstilling.title} />
    ) : (
      <Link to="/indstillinger/$indstillingId" params={{ indstillingId: indstilling.id }}>
        {indstilling.title}
      </Link>
    );
  if (point === null) return null;
  const { id: pointId, meetingId } = point;
  const name = text.point(point.number, point.title);
  // One that left its agenda, or never was on one that was sent, is told of by the meeting.
  if (!point.onAgenda)
    return (
      <Link to="/meetings/$meetingId" params={{ meetingId }}>
        {name}
      </Link>
    );
  if (pointId === hereId) return <Here name={name} />;
  return (
    <Link
      to={isReading ? '/meetings/$meetingId/read/$pointId' : '/meetings/$meetingId/points/$pointId'}
      params={{ meetingId, pointId }}
    >
      {name}
    </Link>
  );
}

function Here({ name }: { readonly name: string }) {
  return (
    <>
      {name} <span className="meta">({text.here})</span>
    </>
  );
}
