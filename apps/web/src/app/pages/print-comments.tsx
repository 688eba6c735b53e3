import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { meetingCommentsQuery } from '../../features/reading/api/overviews.js';
import { reading } from '../../texts/reading.js';
import { nameOfMeeting } from '../meeting/way-to-meeting.js';
import { PrintPage } from '../print/print-page.js';
import { Printable } from '../print/printable.js';
import { CommentsOverview } from '../reading/comments-overview.js';
import '../../styles/reading-notes.css';

const route = getRouteApi('/printed/print/meetings/$meetingId/comments');
const text = reading.overviews;

/** The comments to a meeting on paper. */
export default function PrintCommentsPage() {
  const { meetingId } = route.useParams();
  const comments = useQuery(meetingCommentsQuery(meetingId));
  return (
    <Printable meetingId={meetingId}>
      {(meeting) => (
        <PrintPage
          meeting={meeting}
          title={text.commentsOf(nameOfMeeting(meeting))}
          line={text.commentsOf(nameOfMeeting(meeting))}
        >
          <Loaded what={reading.comments.these} query={comments}>
            {(loaded) => <CommentsOverview meetingId={meetingId} comments={loaded} isPrinted />}
          </Loaded>
        </PrintPage>
      )}
    </Printable>
  );
}
