import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TakeBackView } from '../../../../../libs/contracts/history.js';
import { tellDone } from '../../lib/undo.js';
import { history } from '../../texts/history.js';
import { doItAgain, takeItBack } from './api/history.js';

/** Takes something back that happened to a meeting; that, too, is told in the undo bar. */
export function useTakeBack(meetingId: string) {
  const client = useQueryClient();
  const refresh = async (): Promise<void> => {
    // Everything that is shown of the meeting may look different now; its agenda is read anew where it is opened.
    client.removeQueries({ queryKey: ['agenda', meetingId] });
    await client.invalidateQueries({ queryKey: ['meetings'] });
  };
  return useMutation({
    mutationFn: async (how: TakeBackView) => {
      const now = await takeItBack(how);
      const undo = async (): Promise<void> => {
        await doItAgain(meetingId, how, now);
        await refresh();
      };
      tellDone({
        text: history.takeBack.done[how.act],
        takeBack: how.act === 'bring-back-point' ? null : undo,
      });
    },
    onSettled: refresh,
  });
}
