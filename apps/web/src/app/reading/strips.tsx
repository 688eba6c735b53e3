import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { agendaIsOut } from '../../../../../libs/domain/meeting/index.js';
import { Button } from '../../components/ui/button.js';
import { agendaQuery, agendaVersionsQuery } from '../../features/meetings/api/meetings.js';
import { reading as text } from '../../texts/reading.js';

/** How often it is asked whether another version was sent, in milliseconds. */
const LOOK_MS = 30_000;

/** What a reader is to know of the agenda as a whole: that it is not sent yet, or that it is another one now. */
export function Strips({ meeting }: { readonly meeting: MeetingView }) {
  if (meeting.state === 'planned' || meeting.state === 'drafting')
    return (
      <div className="panel panel-warn reading-strip">
        <p>
          <strong>{text.review}</strong>{' '}
          {meeting.abilities.run === true ? null : (
            <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
              {text.reviewLink}
            </Link>
          )}
        </p>
      </div>
    );
  return agendaIsOut(meeting.state) ? <NewerVersion meetingId={meeting.id} /> : null;
}

/** Says that another version was sent while this one was read, which stands here from then on. */
function NewerVersion({ meetingId }: { readonly meetingId: string }) {
  const newer = useNewerVersion(meetingId);
  return (
    <div role="status">
      {newer === null ? null : (
        <div className="panel panel-info reading-strip">
          <p>
            <strong>{text.newer}</strong>{' '}
            <Link
              to="/meetings/$meetingId/changes"
              params={{ meetingId }}
              search={{ from: String(newer.from), to: String(newer.to) }}
            >
              {text.showChanges}
            </Link>
          </p>
          <Button look="quiet" onClick={newer.hide}>
            {text.hide}
          </Button>
        </div>
      )}
    </div>
  );
}

interface Newer {
  readonly from: number;
  readonly to: number;
  /** It is known; a version after it is told of again. */
  readonly hide: () => void;
}

function useNewerVersion(meetingId: string): Newer | null {
  const client = useQueryClient();
  const { data } = useQuery({
    ...agendaVersionsQuery(meetingId),
    staleTime: 0,
    refetchInterval: LOOK_MS,
  });
  const newest = data === undefined ? 0 : Math.max(0, ...data.items.map(({ number }) => number));
  const [known, setKnown] = useState(0);
  if (known === 0 && newest > 0) setKnown(newest);
  const isNewer = known > 0 && newest > known;
  useEffect(() => {
    if (!isNewer) return;
    void client.invalidateQueries({ queryKey: agendaQuery(meetingId).queryKey });
    void client.invalidateQueries({ queryKey: ['sendings', 'changes', meetingId] });
  }, [client, isNewer, meetingId, newest]);
  return isNewer ? { from: known, to: newest, hide: () => setKnown(newest) } : null;
}
