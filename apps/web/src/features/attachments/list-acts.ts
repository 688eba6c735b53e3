import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { AttachmentListView, AttachmentView } from '../../../../../libs/contracts/attachments.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import {
  attachmentsQuery,
  changeAttachment,
  idOfOwner,
  moveAttachment,
  readAttachment,
  removeAttachment,
  restoreAttachment,
} from './api/attachments.js';
import type { BilagOwner } from './api/attachments.js';
import { show } from './title-saver.js';
import { refresh } from './uploads.js';

const { told } = da.attachments;

/** What has the focus after an act: a control of a bilag, by its name. */
export type Control = 'title' | 'visibility' | 'up' | 'down' | 'remove';

/** What is done to the bilag of a point, each act with its way back. */
export interface ListActs {
  /** What was refused last, and of which bilag. */
  readonly refusal: { readonly id: string; readonly error: unknown } | null;
  readonly move: (attachment: AttachmentView, steps: -1 | 1) => void;
  readonly setVisibility: (attachment: AttachmentView, visibility: 'open' | 'closed') => void;
  readonly remove: (attachment: AttachmentView) => void;
}

interface Act {
  readonly id: string;
  readonly run: () => Promise<void>;
}

/**
 * The acts on the list of a point. `list` is the element it stands in: the focus stays where it was pressed. What is pressed
 * while an act is on its way is done after it, to the bilag as they stand then.
 */
export function useListActs(
  owner: BilagOwner,
  items: readonly AttachmentView[],
  list: RefObject<HTMLElement | null>,
): ListActs {
  const client = useQueryClient();
  const focus = useFocusAfter(items, list);
  const [refusal, setRefusal] = useState<ListActs['refusal']>(null);
  const act = useMutation({
    scope: { id: `attachments.${idOfOwner(owner)}` },
    mutationFn: ({ run }: Act) => run(),
    onMutate: () => setRefusal(null),
    onError: (error, { id }) => setRefusal({ id, error }),
    onSettled: () => refresh(client, owner),
  });
  const onLatest = (
    { id }: AttachmentView,
    doIt: (now: AttachmentView, all: readonly AttachmentView[]) => Promise<void>,
  ): void => {
    const run = async (): Promise<void> => {
      const all = client.getQueryData(attachmentsQuery(owner).queryKey)?.items ?? [];
      const now = all.find((one) => one.id === id);
      if (now) await doIt(now, all);
    };
    act.mutate({ id, run });
  };
  return {
    refusal,
    move: (attachment, steps) => {
      onLatest(attachment, async (now, all) => {
        // The press before it may have brought it to the end.
        if (neighbourOf(all, now, steps)?.effectiveVisibility !== now.effectiveVisibility) return;
        focus(now.id, steps === -1 ? 'up' : 'down');
        await moveBy(client, owner, now, steps);
      });
    },
    setVisibility: (attachment, visibility) => {
      onLatest(attachment, async (now) => {
        focus(now.id, 'visibility');
        await setVisibility(client, owner, now, visibility);
      });
    },
    remove: (attachment) => {
      onLatest(attachment, async (now, all) => {
        const beside = neighbourOf(all, now, 1) ?? neighbourOf(all, now, -1);
        if (beside) focus(beside.id, 'remove');
        await remove(client, owner, now);
      });
    },
  };
}

/** The bilag that stands so many places after one; undefined where none does. */
export function neighbourOf(
  all: readonly AttachmentView[],
  { position }: Pick<AttachmentView, 'position'>,
  steps: -1 | 1,
): AttachmentView | undefined {
  return all[position + steps];
}

async function moveBy(
  client: QueryClient,
  owner: BilagOwner,
  { id, position, title, version }: AttachmentView,
  steps: number,
): Promise<void> {
  const { queryKey } = attachmentsQuery(owner);
  const put = (list: AttachmentListView): void => {
    client.setQueryData(queryKey, list);
  };
  // What was asked for before this move would show the list as it was.
  await client.cancelQueries({ queryKey });
  const list = await moveAttachment({ id, version }, position + steps);
  put(list);
  tellDone({
    text: told.moved(title, position + steps + 1, list.items.length),
    takeBack: async () => put(await moveAttachment(await readAttachment(id), position)),
  });
}

async function setVisibility(
  client: QueryClient,
  owner: BilagOwner,
  attachment: AttachmentView,
  visibility: 'open' | 'closed',
): Promise<void> {
  const { id, title } = attachment;
  const before = attachment.visibility;
  show(client, owner, await changeAttachment(attachment, { visibility }));
  tellDone({
    text: visibility === 'open' ? told.opened(title) : told.closed(title),
    takeBack: async () => {
      await changeAttachment(await readAttachment(id), { visibility: before });
      await refresh(client, owner);
    },
  });
}

async function remove(client: QueryClient, owner: BilagOwner, attachment: AttachmentView): Promise<void> {
  const { id, title } = attachment;
  await removeAttachment(attachment);
  client.setQueryData<AttachmentListView>(attachmentsQuery(owner).queryKey, (list) =>
    list === undefined ? list : { items: list.items.filter((one) => one.id !== id) },
  );
  tellDone({
    text: told.removed(title),
    takeBack: async () => {
      await restoreAttachment(id);
      await refresh(client, owner);
    },
  });
}

/** Gives the focus back to a control whose row was moved by an act, or to that of the row beside one that is gone. */
function useFocusAfter(
  items: readonly AttachmentView[],
  list: RefObject<HTMLElement | null>,
): (id: string, control: Control) => void {
  const wanted = useRef<{ id: string; control: Control } | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const { id, control } = wanted.current;
    const found = list.current?.querySelector<HTMLElement>(
      `[data-bilag="${id}"] [data-control="${control}"]`,
    );
    // Whoever has gone on meanwhile is not called back.
    const { activeElement } = document;
    if (found && (activeElement === document.body || list.current?.contains(activeElement))) found.focus();
    wanted.current = null;
  }, [items, list]);
  return (id, control) => {
    wanted.current = { id, control };
  };
}
