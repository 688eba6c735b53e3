import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { SessionView } from '../../../../../libs/contracts/rights.js';
import { api } from '../../lib/api/client.js';
import { credentials } from '../../lib/api/credentials.js';
import { draftsOwner } from '../../lib/autosave/drafts.js';

export type RoleName = SessionView['roles'][number]['role'];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => takeUp(await api.get<SessionView>('session', {}, signal)),
  staleTime: 60_000,
  gcTime: Infinity,
});

/** Gives the requests to come what they need of this session, and drafts their owner. */
function takeUp(session: SessionView): SessionView {
  credentials.set({ csrfToken: session.csrfToken, expired: false });
  // Who looks with somebody else's eyes writes nothing, and finds nobody's drafts.
  draftsOwner.set(session.viewAs === null ? session.person.id : null);
  return session;
}

/** Who is signed in; only below the frame, which waits for it. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}

/** The same where nobody may be signed in. */
export function useMaybeSession() {
  return useQuery(sessionQuery);
}

export function hasRole(session: SessionView, ...roles: readonly RoleName[]): boolean {
  return session.roles.some(({ role }) => roles.includes(role));
}

export function endSession(everywhere: boolean): Promise<null> {
  return api.post<null>('session/end', { body: { everywhere } });
}

/** Sees the product as somebody else does, or as oneself again (null). */
export async function viewAs(personId: string | null): Promise<SessionView> {
  return takeUp(await api.post<SessionView>('session/view-as', { body: { personId } }));
}
