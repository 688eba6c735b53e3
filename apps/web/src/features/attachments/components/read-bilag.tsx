import { Link } from '@tanstack/react-router';
import type { AttachmentView } from '../../../../../../libs/contracts/attachments.js';
import { Chip } from '../../../components/ui/chip.js';
import { Icon } from '../../../components/ui/icon.js';
import { confidential, noFile, numberedBilag } from '../../../texts/bilag.js';
import { fileInWords } from '../file-facts.js';

interface ReadBilagProps {
  readonly items: readonly AttachmentView[];
  /** The point they are read at, which is where one comes back to. */
  readonly at: { readonly meetingId: string; readonly pointId: string };
}

/** Bilag in their order, each a row that opens it. */
export function ReadBilag({ items, at }: ReadBilagProps) {
  return (
    <ol className="read-bilag">
      {items.map((attachment) => (
        <li
          key={attachment.id}
          className={attachment.effectiveVisibility === 'closed' ? 'is-closed' : undefined}
        >
          {attachment.file === null ? (
            <p>
              <What attachment={attachment} />
            </p>
          ) : (
            <Link
              id={bilagLink(attachment.id)}
              to="/meetings/$meetingId/read/$pointId/attachments/$attachmentId"
              params={{ ...at, attachmentId: attachment.id }}
              state={{ fromPoint: true }}
            >
              <What attachment={attachment} />
              <Icon name="chevronRight" />
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The id on the page of the link that opens a bilag. */
export const bilagLink = (attachmentId: string): string => `bilag-${attachmentId}`;

function What({ attachment }: { readonly attachment: AttachmentView }) {
  const { number, title, file, effectiveVisibility } = attachment;
  return (
    <>
      <span className="bilag-number">{numberedBilag(number)}</span>
      <span className="read-bilag-title">{title}</span>
      {effectiveVisibility === 'closed' ? (
        <Chip tone="closed" icon="lock" outlined>
          {confidential}
        </Chip>
      ) : null}
      <span className="meta">{file === null ? noFile : fileInWords(file)}</span>
    </>
  );
}
