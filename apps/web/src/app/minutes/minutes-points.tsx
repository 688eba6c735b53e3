import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';
import { Empty } from '../../components/ui/empty.js';
import { OtherTab } from '../../components/ui/other-tab.js';
import { followUpsOfMeetingQuery } from '../../features/follow-ups/api/of-meeting.js';
import { ReadPoint } from '../../features/minutes/components/read-point.js';
import { UnsavedNotice } from '../../features/minutes/components/unsaved-notice.js';
import type { MinutesPoint } from '../../features/minutes/points.js';
import { useUnsaved } from '../../features/minutes/use-decision-saves.js';
import type { DecisionSaves } from '../../features/minutes/use-decision-saves.js';
import { useTabLock } from '../../lib/use-tab-lock.js';
import { da } from '../../texts/da.js';
import { BegunDialog } from '../follow-ups/use-follow-up-acts.js';
import { useNames } from '../names/use-names.js';
import { PointFollowUps } from './point-follow-ups.js';
import type { BeginDialog } from './point-follow-ups.js';
import { useTargets } from './use-targets.js';

/** Fetched by those who write: who reads needs none of it. */
const WritePoint = lazy(() => import('../../features/minutes/components/write-point.js'));

interface MinutesPointsProps {
  readonly meeting: MeetingView;
  readonly minutes: MinutesView;
  readonly points: readonly MinutesPoint[];
  readonly saves: DecisionSaves;
  /** Nothing can be written: one sees what somebody else sees. */
  readonly frozen: boolean;
}

/** The points in the order of the agenda, each with what is followed up from it. */
export function MinutesPoints({ meeting, minutes, points, saves, frozen }: MinutesPointsProps) {
  const { data: found } = useQuery(followUpsOfMeetingQuery(meeting.id));
  const names = useNames();
  const { options, targets } = useTargets(meeting);
  const [begun, setBegun] = useState<Begun | null>(null);
  const begin: BeginDialog = (act, followUp) => setBegun({ act, followUps: [followUp] });
  const followUps = found ?? [];
  const tab = useTabLock(`minutes.${meeting.id}`);
  const written = frozen ? [] : points.filter((point) => isWritten(minutes, meeting, point));
  if (points.length === 0) return <Empty>{da.meetings.meeting.noAgenda}</Empty>;
  return (
    <div className="minutes">
      <h2 className="visually-hidden">{da.minutes.pointsTitle}</h2>
      {tab.isMine || written.length === 0 ? null : <OtherTab onTakeOver={tab.takeOver} />}
      {points.map((point) => {
        const own = (
          <PointFollowUps
            followUps={followUps.filter(({ pointId }) => pointId === point.id)}
            names={names}
            onBegin={begin}
          />
        );
        return tab.isMine && written.includes(point) ? (
          <Suspense key={point.id} fallback={<ReadPoint point={point}>{own}</ReadPoint>}>
            <WritePoint {...{ point, saves, options, targets }}>{own}</WritePoint>
          </Suspense>
        ) : (
          <ReadPoint key={point.id} point={point}>
            <LeftUnsaved {...{ point, saves, options }} />
            {own}
          </ReadPoint>
        );
      })}
      <PointFollowUps
        title={da.minutes.followUps.ofMeeting}
        followUps={followUps.filter(({ pointId }) => pointId === null)}
        names={names}
        onBegin={begin}
      />
      {begun === null ? null : <BegunDialog begun={begun} onClose={() => setBegun(null)} />}
    </div>
  );
}

interface Begun {
  readonly act: 'responsible' | 'due';
  readonly followUps: readonly FollowUpView[];
}

/** Decisions are written from the start of the meeting until its minutes are approved; a parent is decided by its sub-points. */
function isWritten(minutes: MinutesView, meeting: MeetingView, point: MinutesPoint): boolean {
  const isOpen = minutes.state === 'draft' || minutes.state === 'in-review';
  const hasBegun = meeting.state === 'in-session' || meeting.state === 'held';
  const isParentOnly = point.isParent && point.decision === null;
  return isOpen && hasBegun && minutes.abilities.correct === true && !point.withdrawn && !isParentOnly;
}

/** What was typed before writing ended: refused now, and still to be read. */
function LeftUnsaved(
  props: Pick<Parameters<typeof UnsavedNotice>[0], 'saves' | 'options'> & { point: MinutesPoint },
) {
  const { point, saves, options } = props;
  const unsaved = useUnsaved(saves, point.id);
  return <UnsavedNotice pointId={point.id} unsaved={unsaved} saves={saves} options={options} />;
}
