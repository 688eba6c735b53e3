import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../components/ui/icon.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Panel } from '../../components/ui/problem-panel.js';
import { followUpQuery } from '../../features/follow-ups/api/list.js';
import { Detail } from '../../features/follow-ups/components/detail.js';
import type { FollowUpAct } from '../../features/follow-ups/list-keys.js';
import { statusOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';
import { BegunDialog } from '../follow-ups/use-follow-up-acts.js';
import { useNames } from '../names/use-names.js';

const route = getRouteApi('/inside/follow-ups/$followUpId');

/** One follow-up beside the list; its heading takes the focus when it is opened. */
export default function FollowUpPanel() {
  const { followUpId } = route.useParams();
  const followUp = useQuery(followUpQuery(followUpId));
  const names = useNames();
  const [act, setAct] = useState<Exclude<FollowUpAct, 'open'> | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [followUpId]);
  return (
    <aside className="side-panel" aria-label={da.followUps.detail.label}>
      <div className="side-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {da.followUps.detail.title}
        </h2>
        <Link to="/follow-ups" search={(now) => now} className="button button-quiet">
          <Icon name="cross" />
          <span className="visually-hidden">{da.followUps.detail.close}</span>
        </Link>
      </div>
      {statusOf(followUp.error) === 404 ? (
        <Panel tone="info">
          <p>{da.problems.byCode['not-found']}</p>
        </Panel>
      ) : (
        <Loaded what={da.followUps.detail.title} query={followUp} rows={4}>
          {(loaded) => (
            <>
              <Detail
                followUp={loaded}
                names={names}
                meeting={<MeetingLink meetingId={loaded.meetingId} name={names.meeting(loaded.meetingId)} />}
                onAct={setAct}
              />
              {act === null ? null : (
                <BegunDialog begun={{ act, followUps: [loaded] }} onClose={() => setAct(null)} />
              )}
            </>
          )}
        </Loaded>
      )}
    </aside>
  );
}

function MeetingLink({
  meetingId,
  name,
}: {
  readonly meetingId: string | null;
  readonly name: string | null;
}) {
  if (meetingId === null || name === null) return da.followUps.groups.withoutMeeting;
  return (
    <Link to="/meetings/$meetingId" params={{ meetingId }}>
      {name}
    </Link>
  );
}
