import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { Chip } from '../../../components/ui/chip.js';
import type { Tone } from '../../../components/ui/chip.js';
import type { IconName } from '../../../components/ui/icon.js';
import { da } from '../../../texts/da.js';

const LOOKS: Readonly<Record<FollowUpView['status'], { tone: Tone; icon?: IconName }>> = {
  new: { tone: 'neutral' },
  'in-progress': { tone: 'info', icon: 'arrowRight' },
  waiting: { tone: 'warn', icon: 'clock' },
  done: { tone: 'ok', icon: 'check' },
  dropped: { tone: 'neutral', icon: 'cross' },
};

/** The status in a word, and whether it is only a suggestion or not issued yet. */
export function StatusChip({ followUp }: { readonly followUp: FollowUpView }) {
  const { status, stage } = followUp;
  return (
    <>
      <Chip {...LOOKS[status]}>{da.followUps.status[status]}</Chip>
      {stage === 'issued' ? null : (
        <Chip tone="neutral" outlined>
          {da.followUps.stage[stage]}
        </Chip>
      )}
    </>
  );
}
