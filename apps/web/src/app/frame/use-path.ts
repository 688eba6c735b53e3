import { useRouterState } from '@tanstack/react-router';

/** The path of the page that is shown: that of the resolved location, since until then the old page stands there. */
export function usePath(): string {
  return useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname });
}
