import { useEffect, useRef } from 'react';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import type { Step } from '../../features/indstillinger/api/indstilling.js';
import { IndstillingState } from '../../features/indstillinger/components/state-chip.js';
import { StepBar, ownSteps } from '../../features/indstillinger/components/step-bar.js';

/** What one who reads does with an indstilling; its author has a page of its own for the rest. */
const JUDGED: readonly Step[] = ['approve', 'return', 'reject'];

/** How an indstilling stands and, for whoever has it, what to do with it; within reach until the end of the text. */
export default function Decide({ indstilling }: { readonly indstilling: IndstillingView }) {
  const place = useRef<HTMLDivElement>(null);
  const mayJudge = ownSteps(indstilling, JUDGED).length > 0;
  const could = useRef(mayJudge);
  useEffect(() => {
    // The button that was pressed is gone: the focus stays where it was.
    if (could.current && !mayJudge && document.activeElement === document.body)
      place.current?.focus({ preventScroll: true });
    could.current = mayJudge;
  }, [mayJudge]);
  return (
    <div ref={place} tabIndex={-1} className="reading-steps">
      <IndstillingState state={indstilling.state} />
      <StepBar indstilling={indstilling} offers={JUDGED} />
    </div>
  );
}
