import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { beginMinutes, minutesQuery } from '../../features/minutes/api/minutes.js';
import { da } from '../../texts/da.js';

/** There are no minutes yet: begun by whoever runs the meetings of the body, once the meeting has started. */
export function BeginMinutes({ meeting }: { readonly meeting: MeetingView }) {
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: () => beginMinutes(meeting),
    onSuccess: (minutes) => client.setQueryData(minutesQuery(meeting.id).queryKey, minutes),
    onSettled: () => client.invalidateQueries({ queryKey: ['meetings'] }),
  });
  if (meeting.abilities.run !== true) return <Empty>{da.minutes.none}</Empty>;
  const refusal = refusalIn(meeting);
  const button = (
    <>
      <Button look="primary" busy={begin.isPending} refusal={refusal} onClick={() => begin.mutate()}>
        {meeting.state === 'sent' ? da.minutes.beginMeeting : da.minutes.begin}
      </Button>
      {refusal === null ? null : <p>{refusal}</p>}
      <Refusal error={begin.error} />
    </>
  );
  return <Empty action={button}>{da.minutes.none}</Empty>;
}

function refusalIn({ state }: MeetingView): string | null {
  if (state === 'sent' || state === 'in-session' || state === 'held') return null;
  if (state === 'cancelled') return da.problems.byCode['meeting-cancelled'];
  return state === 'closed' ? da.problems.byCode['meeting-closed'] : da.minutes.agendaNotSent;
}
