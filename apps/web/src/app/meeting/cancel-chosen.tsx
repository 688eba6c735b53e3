import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Button } from '../../components/ui/button.js';
import { TextField } from '../../components/ui/field.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { takeMeetingStep } from '../../features/meetings/api/meetings.js';
import { counted } from '../../lib/formats.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { meetingDetails } from '../../texts/meeting-details.js';
import { comesBackAsItWas, takeUpAgain } from './way-back.js';

/**
 * Whether a meeting is cancelled among others. One whose agenda is sent is cancelled on its own page: there it is told
 * whose calendars lose it.
 */
const mayBeCancelled = (meeting: MeetingView): boolean =>
  meeting.abilities.run === true && comesBackAsItWas(meeting) && meeting.actions.includes('cancel');

interface CancelChosenProps {
  readonly chosen: readonly MeetingView[];
  readonly onDone: () => void;
}

/** Cancels the meetings that are chosen in the list, for one reason and with one way back. */
export function CancelChosen({ chosen, onDone }: CancelChosenProps) {
  const text = da.meetings.choose;
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const cancelling = useCancelling(onDone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isMissing = reason.trim() === '';
    const found = [
      ...(isMissing ? [meetingDetails.cancel.reasonMissing] : []),
      ...(chosen.length === 0 ? [text.none] : []),
      ...(chosen.every(mayBeCancelled) ? [] : [text.sent]),
    ];
    const wrong = found[0] ?? null;
    setFault(wrong);
    if (wrong !== null) document.getElementById('chosen-reason')?.focus();
    else if (!cancelling.isPending) cancelling.mutate({ chosen, reason: reason.trim() });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={text.cancel}>
      <TextField
        name="chosen-reason"
        label={text.reason}
        hint={meetingDetails.cancel.reasonHint}
        fault={fault}
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Refusal error={cancelling.error} />
      <div className="form-actions">
        <Button type="submit" busy={cancelling.isPending}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}

interface Cancelled {
  readonly before: MeetingView;
  readonly now: MeetingView;
}

/** One after another; what was cancelled before one was refused stays so, and is what the way back leads back from. */
function useCancelling(onDone: () => void) {
  const client = useQueryClient();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['meetings'] });
  return useMutation({
    mutationFn: async (asked: { readonly chosen: readonly MeetingView[]; readonly reason: string }) => {
      const done: Cancelled[] = [];
      try {
        for (const before of asked.chosen) {
          const now = await takeMeetingStep(before, { action: 'cancel', reason: asked.reason });
          done.push({ before, now });
        }
      } finally {
        if (done.length > 0) tellCancelled(done, refresh);
        await refresh();
      }
    },
    onSuccess: onDone,
  });
}

function tellCancelled(done: readonly Cancelled[], refresh: () => Promise<void>): void {
  const count = counted(done.length, da.meetings.one, da.meetings.several);
  tellDone({
    text: da.meetings.choose.done(count),
    takeBack: async () => {
      for (const { before, now } of done) await takeUpAgain(before, now);
      await refresh();
    },
  });
}
