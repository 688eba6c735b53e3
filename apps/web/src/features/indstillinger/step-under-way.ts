import { useIsMutating } from '@tanstack/react-query';

export const stepKey = (id: string) => ['indstilling-step', id] as const;

/** Whether a step of an indstilling is on its way: what is typed then would come too late for it. */
export function useStepUnderWay(id: string): boolean {
  return useIsMutating({ mutationKey: stepKey(id) }) > 0;
}
