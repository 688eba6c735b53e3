import type { QueryClient } from '@tanstack/react-query';
import type { AttachmentView } from '../../../../../libs/contracts/attachments.js';
import { ApiError, sentenceOf } from '../../lib/api/problem.js';
import { announce } from '../../lib/announcements.js';
import { counted } from '../../lib/formats.js';
import { createStore } from '../../lib/store.js';
import { tellDone } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import {
  attachFile,
  attachmentsQuery,
  changeAttachment,
  readAttachment,
  replaceFile,
} from './api/attachments.js';
import type { BilagOwner } from './api/attachments.js';

const text = da.attachments;

/** A file on its way to a point. */
export interface Upload {
  /** Also its Idempotency-Key: however often it is tried, it is attached once. */
  readonly key: string;
  readonly owner: BilagOwner;
  readonly file: File;
  /** The bilag that gets it as its new file; null for a bilag of its own. */
  readonly replaces: AttachmentView | null;
  /** The drop it came with; null for one that replaces. */
  readonly dropId: string | null;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** How much of it has gone, in whole per cent. */
  readonly percent: number;
  readonly error: unknown;
}

/** Files that came together: whether they are closed is asked once. */
export interface Drop {
  readonly id: string;
  readonly owner: BilagOwner;
  readonly count: number;
  /** Null until somebody says; they are closed as long. */
  readonly choice: 'closed' | 'open' | null;
  /** What is attached of it, and what of that is opened. */
  readonly made: readonly AttachmentView[];
  readonly opened: readonly AttachmentView[];
  /** It was told that all of it is open, or why it is not. */
  readonly told: boolean;
}

/** Everything on its way, to whatever point: it goes on when one leaves the page. */
export const uploads = createStore<readonly Upload[]>([]);
export const drops = createStore<readonly Drop[]>([]);

/** One file after the other for a point, so that they stand in the order they came in. */
const lines = new Map<BilagOwner, Promise<void>>();

const isUnderway = ({ state }: Upload): boolean => state !== 'failed';

/** Leaving the product while files are on their way would lose them: the browser asks. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();
uploads.subscribe(() => {
  if (uploads.get().some(isUnderway)) window.addEventListener('beforeunload', askBeforeLeaving);
  else window.removeEventListener('beforeunload', askBeforeLeaving);
});

/** Begins to attach files to a point, closed; `ask`: whether they may be open is asked, once for all of them. */
export function attachFiles(
  client: QueryClient,
  owner: BilagOwner,
  files: readonly File[],
  { ask }: { readonly ask: boolean },
): void {
  if (files.length === 0) return;
  const drop: Drop = {
    ...{ id: crypto.randomUUID(), owner, count: files.length, choice: ask ? null : 'closed' },
    ...{ made: [], opened: [], told: false },
  };
  drops.set([...drops.get(), drop]);
  for (const file of files) begin(client, { owner, file, replaces: null, dropId: drop.id });
  if (ask) announce(questionOf(drop));
}

/** Begins to send a new file for a bilag. */
export function replaceWith(
  client: QueryClient,
  owner: BilagOwner,
  replaces: AttachmentView,
  file: File,
): void {
  begin(client, { owner, file, replaces, dropId: null });
}

/** Tries a file again that was not taken. */
export function tryAgain(client: QueryClient, key: string): void {
  put(key, { state: 'waiting', percent: 0, error: null });
  queue(client, key);
}

/** Lets go of a file that was not taken. */
export function letGo(key: string): void {
  uploads.set(uploads.get().filter((upload) => upload.key !== key));
  forgetSettled();
}

/** Says whether the files of a drop are closed or open; those still on their way follow. */
export async function choose(client: QueryClient, id: string, choice: 'closed' | 'open'): Promise<void> {
  const made = findDrop(id)?.made ?? [];
  putDrop(id, { choice });
  if (choice === 'closed') announce(text.told.keptClosed);
  else await openSome(client, id, made);
  forgetSettled();
}

/** What is opened, or on the way to it: whoever answers while a file arrives and the file that arrives would both open it. */
const opening = new Set<string>();

