import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Button } from '../../components/ui/button.js';
import { TextField } from '../../components/ui/field.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { takeMeetingStep } from '../../features/meetings/api/meetings.js';
import { dateInText, listed } from '../../lib/formats.js';
import { tellDone } from '../../lib/undo.js';
import { meetingDetails } from '../../texts/meeting-details.js';
import { useInvited } from './use-invited.js';
import { comesBackAsItWas, takeUpAgain } from './way-back.js';

/** Cancels a meeting with a reason that its readers see, and the way back from there. */
export function CancelMeeting({ meeting }: { readonly meeting: MeetingView }) {
  const { abilities, actions, state } = meeting;
  const isCancelled = state === 'cancelled';
  const may = abilities.run === true && actions.includes(isCancelled ? 'step-back' : 'cancel');
  const invited = useInvited(meeting.id, may);
  const step = useStep(meeting);
  if (!may) return null;
  const text = isCancelled ? meetingDetails.again : meetingDetails.cancel;
  return (
    <Section title={text.title}>
      <p className="hint">{text.intro}</p>
      {isCancelled || invited.length === 0 ? null : (
        <p className="hint">{meetingDetails.cancel.mails(listed(invited))}</p>
      )}
      <WithReason
        text={text}
        hint={isCancelled ? undefined : meetingDetails.cancel.reasonHint}
        busy={step.isPending}
        onReason={(reason) => step.mutate(reason)}
      />
      <Refusal error={step.error} />
    </Section>
  );
}

interface WithReasonProps {
  readonly text: { readonly reason: string; readonly reasonMissing: string; readonly button: string };
  readonly hint: string | undefined;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
}

function WithReason({ text, hint, busy, onReason }: WithReasonProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isEmpty = reason.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) document.getElementById('step-reason')?.focus();
    else if (!busy) onReason(reason.trim());
  };
  return (
    <form noValidate onSubmit={submit}>
      <TextField
        name="step-reason"
        label={text.reason}
        {...(hint === undefined ? {} : { hint })}
        fault={missing ? text.reasonMissing : null}
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="form-actions">
        <Button type="submit" busy={busy}>
          {text.button}
        </Button>
      </div>
    </form>
  );
}

/** Takes the step, and tells it with its way back where that leads to exactly what was before. */
function useStep(meeting: MeetingView) {
  const client = useQueryClient();
  const refresh = (): Promise<unknown> => {
    client.removeQueries({ queryKey: ['agenda', meeting.id] });
    return client.invalidateQueries({ queryKey: ['meetings'] });
  };
  const name = `${meeting.bodyName}, ${dateInText(meeting.date)}`;
  const isCancelled = meeting.state === 'cancelled';
  return useMutation({
    mutationFn: (reason: string) =>
      takeMeetingStep(meeting, { action: isCancelled ? 'step-back' : 'cancel', reason }),
    onSuccess: (now) =>
      tellDone({
        text: isCancelled ? meetingDetails.again.done(name) : meetingDetails.cancel.done(name),
        takeBack: wayBack(meeting, now, refresh),
      }),
    onSettled: refresh,
  });
}

function wayBack(before: MeetingView, now: MeetingView, refresh: () => Promise<unknown>) {
  if (comesBackAsItWas(before))
    return async (): Promise<void> => {
      await takeUpAgain(before, now);
      await refresh();
    };
  if (before.state !== 'cancelled') return null;
  return async (): Promise<void> => {
    await takeMeetingStep(now, { action: 'cancel', reason: before.cancelledBecause });
    await refresh();
  };
}
