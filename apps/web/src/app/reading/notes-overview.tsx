import type { OwnNotesView } from '../../../../../libs/contracts/reading.js';
import { Empty } from '../../components/ui/empty.js';
import { quoted } from '../../texts/quoted.js';
import { reading } from '../../texts/reading.js';
import { PointHeading } from './point-heading.js';

const text = reading.overviews;

interface NotesOverviewProps {
  readonly meetingId: string;
  readonly notes: OwnNotesView;
  readonly isPrinted?: boolean;
}

/** Everything that one has written to the points of a meeting for oneself, and what fits no point any more. */
export function NotesOverview({ meetingId, notes, isPrinted = false }: NotesOverviewProps) {
  const { points, kept, fallen } = notes;
  if (points.length + kept.length + fallen.length === 0) return <Empty>{text.noNotes}</Empty>;
  return (
    <div className="reading-overview">
      {points.map((point) => (
        <section key={point.pointId}>
          <PointHeading {...{ meetingId, point, isPrinted }} />
          {point.note === null || point.note.text === '' ? null : (
            <p className="comment-text">{point.note.text}</p>
          )}
          {point.highlights.map(({ id, quote, note }) => (
            <Marked key={id} quote={quote} note={note} />
          ))}
        </section>
      ))}
      {kept.length + fallen.length === 0 ? null : (
        <section>
          <h2>{text.left}</h2>
          {kept.map((note) => (
            <div key={note.pointId} className="left-note">
              <p className="meta">{whereOf(note)}</p>
              <p className="comment-text">{note.text}</p>
            </div>
          ))}
          {fallen.map((mark) => (
            <div key={mark.id} className="left-note">
              <p className="meta">{whereOf(mark)}</p>
              <Marked quote={mark.quote} note={mark.note} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

/** The point that something was written to, as far as one may still know it, and why it stands here. */
function whereOf({ title, why }: OwnNotesView['kept'][number] | OwnNotesView['fallen'][number]): string {
  return title === null ? text.unknownPoint : `${title}: ${text.why[why]}`;
}

function Marked({ quote, note }: { readonly quote: string | null; readonly note: string | null }) {
  return (
    <div className="mark">
      {quote === null ? null : <blockquote>{quoted(quote)}</blockquote>}
      {note === null ? null : <p className="mark-note">{note}</p>}
    </div>
  );
}
