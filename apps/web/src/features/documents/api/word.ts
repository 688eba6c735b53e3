import { queryOptions } from '@tanstack/react-query';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import type { TakeWord, WordReadingView } from '../../../../../../libs/contracts/word-readings.js';
import { api, queryText } from '../../../lib/api/client.js';
import { sendFile } from '../../../lib/api/upload.js';

/** What a Word file says beside the indstilling as it is. */
export function wordReadingQuery(id: string) {
  return queryOptions({
    queryKey: ['word-readings', id],
    queryFn: ({ signal }) => api.get<WordReadingView>(`word-readings/${id}`, {}, signal),
    staleTime: 0,
  });
}

/** Has a Word file read; nothing of it is taken over. */
export function readWord(
  indstillingId: string,
  file: File,
  key: string,
  onProgress: (gone: number) => void,
): Promise<WordReadingView> {
  const path = `indstillinger/${indstillingId}/word${queryText({ fileName: file.name })}`;
  return sendFile<WordReadingView>({ method: 'POST', path, file, key, onProgress });
}

export function takeWord(
  { id, version }: Pick<WordReadingView, 'id' | 'version'>,
  chosen: TakeWord,
): Promise<IndstillingView> {
  return api.post<IndstillingView>(`word-readings/${id}/take`, { version, body: chosen });
}
