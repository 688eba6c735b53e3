import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { ownNotesQuery } from '../../features/reading/api/overviews.js';
import { da } from '../../texts/da.js';
import { reading } from '../../texts/reading.js';
import { MeetingPage } from '../meeting/meeting-page.js';
import { NotesOverview } from '../reading/notes-overview.js';
import '../../styles/reading-notes.css';

const route = getRouteApi('/inside/meetings/$meetingId/notes');
const text = reading.overviews;

/** All of one's own notes to a meeting. */
export default function MeetingNotesPage() {
  const { meetingId } = route.useParams();
  const notes = useQuery(ownNotesQuery(meetingId));
  return (
    <MeetingPage key={meetingId} meetingId={meetingId} title={text.notes}>
      {() => (
        <>
          <p className="meta">{text.notesHint}</p>
          <p>
            <Link className="button" to="/print/meetings/$meetingId/notes" params={{ meetingId }}>
              {da.common.print}
            </Link>
          </p>
          <Loaded what={reading.note.yours} query={notes}>
            {(loaded) => <NotesOverview meetingId={meetingId} notes={loaded} />}
          </Loaded>
        </>
      )}
    </MeetingPage>
  );
}
