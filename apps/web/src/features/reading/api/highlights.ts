import type { HighlightView, WriteHighlight } from '../../../../../../libs/contracts/reading.js';
import { api } from '../../../lib/api/client.js';

const pathOf = (pointId: string, id: string): string => `agenda-points/${pointId}/my-highlights/${id}`;

/** Writes a mark under an id of one's own making: the same again changes nothing. */
export function writeHighlight(pointId: string, id: string, mark: WriteHighlight): Promise<HighlightView> {
  return api.put<HighlightView>(pathOf(pointId, id), { body: mark });
}

export async function removeHighlight(pointId: string, id: string): Promise<void> {
  await api.remove(pathOf(pointId, id));
}
