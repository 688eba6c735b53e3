import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { ApiError } from '../../lib/api/problem.js';
import { tellDone } from '../../lib/undo.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { indstillingQuery, takeBackStep, takeStep } from './api/indstilling.js';
import type { Step } from './api/indstilling.js';
import { stepKey } from './step-under-way.js';

const words = text.steps;

/** Takes a step when everything typed is saved, and tells it with the way back. */
export function useStep(indstilling: IndstillingView, saveAll: () => Promise<boolean>) {
  const client = useQueryClient();
  const { id } = indstilling;
  const { queryKey } = indstillingQuery(id);
  return useMutation({
    mutationKey: stepKey(id),
    mutationFn: async ({ action, reason }: { action: Step; reason: string | null }) => {
      if (!(await saveAll())) throw new ApiError({ code: 'not-all-saved', status: 409 });
      const now = client.getQueryData(queryKey) ?? indstilling;
      const { taken, ...after } = await takeStep(now, action, reason);
      client.setQueryData(queryKey, after);
      tellDone({
        text: words.done[action],
        takeBack: Date.parse(taken.regretUntil) > Date.now() ? () => takeBack(client, after, taken.id) : null,
      });
      await client.invalidateQueries({ queryKey: ['indstillinger'] });
    },
    // What it was refused for may be what somebody else did: what stands is shown, and tried with the next time.
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/** Takes a step back from where it stands among the steps taken. */
export function useTakeBack(indstilling: IndstillingView) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: stepKey(indstilling.id),
    mutationFn: async (stepId: string) => {
      await takeBack(client, indstilling, stepId);
      tellDone({ text: words.undone, takeBack: null });
    },
    onError: () => client.invalidateQueries({ queryKey: ['indstillinger'] }),
  });
}

/** Takes a step back; `known` is the indstilling as it was seen last, where it is out of sight by now. */
async function takeBack(client: QueryClient, known: IndstillingView, stepId: string): Promise<void> {
  const { queryKey } = indstillingQuery(known.id);
  const now = client.getQueryData(queryKey) ?? known;
  client.setQueryData(queryKey, await takeBackStep(now, stepId));
  await client.invalidateQueries({ queryKey: ['indstillinger'] });
}
