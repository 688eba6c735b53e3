import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { AttachmentListView, AttachmentView } from '../../../../../libs/contracts/attachments.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import {
  attachmentsQuery,
  changeAttachment,
  moveAttachment,
  readAttachment,
  removeAttachment,
  restoreAttachment,
} from './api/attachments.js';
import { show } from './title-saver.js';
import { refresh } from './uploads.js';

const { told } = da.attachments;

/** What has the focus after an act: a control of a bilag, by its name. */
export type Control = 'title' | 'visibility' | 'up' | 'down' | 'remove';

/** What is done to the bilag of a point, each act with its way back. */
export interface ListActs {
  /** What was refused last, and of which bilag. */
  readonly refusal: { readonly id: string; readonly error: unknown } | null;
  readonly isBusy: boolean;
  readonly move: (attachment: AttachmentView, steps: -1 | 1) => void;
  readonly setVisibility: (attachment: AttachmentView, visibility: 'open' | 'closed') => void;
  readonly remove: (attachment: AttachmentView) => void;
}

interface Act {
  readonly id: string;
  readonly run: () => Promise<void>;
}

/** The acts on the list of a point. `list` is the element it stands in: the focus stays where it was pressed. */
export function useListActs(
  pointId: string,
  items: readonly AttachmentView[],
  list: RefObject<HTMLElement | null>,
): ListActs {
  const client = useQueryClient();
  const focus = useFocusAfter(items, list);
  const act = useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSettled: () => refresh(client, pointId),
  });
  return {
    refusal: act.error === null ? null : { id: act.variables.id, error: act.error },
    isBusy: act.isPending,
    move: (attachment, steps) => {
      focus(attachment.id, steps === -1 ? 'up' : 'down');
      act.mutate({ id: attachment.id, run: () => moveBy(client, pointId, attachment, steps) });
    },
    setVisibility: (attachment, visibility) => {
      focus(attachment.id, 'visibility');
      act.mutate({ id: attachment.id, run: () => setVisibility(client, pointId, attachment, visibility) });
    },
    remove: (attachment) => {
      const at = items.indexOf(attachment);
      const neighbour = items[at + 1] ?? items[at - 1];
      if (neighbour) focus(neighbour.id, 'remove');
      act.mutate({ id: attachment.id, run: () => remove(client, pointId, attachment) });
    },
  };
}

async function moveBy(
  client: QueryClient,
  pointId: string,
  { id, position, title, version }: AttachmentView,
  steps: number,
): Promise<void> {
  const put = (list: AttachmentListView): void => {
    client.setQueryData(attachmentsQuery(pointId).queryKey, list);
  };
  const list = await moveAttachment({ id, version }, position + steps);
  put(list);
  tellDone({
    text: told.moved(title, position + steps + 1, list.items.length),
    takeBack: async () => put(await moveAttachment(await readAttachment(id), position)),
  });
}

async function setVisibility(
  client: QueryClient,
  pointId: string,
  attachment: AttachmentView,
  visibility: 'open' | 'closed',
): Promise<void> {
  const { id, title } = attachment;
  const before = attachment.visibility;
  show(client, pointId, await changeAttachment(attachment, { visibility }));
  tellDone({
    text: visibility === 'open' ? told.opened(title) : told.closed(title),
    takeBack: async () => {
      await changeAttachment(await readAttachment(id), { visibility: before });
      await refresh(client, pointId);
    },
  });
}

async function remove(client: QueryClient, pointId: string, attachment: AttachmentView): Promise<void> {
  const { id, title } = attachment;
  await removeAttachment(attachment);
  client.setQueryData<AttachmentListView>(attachmentsQuery(pointId).queryKey, (list) =>
    list === undefined ? list : { items: list.items.filter((one) => one.id !== id) },
  );
  tellDone({
    text: told.removed(title),
    takeBack: async () => {
      await restoreAttachment(id);
      await refresh(client, pointId);
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
