import { useState } from 'react';
import type { MinutesView } from '../../../../../../libs/contracts/minutes.js';
import type { MinutesAction } from '../../../../../../libs/domain/minutes/index.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Panel, Refusal } from '../../../components/ui/problem-panel.js';
import { counted } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { useStep } from '../use-step.js';

interface StepPanelProps {
  readonly minutes: MinutesView;
  readonly action: MinutesAction;
  /** Saves what is typed and not saved; true when nothing is left. */
  readonly saveAll: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** What a step means, and the reason where it asks for one: before it is taken. */
export default function StepPanel({ minutes, action, saveAll, onClose }: StepPanelProps) {
  const [reason, setReason] = useState('');
  const step = useStep(minutes, saveAll);
  const label = reasonLabel(action);
  const refusal = label !== null && reason.trim() === '' ? da.problems.byCode['reason-required'] : null;
  return (
    <Panel tone="info">
      <form
        className="step-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (refusal === null && !step.isPending)
            step.mutate({ action, reason: label === null ? null : reason.trim() }, { onSuccess: onClose });
        }}
      >
        <StepMeaning minutes={minutes} action={action} />
        {label === null ? null : (
          <TextArea
            name="minutes-reason"
            label={label}
            rows={2}
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <Refusal error={step.error} />
        <div className="dialog-actions">
          <Button type="submit" look="primary" busy={step.isPending} refusal={refusal}>
            {da.minutes.steps[action]}
          </Button>
          <Button onClick={onClose}>{da.common.cancel}</Button>
        </div>
      </form>
    </Panel>
  );
}

function StepMeaning({ minutes, action }: Pick<StepPanelProps, 'minutes' | 'action'>) {
  const { unsettledFollowUps } = minutes;
  if (action === 'approve') return <p>{da.minutes.approveMeans}</p>;
  if (action === 'publish') return <p>{da.minutes.publishMeans}</p>;
  if (action !== 'review') return null;
  return (
    <>
      <p>{da.minutes.reviewMeans}</p>
      {unsettledFollowUps === 0 ? null : (
        <p>
          {da.minutes.unsettled(counted(unsettledFollowUps, da.minutes.suggestion, da.minutes.suggestions))}
        </p>
      )}
    </>
  );
}

function reasonLabel(action: MinutesAction): string | null {
  if (action === 'return') return da.minutes.reason;
  return action === 'unpublish' ? da.minutes.unpublishReason : null;
}
