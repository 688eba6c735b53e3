import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';
import { Button } from '../../components/ui/button.js';
import { closeMeeting } from '../../features/minutes/api/minutes.js';
import { sentenceOf } from '../../lib/api/problem.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';

/** Closes the meeting once its minutes are approved. */
export function CloseMeeting({
  minutes,
  meeting,
}: {
  readonly minutes: MinutesView;
  readonly meeting: MeetingView;
}) {
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () => closeMeeting(meeting),
    onSuccess: () => tellDone({ text: da.minutes.closed, takeBack: null }),
    onSettled: () => client.invalidateQueries({ queryKey: ['meetings'] }),
  });
  const isApproved = minutes.state === 'approved' || minutes.state === 'published';
  const isOpen = meeting.state === 'in-session' || meeting.state === 'held';
  if (!isApproved || !isOpen || minutes.abilities.close !== true) return null;
  return (
    <>
      <Button busy={close.isPending} onClick={() => close.mutate()}>
        {da.minutes.close}
      </Button>
      {close.error === null ? null : <span role="alert">{sentenceOf(close.error)}</span>}
    </>
  );
}
