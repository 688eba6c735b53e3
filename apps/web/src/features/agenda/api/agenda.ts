import { queryOptions } from '@tanstack/react-query';
import type {
  AgendaPointView,
  AgendaPointsView,
  AgendaPresenceView,
  CreatedAgendaPointsView,
} from '../../../../../../libs/contracts/agenda-points.js';
import type { AgendaEntry } from '../../../../../../libs/contracts/sending.js';
import { api } from '../../../lib/api/client.js';
import type { Place } from '../places.js';

/** The agenda that is being worked on, its points with their bilag. */
export interface WorkingAgenda extends Omit<AgendaPointsView, 'points'> {
  readonly points: readonly AgendaEntry[];
}

export function workingAgendaQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['agenda', meetingId],
    queryFn: ({ signal }) => api.get<WorkingAgenda>(`meetings/${meetingId}/agenda`, {}, signal),
    // Whether it has changed is asked by itself (`sayPresence`).
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Begins the agenda of a planned meeting with the standing points of its body. */
export function beginAgenda(meetingId: string, version: number): Promise<AgendaPointsView> {
  return api.post<AgendaPointsView>(`meetings/${meetingId}/agenda`, { version });
}

export function sayPresence(meetingId: string, pointId: string | null): Promise<AgendaPresenceView> {
  return api.put<AgendaPresenceView>(`meetings/${meetingId}/agenda/presence`, { body: { pointId } });
}

export function addPoint(meetingId: string, fields: object): Promise<AgendaPointView> {
  return api.post<AgendaPointView>(`meetings/${meetingId}/agenda-points`, { body: fields });
}

export function addPoints(meetingId: string, points: readonly object[]): Promise<CreatedAgendaPointsView> {
  return api.post<CreatedAgendaPointsView>(`meetings/${meetingId}/agenda-points/several`, {
    body: { points },
  });
}

type Versioned = Pick<AgendaPointView, 'id' | 'version'>;

export function changePoint(
  { id, version }: Versioned,
  fields: object,
  leaving = false,
): Promise<AgendaPointView> {
  return api.patch<AgendaPointView>(`agenda-points/${id}`, { version, body: fields, leaving });
}

export function movePoint(
  { id, version }: Versioned,
  to: Place | { readonly meetingId: string; readonly back?: true },
): Promise<AgendaPointView> {
  return api.post<AgendaPointView>(`agenda-points/${id}/move`, { version, body: to });
}

export function withdrawPoint(
  { id, version }: Versioned,
  reason: string | null = null,
): Promise<AgendaPointView> {
  return api.post<AgendaPointView>(`agenda-points/${id}/withdraw`, { version, body: { reason } });
}

export function reinstatePoint({ id, version }: Versioned): Promise<AgendaPointView> {
  return api.post<AgendaPointView>(`agenda-points/${id}/reinstate`, { version });
}

export function removePoint({ id, version }: Versioned): Promise<null> {
  return api.remove(`agenda-points/${id}`, { version });
}

export function restorePoint(id: string): Promise<AgendaPointView> {
  return api.post<AgendaPointView>(`agenda-points/${id}/restore`);
}
