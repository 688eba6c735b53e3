import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';
import { isDecided } from '../../features/minutes/points.js';
import type { MinutesPoint } from '../../features/minutes/points.js';
import { counted, listed } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

interface MinutesStatusProps {
  readonly minutes: MinutesView;
  readonly meeting: MeetingView;
  readonly points: readonly MinutesPoint[];
}

/** What is missing, how one writes, who sent regrets; why nothing can be written where that is so. */
export function MinutesStatus({ minutes, meeting, points }: MinutesStatusProps) {
  const { state, abilities } = minutes;
  const isWriter = abilities.correct === true;
  const missing = points.filter((point) => !isDecided(point)).length;
  const regrets = meeting.participants.filter(({ attendance }) => attendance === 'regret');
  return (
    <div className="minutes-status">
      {isWriter ? (
        <p>
          {missing === 0
            ? da.minutes.allDecided
            : da.minutes.missing(counted(missing, da.minutes.point, da.minutes.points))}
        </p>
      ) : null}
      {isWriter && (state === 'approved' || state === 'published') ? (
        <p>{da.minutes.readOnly[state]}</p>
      ) : null}
      {isWriter && (state === 'draft' || state === 'in-review') ? (
        <p className="meta">{da.minutes.howTo}</p>
      ) : null}
      {regrets.length === 0 ? null : (
        <p className="meta">
          {da.minutes.regrets}: {listed(regrets.map(({ name }) => name))}
        </p>
      )}
    </div>
  );
}
