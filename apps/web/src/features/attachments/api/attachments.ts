import { queryOptions } from '@tanstack/react-query';
import type {
  AttachmentListView,
  AttachmentView,
  ChangeAttachment,
} from '../../../../../../libs/contracts/attachments.js';
import { BASE, api, queryText } from '../../../lib/api/client.js';
import { sendFile } from '../../../lib/api/upload.js';

/** What bilag hang on, as its address in the api. */
export type BilagOwner = `agenda-points/${string}` | `indstillinger/${string}`;

/** The id of a point or an indstilling, by which drafts and tabs know its bilag. */
export const idOfOwner = (owner: BilagOwner): string => owner.slice(owner.indexOf('/') + 1);

/** The bilag of a point or an indstilling in their printed order. */
export function attachmentsQuery(owner: BilagOwner) {
  return queryOptions({
    queryKey: ['attachments', idOfOwner(owner)],
    queryFn: ({ signal }) => api.get<AttachmentListView>(`${owner}/attachments`, {}, signal),
  });
}

type Progress = (gone: number) => void;

/** Attaches a file to a point, closed; under the same key it is attached once. */
export function attachFile(
  owner: BilagOwner,
  file: File,
  key: string,
  onProgress: Progress,
): Promise<AttachmentView> {
  const path = `${owner}/attachments/file${queryText({ fileName: file.name })}`;
  return sendFile<AttachmentView>({ method: 'POST', path, file, key, onProgress });
}

/** Gives a bilag a new file: the next version of it. */
export function replaceFile(
  { id, version }: Versioned,
  file: File,
  onProgress: Progress,
): Promise<AttachmentView> {
  const path = `attachments/${id}/file${queryText({ fileName: file.name })}`;
  return sendFile<AttachmentView>({ method: 'PUT', path, file, version, onProgress });
}

type Versioned = Pick<AttachmentView, 'id' | 'version'>;

export function readAttachment(id: string): Promise<AttachmentView> {
  return api.get<AttachmentView>(`attachments/${id}`);
}

export function changeAttachment(
  { id, version }: Versioned,
  fields: ChangeAttachment,
  leaving = false,
): Promise<AttachmentView> {
  return api.patch<AttachmentView>(`attachments/${id}`, { version, body: fields, leaving });
}

export function moveAttachment({ id, version }: Versioned, position: number): Promise<AttachmentListView> {
  return api.post<AttachmentListView>(`attachments/${id}/move`, { version, body: { position } });
}

export async function removeAttachment({ id, version }: Versioned): Promise<void> {
  await api.remove(`attachments/${id}`, { version });
}

/** Gives back a bilag that was removed. */
export function restoreAttachment(id: string): Promise<AttachmentView> {
  return api.post<AttachmentView>(`attachments/${id}/restore`);
}

/** Where the file of a bilag is downloaded from. */
export function fileAddress(id: string): string {
  return `${BASE}attachments/${id}/file`;
}

/** Where a browser shows the file of a bilag by itself, if it is one that browsers show. */
export function shownAddress(id: string): string {
  return `${fileAddress(id)}?shown=true`;
}
