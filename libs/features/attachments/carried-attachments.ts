import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { record } from '../../platform/events/event-log.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { AttachmentVersionRow } from './attachment-version.entity.js';
import { AttachmentRow } from './attachment.entity.js';

/**
 * Gives points the bilag of those they go on from, in their order and as open as they are, each with the newest version of
 * its file; `ids` are the new points by the old, all of one meeting, which the caller has locked.
 */
export async function carryAttachments(
  tx: EntityManager,
  context: RequestContext,
  meetingId: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const old = await tx.find(AttachmentRow, { where: { pointId: In([...ids.keys()]) } });
  if (old.length === 0) return;
  const fileIds = old.flatMap(({ fileVersionId }) => fileVersionId ?? []);
  const files = new Map((await tx.findBy(AttachmentVersionRow, { id: In(fileIds) })).map((f) => [f.id, f]));
  const copies: AttachmentRow[] = [];
  const versions: AttachmentVersionRow[] = [];
  for (const { pointId, fileVersionId, position, title, visibility, importedText } of old) {
    const id = newId();
    const file = files.get(fileVersionId ?? '');
    const version =
      file &&
      Object.assign(tx.create(AttachmentVersionRow, file), { id: newId(), attachmentId: id, number: 1 });
    if (version) versions.push(version);
    copies.push(
      tx.create(AttachmentRow, {
        ...{ id, pointId: ids.get(pointId ?? '') ?? null, indstillingId: null, position, title, visibility },
        ...{ importedText, fileVersionId: version?.id ?? null, version: 1 },
      }),
    );
  }
  await tx.insert(AttachmentRow, copies);
  await tx.insert(AttachmentVersionRow, versions);
  for (const { id, pointId, position, visibility, fileVersionId } of copies)
    await record(tx, context, {
      name: 'attachment.created',
      subject: { kind: 'attachment', id },
      scopeId: meetingId,
      data: {
        ...{ pointId, indstillingId: null, position, visibility },
        fields: ['title', 'visibility', ...(fileVersionId === null ? [] : ['file'])],
      },
    });
}
