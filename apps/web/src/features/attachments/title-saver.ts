import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { AttachmentListView, AttachmentView } from '../../../../../libs/contracts/attachments.js';
import { Autosave } from '../../lib/autosave/autosave.js';
import type { KeptDraft } from '../../lib/autosave/drafts.js';
import { da } from '../../texts/da.js';
import { attachmentsQuery, changeAttachment, idOfOwner } from './api/attachments.js';
import type { BilagOwner } from './api/attachments.js';

export interface TitleFields {
  readonly title: string;
}

const LONGEST = 300;

export const savedTitle = ({ title, version }: AttachmentView) => ({ fields: { title }, version });

/** What is wrong with a title as it is typed, as a sentence; null where nothing is. */
export function titleFault({ title }: Partial<TitleFields>): string | null {
  if (title === undefined) return null;
  if (title.trim() === '') return da.attachments.fault.noTitle;
  return title.trim().length > LONGEST ? da.attachments.fault.longTitle : null;
}

/** Saves what is typed into the titles of the bilag of a point, for as long as its list stands. */
export function useTitleSaver(owner: BilagOwner): Autosave<TitleFields> {
  const client = useQueryClient();
  const saver = useMemo(() => titleSaver(client, owner), [client, owner]);
  useEffect(() => {
    saver.takeUp();
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void saver.flush(undefined, true);
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      void saver.flush();
      saver.stop();
    };
  }, [saver]);
  return saver;
}

function titleSaver(client: QueryClient, owner: BilagOwner): Autosave<TitleFields> {
  return new Autosave<TitleFields>({
    page: `attachments.${idOfOwner(owner)}`,
    send: async (id, { title }, version, leaving) => {
      const saved = await changeAttachment(
        { id, version },
        title === undefined ? {} : { title: title.trim() },
        leaving,
      );
      show(client, owner, saved);
      return savedTitle(saved);
    },
    readCurrent: (current) => {
      if (!isAttachment(current)) return null;
      show(client, owner, current);
      return savedTitle(current);
    },
    isDraft: isTitleDraft,
    faultOf: titleFault,
  });
}

/** Shows one bilag as the api has it now, in the list that stands there. */
export function show(client: QueryClient, owner: BilagOwner, now: AttachmentView): void {
  client.setQueryData<AttachmentListView>(attachmentsQuery(owner).queryKey, (list) =>
    list === undefined ? list : { items: list.items.map((one) => (one.id === now.id ? now : one)) },
  );
}

function isAttachment(value: unknown): value is AttachmentView {
  return value !== null && typeof value === 'object' && 'id' in value && 'offeredTitle' in value;
}

function isTitleDraft(kept: unknown): kept is KeptDraft<TitleFields> {
  if (kept === null || typeof kept !== 'object') return false;
  const { typed, base, version }: { typed?: unknown; base?: unknown; version?: unknown } = kept;
  return typeof version === 'number' && hasTitle(typed) && hasTitle(base);
}

function hasTitle(fields: unknown): boolean {
  return (
    fields !== null && typeof fields === 'object' && 'title' in fields && typeof fields.title === 'string'
  );
}
