import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { ownNotesQuery } from '../../features/reading/api/overviews.js';
import { reading } from '../../texts/reading.js';
import { nameOfMeeting } from '../meeting/way-to-meeting.js';
import { PrintPage } from '../print/print-page.js';
import { Printable } from '../print/printable.js';
import { NotesOverview } from '../reading/notes-overview.js';
import '../../styles/reading-notes.css';

const route = getRouteApi('/printed/print/meetings/$meetingId/notes');
const text = reading.overviews;

/** One's own notes to a meeting on paper. */
export default function PrintNotesPage() {
  const { meetingId } = route.useParams();
  const notes = useQuery(ownNotesQuery(meetingId));
  return (
    <Printable meetingId={meetingId}>
      {(meeting) => (
        <PrintPage
          meeting={meeting}
          title={text.notesOf(nameOfMeeting(meeting))}
          line={text.notesOf(nameOfMeeting(meeting))}
        >
          <Loaded what={reading.note.yours} query={notes}>
            {(loaded) => <NotesOverview meetingId={meetingId} notes={loaded} isPrinted />}
          </Loaded>
        </PrintPage>
      )}
    </Printable>
  );
}
