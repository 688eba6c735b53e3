import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';
import type { MinutesAction } from '../../../../../libs/domain/minutes/index.js';
import { ApiError } from '../../lib/api/problem.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { minutesQuery, stepMinutes } from './api/minutes.js';

/** The step that takes a step back; approved minutes stay approved. */
const BACK: Readonly<Record<MinutesAction, MinutesAction | null>> = {
  review: 'return',
  return: 'review',
  approve: null,
  publish: 'unpublish',
  unpublish: 'publish',
};

interface Step {
  readonly action: MinutesAction;
  readonly reason: string | null;
}

/** Takes a step of the minutes when everything typed is saved, and tells it with how to take it back. */
export function useStep(minutes: MinutesView, saveAll: () => Promise<boolean>) {
  const client = useQueryClient();
  const show = async (next: MinutesView): Promise<void> => {
    client.setQueryData(minutesQuery(next.meetingId).queryKey, next);
    await client.invalidateQueries({ queryKey: ['follow-ups'] });
  };
  return useMutation({
    mutationFn: async ({ action, reason }: Step) => {
      if (!(await saveAll())) throw new ApiError({ code: 'not-all-saved', status: 409 });
      const next = await stepMinutes(minutes, action, reason);
      await show(next);
      const back = BACK[action];
      tellDone({
        text: da.minutes.stepTold[action],
        takeBack:
          back === null ? null : async () => show(await stepMinutes(next, back, da.minutes.takenBack)),
      });
    },
  });
}
