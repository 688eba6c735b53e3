import { QueryClient, notifyManager } from '@tanstack/react-query';
import { statusOf } from './problem.js';

/** How often something that got no answer, or a fault of the server, is asked for again. */
const ATTEMPTS = 2;

export function createQueryClient(): QueryClient {
  // What an act shows at once is there before the next key, not a task later.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'offlineFirst',
        retry: (failures, error) => mayPass(error) && failures < ATTEMPTS,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** A refusal stays a refusal; a lost answer or a fault of the server may pass. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return status === 0 || status >= 500;
}
