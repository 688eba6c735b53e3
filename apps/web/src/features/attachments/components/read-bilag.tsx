import type { AttachmentView } from '../../../../../../libs/contracts/attachments.js';
import { Chip } from '../../../components/ui/chip.js';
import { Icon } from '../../../components/ui/icon.js';
import { confidential, noFile, numberedBilag } from '../../../texts/bilag.js';
import { fileAddress } from '../api/attachments.js';
import { fileInWords } from '../file-facts.js';

/** Bilag in their order, each a row that opens it. */
export function ReadBilag({ items }: { readonly items: readonly AttachmentView[] }) {
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
            <a href={fileAddress(attachment.id)}>
              <What attachment={attachment} />
              <Icon name="chevronRight" />
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

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
