import { useState } from 'react';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { da } from '../../../texts/da.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { useStep } from '../use-steps.js';
import type { Step } from '../api/indstilling.js';

const words = text.steps;
const STEPS: readonly Step[] = ['submit', 'approve', 'return', 'reject', 'withdraw'];

/** The steps of these that the one who looks may take now. */
export function ownSteps({ actions, abilities }: IndstillingView, of = STEPS): readonly Step[] {
  return of.filter((each) => actions.includes(each) && abilities[each] === true);
}
const asksWhy = (step: Step): step is 'return' | 'reject' => step === 'return' || step === 'reject';

interface StepBarProps {
  readonly indstilling: IndstillingView;
  /** Saves what is typed and not saved; true when nothing is left. */
  readonly saveAll?: () => Promise<boolean>;
  /** The steps that are taken where it stands; all of them where it says nothing. */
  readonly offers?: readonly Step[];
}

/** The steps that the one who looks may take: one leads on, the others back. */
export function StepBar({ indstilling, saveAll = () => Promise.resolve(true), offers }: StepBarProps) {
  const [asked, setAsked] = useState<'return' | 'reject' | null>(null);
  const step = useStep(indstilling, saveAll);
  const own = ownSteps(indstilling, offers);
  if (own.length === 0) return null;
  return (
    <div role="group" aria-label={words.label} className="step-bar">
      <div className="form-actions">
        {own.map((each) => (
          <Button
            key={each}
            look={each === 'submit' || each === 'approve' ? 'primary' : 'secondary'}
            busy={step.isPending}
            aria-expanded={asksWhy(each) ? asked === each : undefined}
            onClick={() => {
              if (asksWhy(each)) setAsked(asked === each ? null : each);
              else step.mutate({ action: each, reason: null });
            }}
          >
            {wordOf(each, indstilling)}
          </Button>
        ))}
      </div>
      {asked === null ? null : (
        <Why
          key={asked}
          action={asked}
          busy={step.isPending}
          onWhy={(reason) => step.mutate({ action: asked, reason }, { onSuccess: () => setAsked(null) })}
          onCancel={() => setAsked(null)}
        />
      )}
      <Refusal error={step.error} />
    </div>
  );
}

function wordOf(step: Step, { steps }: IndstillingView): string {
  const [first = 'leader'] = steps;
  return step === 'submit' ? words.submit[first] : words[step];
}

interface WhyProps {
  readonly action: 'return' | 'reject';
  readonly busy: boolean;
  readonly onWhy: (reason: string) => void;
  readonly onCancel: () => void;
}

function Why({ action, busy, onWhy, onCancel }: WhyProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <form
      className="step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isMissing) document.getElementById('step-reason')?.focus();
        else if (!busy) onWhy(reason.trim());
      }}
    >
      <TextArea
        name="step-reason"
        label={words.reason[action]}
        hint={words.reasonHint}
        fault={tried && isMissing ? words.reasonMissing : null}
        rows={3}
        maxLength={4000}
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={busy}>
          {words[action]}
        </Button>
        <Button onClick={onCancel}>{da.common.cancel}</Button>
      </div>
    </form>
  );
}
