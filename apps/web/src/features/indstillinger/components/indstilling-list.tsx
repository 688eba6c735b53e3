import type { IndstillingSummary } from '../../../../../../libs/contracts/indstillinger.js';
import { Chip } from '../../../components/ui/chip.js';
import type { Tone } from '../../../components/ui/chip.js';
import type { IconName } from '../../../components/ui/icon.js';
import { minutesInText } from '../../../lib/formats.js';
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

/** Indstillinger with their state, and what a reader must know to choose among them. */
export function IndstillingList({
  indstillinger,
}: {
  readonly indstillinger: readonly IndstillingSummary[];
}) {
  return (
    <ul className="cards">
      {indstillinger.map(({ id, title, state, bodyName, minutes, author }) => (
        <li key={id} className="card-row">
          <div>
            <p className="card-title">{title}</p>
            <p className="meta">
              {[bodyName, minutes === null ? null : minutesInText(minutes), author.name]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
          <Chip {...LOOKS[state]}>{da.indstillinger.state[state]}</Chip>
        </li>
      ))}
    </ul>
  );
}