/** Opens what was attached of a drop; when the last of it is open that is told, once for all of it, with the way back. */
async function openSome(client: QueryClient, id: string, all: readonly AttachmentView[]): Promise<void> {
  const { owner } = findDrop(id) ?? {};
  const made = all.filter((one) => !opening.has(one.id));
  if (owner === undefined || made.length === 0) return;
  for (const one of made) opening.add(one.id);
  try {
    await setVisibility(client, owner, made, 'open');
  } catch (error) {
    putDrop(id, { told: true });
    tellDone({ text: sentenceOf(error), takeBack: null });
    return;
  }
  const opened = [...(findDrop(id)?.opened ?? []), ...made];
  putDrop(id, { opened });
  const isComing = uploads.get().some((upload) => upload.dropId === id && isUnderway(upload));
  if (isComing || opened.length < (findDrop(id)?.made.length ?? 0) || opened.length === 0) return;
  putDrop(id, { told: true });
  tellDone({
    text: text.told.openedSeveral(opened.length),
    takeBack: () => setVisibility(client, owner, opened, 'closed'),
  });
}

/** What is asked of a drop. */
export function questionOf({ count }: Drop): string {
  return count === 1 ? text.questionOne : text.question(counted(count, text.oneFile, text.severalFiles));
}

type New = Pick<Upload, 'owner' | 'file' | 'replaces' | 'dropId'>;

function begin(client: QueryClient, given: New): void {
  const key = crypto.randomUUID();
  uploads.set([...uploads.get(), { ...given, key, state: 'waiting', percent: 0, error: null }]);
  queue(client, key);
}

function queue(client: QueryClient, key: string): void {
  const upload = find(key);
  if (!upload) return;
  const before = lines.get(upload.owner) ?? Promise.resolve();
  lines.set(
    upload.owner,
    before.then(() => run(client, key)),
  );
}

async function run(client: QueryClient, key: string): Promise<void> {
  const upload = find(key);
  if (!upload) return;
  put(key, { state: 'sending' });
  try {
    const made = await send(upload);
    uploads.set(uploads.get().filter((one) => one.key !== key));
    await arrived(client, upload, made);
  } catch (error) {
    put(key, { state: 'failed', error });
    announce(text.told.failed(upload.file.name));
  }
  forgetSettled();
}

async function send({ key, owner, file, replaces }: Upload): Promise<AttachmentView> {
  const onProgress = (gone: number): void => {
    const percent = Math.floor(gone * 100);
    if (find(key)?.percent !== percent) put(key, { percent });
  };
  if (replaces === null) return attachFile(owner, file, key, onProgress);
  // Its order and title may have changed meanwhile; its file may not, unless whoever tries again has seen that.
  const now = await readAttachment(replaces.id);
  if (now.file?.number !== replaces.file?.number) {
    put(key, { replaces: now });
    throw new ApiError({ code: 'stale-version', status: 412 });
  }
  return replaceFile(now, file, onProgress);
}

async function arrived(client: QueryClient, { owner, dropId }: Upload, made: AttachmentView): Promise<void> {
  const drop = dropId === null ? undefined : findDrop(dropId);
  announce(drop ? text.told.added(made.title) : text.told.replaced(made.title));
  if (drop) putDrop(drop.id, { made: [...drop.made, made] });
  await refresh(client, owner);
  if (drop && findDrop(drop.id)?.choice === 'open') await openSome(client, drop.id, [made]);
}

async function setVisibility(
  client: QueryClient,
  owner: BilagOwner,
  made: readonly AttachmentView[],
  visibility: 'open' | 'closed',
): Promise<void> {
  try {
    for (const { id } of made) await changeAttachment(await readAttachment(id), { visibility });
  } finally {
    await refresh(client, owner);
  }
}

/** Reads anew what shows the bilag of a point: their list, and the agendas that count them. */
export async function refresh(client: QueryClient, owner: BilagOwner): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: attachmentsQuery(owner).queryKey }),
    client.invalidateQueries({ queryKey: ['meetings', 'agenda'] }),
    client.invalidateQueries({ queryKey: ['agenda'] }),
    client.invalidateQueries({ queryKey: ['indstillinger'] }),
  ]);
}

/** A drop is over when nothing of it is on its way or waits to be tried again, and it was answered for what is attached. */
function forgetSettled(): void {
  const rest = drops.get().filter(({ id, choice, made, told }) => {
    const hasMore = uploads.get().some(({ dropId }) => dropId === id);
    const isOpen = made.length > 0 && (choice === null || (choice === 'open' && !told));
    return hasMore || isOpen;
  });
  if (rest.length < drops.get().length) drops.set(rest);
}

const findDrop = (id: string): Drop | undefined => drops.get().find((drop) => drop.id === id);

function putDrop(id: string, patch: Partial<Drop>): void {
  drops.set(drops.get().map((drop) => (drop.id === id ? { ...drop, ...patch } : drop)));
}

const find = (key: string): Upload | undefined => uploads.get().find((upload) => upload.key === key);

function put(key: string, patch: Partial<Upload>): void {
  uploads.set(uploads.get().map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)));
}
