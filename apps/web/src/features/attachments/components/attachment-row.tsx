import { useQueryClient } from '@tanstack/react-query';
import type { AttachmentView } from '../../../../../../libs/contracts/attachments.js';
import { Button } from '../../../components/ui/button.js';
import { Chip } from '../../../components/ui/chip.js';
import { Icon } from '../../../components/ui/icon.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import type { Autosave } from '../../../lib/autosave/autosave.js';
import { da } from '../../../texts/da.js';
import { fileAddress } from '../api/attachments.js';
import type { BilagOwner } from '../api/attachments.js';
import { fileInWords } from '../file-words.js';
import { neighbourOf } from '../list-acts.js';
import type { ListActs } from '../list-acts.js';
import type { TitleFields } from '../title-saver.js';
import { replaceWith } from '../uploads.js';
import { ChooseFiles } from './choose-files.js';
import { TitleField } from './title-field.js';

const text = da.attachments;

interface RowProps {
  readonly attachment: AttachmentView;
  /** How a bilag is changed; null where it is only read. */
  readonly work: RowWork | null;
}

/** What a row needs to be changed. */
export interface RowWork {
  readonly owner: BilagOwner;
  readonly saver: Autosave<TitleFields>;
  readonly acts: ListActs;
  readonly items: readonly AttachmentView[];
  readonly mayEdit: boolean;
  readonly mayOpenAndClose: boolean;
}

/** One bilag: its number, its title, what its file is, who sees it, and what can be done to it. */
export function AttachmentRow({ attachment, work }: RowProps) {
  const { id, number, title, effectiveVisibility } = attachment;
  const isClosed = effectiveVisibility === 'closed';
  return (
    <li data-bilag={id} className={isClosed ? 'bilag is-closed' : 'bilag'}>
      <span className="bilag-number">{text.numbered(number)}</span>
      <div className="bilag-text">
        {work?.mayEdit ? <TitleField attachment={attachment} saver={work.saver} /> : <span>{title}</span>}
        <FileFacts attachment={attachment} />
        {work?.acts.refusal?.id === id ? <Refusal error={work.acts.refusal.error} /> : null}
      </div>
      <div className="bilag-acts">
        {work?.mayOpenAndClose ? <Visibility attachment={attachment} acts={work.acts} /> : null}
        {attachment.file === null ? null : (
          <a
            className="button button-quiet"
            href={fileAddress(id)}
            download={attachment.file.fileName}
            aria-label={text.downloadOf(number, title)}
          >
            {text.download}
          </a>
        )}
        {work?.mayEdit ? <Acts attachment={attachment} work={work} /> : null}
      </div>
    </li>
  );
}

function FileFacts({ attachment: { file, effectiveVisibility } }: { readonly attachment: AttachmentView }) {
  return (
    <p className="chips">
      <span className="meta">{file === null ? text.noFile : fileInWords(file)}</span>
      {file !== null && file.number > 1 ? <Chip tone="neutral">{text.version(file.number)}</Chip> : null}
      {effectiveVisibility === 'closed' ? (
        <Chip tone="closed" icon="lock" outlined>
          {text.closed}
        </Chip>
      ) : null}
    </p>
  );
}

/** Lukket or åbent, said in the word that stands on it; a point that is closed closes its bilag. */
function Visibility({ attachment, acts }: { readonly attachment: AttachmentView; readonly acts: ListActs }) {
  const { number, visibility, effectiveVisibility } = attachment;
  const isClosed = visibility === 'closed';
  const byPoint = !isClosed && effectiveVisibility === 'closed';
  return (
    <Button
      look="quiet"
      data-control="visibility"
      refusal={byPoint ? text.closedByPoint : null}
      aria-label={isClosed ? text.reopen(number) : text.close(number)}
      onClick={() => acts.setVisibility(attachment, isClosed ? 'open' : 'closed')}
    >
      {effectiveVisibility === 'closed' ? <Icon name="lock" /> : null}
      {isClosed ? text.makeOpenOne : text.makeClosedOne}
    </Button>
  );
}

function Acts({ attachment, work }: { readonly attachment: AttachmentView; readonly work: RowWork }) {
  const client = useQueryClient();
  const { number, file } = attachment;
  const { acts, items, owner } = work;
  return (
    <>
      <ChooseFiles
        look="quiet"
        aria-label={file === null ? text.addTo(number) : text.replaceOf(number)}
        onChosen={([chosen]) => {
          if (chosen) replaceWith(client, owner, attachment, chosen);
        }}
      >
        {file === null ? text.add : text.replace}
      </ChooseFiles>
      {(['up', 'down'] as const).map((way) => (
        <Button
          key={way}
          look="quiet"
          data-control={way}
          refusal={whyNot(items, attachment, way)}
          aria-label={way === 'up' ? text.upOf(number) : text.downOf(number)}
          onClick={() => acts.move(attachment, way === 'up' ? -1 : 1)}
        >
          {text[way]}
        </Button>
      ))}
      <Button
        look="quiet"
        data-control="remove"
        aria-label={text.removeOf(number)}
        onClick={() => acts.remove(attachment)}
      >
        {text.remove}
      </Button>
    </>
  );
}

/** Why a bilag cannot go one up or down: it stands at the end, or a closed one would come before an open one. */
function whyNot(
  items: readonly AttachmentView[],
  attachment: AttachmentView,
  way: 'up' | 'down',
): string | null {
  const neighbour = neighbourOf(items, attachment, way === 'up' ? -1 : 1);
  if (neighbour === undefined) return way === 'up' ? text.first : text.last;
  return neighbour.effectiveVisibility === attachment.effectiveVisibility ? null : text.closedLast;
}
