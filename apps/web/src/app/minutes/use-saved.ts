import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { DecisionView } from '../../../../../libs/contracts/decisions.js';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import { plainText } from '../../../../../libs/domain/text/index.js';
import { followUpsOfMeetingQuery, inOrder } from '../../features/follow-ups/api/of-meeting.js';
import { minutesQuery, suggestFollowUps } from '../../features/minutes/api/minutes.js';

/** Shows a decision that was saved, and reads a text that has changed for follow-ups. */
export function useSaved(meetingId: string) {
  const client = useQueryClient();
  return (decision: DecisionView, before: DecisionView | null): void => {
    client.setQueryData(minutesQuery(meetingId).queryKey, (minutes) =>
      minutes == null
        ? minutes
        : {
            ...minutes,
            points: minutes.points.map((point) =>
              point.pointId === decision.pointId ? { ...point, decision } : point,
            ),
          },
    );
    if (plainText(decision.text) !== plainText(before?.text ?? []))
      void showSuggested(client, meetingId, decision.pointId);
  };
}

/** When it cannot be read just now, the worker reads it: the list has it when it is next asked for. */
async function showSuggested(client: QueryClient, meetingId: string, pointId: string): Promise<void> {
  const { queryKey } = followUpsOfMeetingQuery(meetingId);
  const ofPoint = await suggestFollowUps(pointId).catch((): readonly FollowUpView[] | null => null);
  await client.cancelQueries({ queryKey });
  if (ofPoint !== null)
    client.setQueryData(queryKey, (shown) =>
      shown === undefined
        ? shown
        : inOrder([...shown.filter((followUp) => followUp.pointId !== pointId), ...ofPoint]),
    );
  await client.invalidateQueries({ queryKey });
}
