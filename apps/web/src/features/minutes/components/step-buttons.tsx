import type { MinutesView } from '../../../../../../libs/contracts/minutes.js';
import type { MinutesAction } from '../../../../../../libs/domain/minutes/index.js';
import { Button } from '../../../components/ui/button.js';
import { refusalOf } from '../../../lib/abilities.js';
import { da } from '../../../texts/da.js';

/** The step that brings minutes on; the others bring them back. */
const ONWARDS: readonly MinutesAction[] = ['review', 'approve', 'publish'];

/** The steps of the minutes from here: for whoever may take one of them, with what stops the others in words. */
export function StepButtons({
  minutes,
  onBegin,
}: {
  readonly minutes: MinutesView;
  readonly onBegin: (action: MinutesAction) => void;
}) {
  const { actions, abilities } = minutes;
  if (!actions.some((action) => abilities[action] === true)) return null;
  return actions.map((action) => (
    <Button
      key={action}
      look={ONWARDS.includes(action) ? 'primary' : 'secondary'}
      refusal={refusalOf(abilities[action])}
      onClick={() => onBegin(action)}
    >
      {da.minutes.steps[action]}
    </Button>
  ));
}
