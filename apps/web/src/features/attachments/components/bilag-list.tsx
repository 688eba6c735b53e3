import type { AttachmentView } from '../../../../../../libs/contracts/attachments.js';
import { da } from '../../../texts/da.js';
import { AttachmentRow } from './attachment-row.js';

/** Bilag in their order, to be read. */
export function BilagList({ items }: { readonly items: readonly AttachmentView[] }) {
  if (items.length === 0) return <p className="meta">{da.attachments.none}</p>;
  return (
    <ol className="bilag-list">
      {items.map((attachment) => (
        <AttachmentRow key={attachment.id} attachment={attachment} work={null} />
      ))}
    </ol>
  );
}
