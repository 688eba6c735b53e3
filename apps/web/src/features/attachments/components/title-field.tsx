import { useState } from 'react';
import type { AttachmentView } from '../../../../../../libs/contracts/attachments.js';
import { Button } from '../../../components/ui/button.js';
import { ConflictPanel } from '../../../components/ui/conflict-panel.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import type { Autosave } from '../../../lib/autosave/autosave.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import { savedTitle, titleFault } from '../title-saver.js';
import type { TitleFields } from '../title-saver.js';

const text = da.attachments;

interface TitleProps {
  readonly attachment: AttachmentView;
  readonly saver: Autosave<TitleFields>;
}

/** The title of a bilag, which saves itself; a better one is offered where it is a file name or numbered. */
export function TitleField({ attachment, saver }: TitleProps) {
  const { id, number, title, offeredTitle } = attachment;
  const unsaved = useStore(saver.unsaved).get(id);
  const [own, setOwn] = useState<string | null>(null);
  const standing = unsaved?.typed.title ?? title;
  // What is typed stands as it was typed while the field has the focus, spaces at its end too.
  const value = own !== null && own.trim() === standing.trim() ? own : standing;
  const fault = unsaved?.state === 'refused' ? titleFault(unsaved.typed) : null;
  const type = (next: string): void => saver.type(id, savedTitle(attachment), { title: next });
  return (
    <>
      <textarea
        rows={1}
        className="bilag-title"
        data-control="title"
        aria-label={text.titleOf(number)}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={fault === null ? undefined : `title-fault-${id}`}
        value={value}
        onChange={(event) => {
          // Lines that are pasted become one.
          const typed = event.target.value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
          setOwn(typed);
          type(typed);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void saver.flush(id);
        }}
        onBlur={() => {
          setOwn(null);
          void saver.flush(id);
        }}
      />
      {fault === null ? null : (
        <p id={`title-fault-${id}`} className="fault">
          {fault}
        </p>
      )}
      {offeredTitle === null || unsaved !== undefined ? null : (
        <Button
          look="quiet"
          className="bilag-offer"
          onClick={() => {
            type(offeredTitle);
            void saver.flush(id);
          }}
        >
          {text.offered(offeredTitle)}
        </Button>
      )}
      <Unsaved {...{ attachment, saver }} />
    </>
  );
}

/** Why a title is not saved: the line is down, it was refused, or somebody else has written another. */
function Unsaved({ attachment: { id }, saver }: TitleProps) {
  const mine = useStore(saver.unsaved).get(id);
  if (mine?.state === 'failed') return <p className="fault">{text.saveFailed}</p>;
  if (mine?.state === 'refused' && titleFault(mine.typed) === null) return <Refusal error={mine.error} />;
  if (mine?.state !== 'conflict' || mine.theirs === null) return null;
  const theirs = mine.theirs.fields;
  return (
    <ConflictPanel
      labels={text.conflictLabels}
      mine={{ ...theirs, ...mine.typed }}
      theirs={{ ...theirs }}
      onMine={() => void saver.keepMine(id)}
      onTheirs={() => void saver.takeTheirs(id)}
    />
  );
}
