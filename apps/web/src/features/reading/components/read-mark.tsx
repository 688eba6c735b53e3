import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ReadMarkView } from '../../../../../../libs/contracts/reading.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { momentInText } from '../../../lib/formats.js';
import { reading } from '../../../texts/reading.js';
import { ownReadingQuery, sayRead } from '../api/own-reading.js';
import { withMark } from '../own-reading.js';
import { useOnScreen } from '../use-on-screen.js';

const text = reading.mark;
/** So long the end of a text stands on the screen of somebody who has read it, in milliseconds. */
const READ_MS = 3000;

interface ReadMarkProps {
  readonly meetingId: string;
  readonly pointId: string;
  readonly mark: ReadMarkView | undefined;
}

/** At the end of a text: whether it is read. It is so by itself when its end has been looked at, or as one says. */
export function ReadMark({ meetingId, pointId, mark }: ReadMarkProps) {
  const client = useQueryClient();
  const end = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState(false);
  const say = useMutation({
    mutationFn: (read: boolean) => sayRead(pointId, read),
    onSuccess: (answer) =>
      client.setQueryData(ownReadingQuery(meetingId).queryKey, (own) => own && withMark(own, answer)),
  });
  const { mutate } = say;
  const wasRead = mark !== undefined && !mark.changed;
  const onSeen = useCallback(() => mutate(true), [mutate]);
  useOnScreen(end, { forMs: READ_MS, wanted: !wasRead && !said && !say.isPending, onSeen });
  return (
    <div ref={end} className="read-mark">
      <label className="choice">
        <input
          type="checkbox"
          checked={say.isPending ? say.variables : wasRead}
          onChange={({ target }) => {
            setSaid(true);
            mutate(target.checked);
          }}
        />
        {text.read}
      </label>
      {mark?.changed === true ? <p className="meta">{text.changedSince(momentInText(mark.readAt))}</p> : null}
      <Refusal error={say.error} />
    </div>
  );
}
