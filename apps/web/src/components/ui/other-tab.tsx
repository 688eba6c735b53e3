import { da } from '../../texts/da.js';
import { Button } from './button.js';
import { Panel } from './problem-panel.js';

/** The same is open in another tab of this browser: one at a time writes in it. */
export function OtherTab({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <Panel tone="warn">
      <p>{da.common.otherTab}</p>
      <Button onClick={onTakeOver}>{da.common.takeOver}</Button>
    </Panel>
  );
}
