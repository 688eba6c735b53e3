import type { MeetingCommentsView } from '../../../../../libs/contracts/reading.js';
import { Empty } from '../../components/ui/empty.js';
import { sharedWith } from '../../features/reading/shared-with.js';
import { momentInText } from '../../lib/formats.js';
import { reading } from '../../texts/reading.js';
import { PointHeading } from './point-heading.js';

interface CommentsOverviewProps {
  readonly meetingId: string;
  readonly comments: MeetingCommentsView;
  readonly isPrinted?: boolean;
}

/** The comments to all points of a meeting that one may read. */
export function CommentsOverview({ meetingId, comments, isPrinted = false }: CommentsOverviewProps) {
  if (comments.points.length === 0) return <Empty>{reading.overviews.noComments}</Empty>;
  return (
    <div className="reading-overview">
      {comments.points.map((point) => (
        <section key={point.pointId}>
          <PointHeading {...{ meetingId, point, isPrinted }} />
          {point.comments.map((comment) => (
            <div key={comment.id} className="comment">
              <p>
                <strong>{comment.author.name}</strong>{' '}
                <span className="meta">
                  {[momentInText(comment.createdAt), sharedWith(comment)].join(' · ')}
                </span>
              </p>
              <p className="comment-text">{comment.text}</p>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
