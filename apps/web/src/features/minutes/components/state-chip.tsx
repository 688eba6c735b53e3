import type { MinutesView } from '../../../../../../libs/contracts/minutes.js';
import { Chip } from '../../../components/ui/chip.js';
import type { Tone } from '../../../components/ui/chip.js';
import type { IconName } from '../../../components/ui/icon.js';
import { da } from '../../../texts/da.js';

const LOOKS: Readonly<Record<MinutesView['state'], { tone: Tone; icon: IconName }>> = {
  draft: { tone: 'neutral', icon: 'pencil' },
  'in-review': { tone: 'info', icon: 'person' },
  approved: { tone: 'ok', icon: 'check' },
  published: { tone: 'ok', icon: 'check' },
};

export function MinutesStateChip({ state }: { readonly state: MinutesView['state'] }) {
  return <Chip {...LOOKS[state]}>{da.minutes.state[state]}</Chip>;
}
