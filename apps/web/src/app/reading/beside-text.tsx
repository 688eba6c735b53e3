import { Loaded } from '../../components/ui/loaded.js';
import { Comments } from '../../features/reading/components/comments.js';
import { Marks } from '../../features/reading/components/marks.js';
import { OwnNote } from '../../features/reading/components/own-note.js';
import { reading as text } from '../../texts/reading.js';
import { useSession } from '../session/session.js';
import { useOwnReading } from './use-own-reading.js';

interface BesideTextProps {
  readonly meetingId: string;
  readonly pointId: string;
  /** What the text beside it was made of. */
  readonly shown: unknown;
}

/** What one writes to a point while reading it; fetched after the text. */
export default function BesideText({ meetingId, pointId, shown }: BesideTextProps) {
  const own = useOwnReading(meetingId);
  const { person } = useSession();
  return (
    <>
      <Loaded what={text.note.yours} query={own} rows={2}>
        {(loaded) => (
          <>
            <OwnNote
              meetingId={meetingId}
              pointId={pointId}
              note={loaded.notes.find((note) => note.pointId === pointId)}
            />
            <Marks {...{ meetingId, pointId, shown }} own={loaded} />
          </>
        )}
      </Loaded>
      <Comments pointId={pointId} personId={person.id} />
    </>
  );
}
