import type { EntityManager } from 'typeorm';
import type { SubmittedContent } from '../../contracts/indstillinger.js';
import { attachmentsFor } from '../../domain/agenda/index.js';
import type { Visibility } from '../../domain/agenda/index.js';

interface AttachmentFacts {
  id: string;
  title: string;
  visibility: Visibility;
  position: number;
}

/** The attachments of an indstilling in their printed order. Read as facts: the attachments feature writes them. */
export async function attachmentsOf(
  tx: EntityManager,
  indstillingId: string,
): Promise<SubmittedContent['attachments']> {
  const rows = await tx.query<AttachmentFacts[]>(
    'SELECT id, title, visibility, position FROM attachment WHERE indstilling_id = $1',
    [indstillingId],
  );
  return attachmentsFor(rows, 'open', 'all').map(({ attachment: { id, title, visibility } }) => ({
    id,
    title,
    visibility,
  }));
}
