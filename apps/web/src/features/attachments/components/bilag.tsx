import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AttachmentView } from '../../../../../../libs/contracts/attachments.js';
import { OtherTab } from '../../../components/ui/other-tab.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { statusOf } from '../../../lib/api/problem.js';
import { useTabLock } from '../../../lib/use-tab-lock.js';
import { da } from '../../../texts/da.js';
import { attachmentsQuery, idOfOwner } from '../api/attachments.js';
import type { BilagOwner } from '../api/attachments.js';
import { useListActs } from '../list-acts.js';
import { useTitleSaver } from '../title-saver.js';
import { useFileDrop } from '../use-file-drop.js';
import { AttachmentRow } from './attachment-row.js';
import { BilagList } from './bilag-list.js';
import { ChooseFiles } from './choose-files.js';
import { DropTarget } from './drop-target.js';
import { UploadList } from './upload-list.js';

const text = da.attachments;

interface BilagProps {
  readonly owner: BilagOwner;
  /** What they hang on is closed, and all of them with it. */
  readonly isClosed: boolean;
  /** Whether bilag are added, replaced, renamed, moved and removed here now. */
  readonly mayEdit: boolean;
  /** Whether they are opened and closed here now. */
  readonly mayOpenAndClose: boolean;
}

/** The bilag of one point or indstilling in their order, and where files are dropped or chosen. */
export function Bilag(props: BilagProps) {
  const { owner, isClosed, mayEdit } = props;
  const attachments = useQuery(attachmentsQuery(owner));
  // Of a point that only holds the place of a closed one there is nothing more to see.
  if (statusOf(attachments.error) === 404) return null;
  const list = (
    <Loaded what={text.these} query={attachments} rows={2}>
      {({ items }) =>
        mayEdit || props.mayOpenAndClose ? (
          <WorkingList {...props} items={items} />
        ) : (
          <BilagList items={items} />
        )
      }
    </Loaded>
  );
  if (!mayEdit) return list;
  return (
    <DropTarget owner={owner} isClosed={isClosed} takes>
      {list}
      <UploadList owner={owner} onAnswered={() => document.getElementById(ADD_FILES)?.focus()} />
      <AddFiles owner={owner} isClosed={isClosed} />
    </DropTarget>
  );
}

/** The button that asks for more files. */
const ADD_FILES = 'add-files';

interface AddFilesProps {
  readonly owner: BilagOwner;
  readonly isClosed: boolean;
}

/** The way to attach files without dragging them. */
export function AddFiles({ owner, isClosed }: AddFilesProps) {
  const { take } = useFileDrop({ owner, isClosed, takes: true });
  return (
    <p className="bilag-add">
      <ChooseFiles id={ADD_FILES} several onChosen={take}>
        {text.choose}
      </ChooseFiles>
      <span className="hint">{text.chooseHint}</span>
    </p>
  );
}

interface Items {
  readonly items: readonly AttachmentView[];
}

function WorkingList({ items, owner, mayEdit, mayOpenAndClose }: BilagProps & Items) {
  const list = useRef<HTMLOListElement>(null);
  const saver = useTitleSaver(owner);
  const acts = useListActs(owner, items, list);
  const tab = useTabLock(`attachments.${idOfOwner(owner)}`);
  if (items.length === 0) return <p className="meta">{text.none}</p>;
  const work = tab.isMine ? { owner, saver, acts, items, mayEdit, mayOpenAndClose } : null;
  return (
    <>
      {tab.isMine ? null : <OtherTab onTakeOver={tab.takeOver} />}
      <ol className="bilag-list" ref={list}>
        {items.map((attachment) => (
          <AttachmentRow key={attachment.id} attachment={attachment} work={work} />
        ))}
      </ol>
    </>
  );
}
