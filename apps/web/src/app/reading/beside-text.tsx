import { Loaded } from '../../components/ui/loaded.js';
import { OwnNote } from '../../features/reading/components/own-note.js';
import { reading as text } from '../../texts/reading.js';
import { useOwnReading } from './use-own-reading.js';

interface BesideTextProps {
  readonly meetingId: string;
  readonly pointId: string;
}

/** What one writes to a point while reading it; fetched after the text. */
export default function BesideText({ meetingId, pointId }: BesideTextProps) {
  const own = useOwnReading(meetingId);
  return (
    <Loaded what={text.note.yours} query={own} rows={2}>
      {({ notes }) => (
        <OwnNote
          meetingId={meetingId}
          pointId={pointId}
          note={notes.find((note) => note.pointId === pointId)}
        />
      )}
    </Loaded>
  );
}
