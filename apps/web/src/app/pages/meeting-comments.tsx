import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/ui/loaded.js';
import { meetingCommentsQuery } from '../../features/reading/api/overviews.js';
import { da } from '../../texts/da.js';
import { reading } from '../../texts/reading.js';
import { MeetingPage } from '../meeting/meeting-page.js';
import { CommentsOverview } from '../reading/comments-overview.js';
import '../../styles/reading-notes.css';

const route = getRouteApi('/inside/meetings/$meetingId/comments');
const text = reading.overviews;

/** All comments to a meeting that one shares with others. */
export default function MeetingCommentsPage() {
  const { meetingId } = route.useParams();
  const comments = useQuery(meetingCommentsQuery(meetingId));
  return (
    <MeetingPage key={meetingId} meetingId={meetingId} title={text.comments}>
      {() => (
        <>
          <p className="meta">{text.commentsHint}</p>
          <p>
            <Link className="button" to="/print/meetings/$meetingId/comments" params={{ meetingId }}>
              {da.common.print}
            </Link>
          </p>
          <Loaded what={reading.comments.these} query={comments}>
            {(loaded) => <CommentsOverview meetingId={meetingId} comments={loaded} />}
          </Loaded>
        </>
      )}
    </MeetingPage>
  );
}
