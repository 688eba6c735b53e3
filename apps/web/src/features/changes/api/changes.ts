import { queryOptions } from '@tanstack/react-query';
import type { AgendaChangesView, AgendaVersionListView } from '../../../../../../libs/contracts/sending.js';
import { api } from '../../../lib/api/client.js';
import { lastTwo } from '../versions.js';
import type { VersionName } from '../versions.js';

const pathOf = (meetingId: string): string => `meetings/${meetingId}/agenda-versions`;

/** What changed from one version to another, of what whoever asks sees of both. */
export function changesQuery(meetingId: string, from: number, to: VersionName) {
  return queryOptions({
    queryKey: ['sendings', 'changes', meetingId, from, to],
    queryFn: ({ signal }) => api.get<AgendaChangesView>(`${pathOf(meetingId)}/compare`, { from, to }, signal),
    staleTime: 0,
  });
}

/** What the newest version changed of the one before it; null where it is the first. */
export function newestChangesQuery(meetingId: string) {
  return sinceQuery(meetingId, 'newest');
}

/** What a correction would change for those who draft the agenda; null before the first sending. */
export function draftChangesQuery(meetingId: string) {
  return sinceQuery(meetingId, 'draft');
}

function sinceQuery(meetingId: string, what: 'newest' | 'draft') {
  return queryOptions({
    queryKey: ['sendings', 'changes', meetingId, what],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<AgendaVersionListView>(pathOf(meetingId), {}, signal);
      const sent = items.map(({ number }) => number);
      const two = lastTwo(what === 'draft' ? [...sent, 'draft'] : sent);
      if (two === null) return null;
      return api.get<AgendaChangesView>(`${pathOf(meetingId)}/compare`, two, signal);
    },
    staleTime: 0,
  });
}
