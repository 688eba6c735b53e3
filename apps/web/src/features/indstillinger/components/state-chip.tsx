import type { IndstillingSummary } from '../../../../../../libs/contracts/indstillinger.js';
import { Chip } from '../../../components/ui/chip.js';
import type { Tone } from '../../../components/ui/chip.js';
import type { IconName } from '../../../components/ui/icon.js';
import { da } from '../../../texts/da.js';

type State = IndstillingSummary['state'];

const WITH: { tone: Tone; icon: IconName } = { tone: 'info', icon: 'person' };
const LOOKS: Readonly<Record<State, { tone: Tone; icon: IconName; outlined?: boolean }>> = {
  draft: { tone: 'neutral', icon: 'pencil' },
  'with-leader': WITH,
  'with-secretariat': WITH,
  'with-director': WITH,
  'with-raadmand': WITH,
  approved: { tone: 'ok', icon: 'check', outlined: true },
  'on-agenda': { tone: 'brand', icon: 'calendar', outlined: true },
  decided: { tone: 'ok', icon: 'check' },
  returned: { tone: 'warn', icon: 'arrowBack' },
  rejected: { tone: 'err', icon: 'cross' },
  withdrawn: { tone: 'neutral', icon: 'cross' },
};

/** How far an indstilling has come, or who has it. */
export function IndstillingState({ state }: { readonly state: State }) {
  return <Chip {...LOOKS[state]}>{da.indstillinger.state[state]}</Chip>;
}
