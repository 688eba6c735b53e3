import { attachment } from '../../libs/contracts/attachments.js';
import type { AttachmentView } from '../../libs/contracts/attachments.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import type { TestApi } from '../support/test-api.js';
import { pdf, sendFile } from './files.js';
import { makeIndstilling } from './indstillinger.js';
import { makeBody, makeMeeting, makePoint } from './meetings.js';

/** Something that files are attached to. */
export interface FilePlace {
  /** Where a file is attached. */
  readonly to: string;
  readonly ownerId: string;
  /** Of a point; empty of an indstilling. */
  readonly meetingId: string;
  readonly bodyId: string;
}

/** A point of a planned meeting of a body of its own. */
export async function pointForFiles(api: TestApi): Promise<FilePlace> {
  const bodyId = await makeBody(api);
  const { id: meetingId } = await makeMeeting(api, bodyId);
  const { id } = await makePoint(api, meetingId, 'Budget');
  return { to: `agenda-points/${id}/attachments/file`, ownerId: id, meetingId, bodyId };
}

export async function indstillingForFiles(api: TestApi): Promise<FilePlace> {
  const { id } = await makeIndstilling(api);
  return { to: `indstillinger/${id}/attachments/file`, ownerId: id, meetingId: '', bodyId: '' };
}

/** Attaches a file that must be taken; closed, as the product has it, where nothing is said of it. */
export async function attachFile(
  api: TestApi,
  to: string,
  fileName: string,
  bytes = pdf(),
  visibility?: 'open' | 'closed',
): Promise<AttachmentView> {
  const answer = await sendFile(api, to, fileName, bytes, visibility === undefined ? {} : { visibility });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer));
  return attachment.parse(answer.body);
}

/** Sends the agenda of a meeting that is drafted or sent: the next version of it. */
export async function sendAgenda(api: TestApi, meetingId: string): Promise<void> {
  const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
  await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, {}, { ifMatch: version });
}
