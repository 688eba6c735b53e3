import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AttachmentView } from '../../../../../../libs/contracts/attachments.js';
import { OtherTab } from '../../../components/ui/other-tab.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { statusOf } from '../../../lib/api/problem.js';
import { useTabLock } from '../../../lib/use-tab-lock.js';
import { da } from '../../../texts/da.js';
import { attachmentsQuery } from '../api/attachments.js';
import { useListActs } from '../list-acts.js';
import { useTitleSaver } from '../title-saver.js';
import { useFileDrop } from '../use-file-drop.js';
import { AttachmentRow } from './attachment-row.js';
import { BilagList } from './bilag-list.js';
import { ChooseFiles } from './choose-files.js';
import { DropTarget } from './drop-target.js';
import { UploadList } from './upload-list.js';

const text = da.attachments;

interface PointAttachmentsProps {
  readonly pointId: string;
  /** The point is closed, and all its bilag with it. */
  readonly isClosed: boolean;
  /** Whether bilag are added, replaced, renamed, moved and removed here now. */
  readonly mayEdit: boolean;
  /** Whether they are opened and closed here now. */
  readonly mayOpenAndClose: boolean;
}

/** The bilag of one point in their order, and where files are dropped or chosen. */
export function PointAttachments(props: PointAttachmentsProps) {
  const { pointId, isClosed, mayEdit } = props;
  const attachments = useQuery(attachmentsQuery(pointId));
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
    <DropTarget pointId={pointId} isClosed={isClosed} takes>
      {list}
      <UploadList pointId={pointId} onAnswered={() => document.getElementById(ADD_FILES)?.focus()} />
      <AddFiles pointId={pointId} isClosed={isClosed} />
    </DropTarget>
  );
}

/** The button that asks for more files. */
const ADD_FILES = 'add-files';

interface AddFilesProps {
  readonly pointId: string;
  readonly isClosed: boolean;
}

/** The way to attach files without dragging them. */
export function AddFiles({ pointId, isClosed }: AddFilesProps) {
  const { take } = useFileDrop({ pointId, isClosed, takes: true });
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

function WorkingList({ items, pointId, mayEdit, mayOpenAndClose }: PointAttachmentsProps & Items) {
  const list = useRef<HTMLOListElement>(null);
  const saver = useTitleSaver(pointId);
  const acts = useListActs(pointId, items, list);
  const tab = useTabLock(`attachments.${pointId}`);
  if (items.length === 0) return <p className="meta">{text.none}</p>;
  const work = tab.isMine ? { pointId, saver, acts, items, mayEdit, mayOpenAndClose } : null;
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
