import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import { Chip } from '../../../components/ui/chip.js';
import type { Tone } from '../../../components/ui/chip.js';
import type { IconName } from '../../../components/ui/icon.js';
import { da } from '../../../texts/da.js';

const LOOKS: Readonly<Record<MeetingView['state'], { tone: Tone; icon: IconName; outlined?: boolean }>> = {
  planned: { tone: 'neutral', icon: 'calendar' },
  drafting: { tone: 'neutral', icon: 'pencil' },
  sent: { tone: 'info', icon: 'arrowRight' },
  'in-session': { tone: 'brand', icon: 'clock', outlined: true },
  held: { tone: 'neutral', icon: 'check' },
  closed: { tone: 'ok', icon: 'check' },
  cancelled: { tone: 'err', icon: 'cross' },
};

export function MeetingStateChip({ state }: { readonly state: MeetingView['state'] }) {
  return <Chip {...LOOKS[state]}>{da.meetings.state[state]}</Chip>;
}
