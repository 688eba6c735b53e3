import type { RequestContext } from '../../platform/http/request-context.js';
import type { EntityManager } from 'typeorm';
import type { AttachmentListView, AttachmentView } from '../../contracts/attachments.js';
import type { SubmittedContent } from '../../contracts/indstilling-trail.js';
import { strictest } from '../../domain/agenda/index.js';
import type { Visibility } from '../../domain/agenda/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { recordReads } from '../../platform/events/read-log.js';
import { allow, notFound } from '../../platform/http/problem-error.js';
import { findSeenPoint, loadSeenPointOf } from '../agenda-points/index.js';
import type { PointAttachment } from '../agenda-points/index.js';
import { findSeenIndstilling, loadSeenIndstilling, mayChangeIndstilling } from '../indstillinger/index.js';
import { mayRunMeetings } from '../meetings/index.js';
import { AttachmentRow } from './attachment.entity.js';
import { loadOwner, ownerOf, siblingsOf } from './attachment.owners.js';
import type { Owner, OwnerRef } from './attachment.owners.js';
import { filesOf, sentVersions } from './attachment.files.js';
import { attachmentViewIn, attachmentViews } from './attachment.view.js';
import type { ShownAttachments } from './attachment.view.js';
import { keptAttachments } from './kept-attachments.js';

/** The attachments of one owner that an actor may see. */
export interface SeenAttachments extends ShownAttachments {
  /** Whether they are seen as they are being worked on, and not as they were sent. */
  readonly whole: boolean;
  /** The meeting or body whose history they belong to. */
  readonly scopeId: string;
}

/** The attachments that an actor may see; `not-found` naming the owner where that is not there for them. */
export async function loadSeenAttachments(
  tx: EntityManager,
  actor: Actor,
  ref: OwnerRef,
): Promise<SeenAttachments> {
  const seen = await findSeenAttachments(tx, actor, ref);
  if (seen) return seen;
  throw 'pointId' in ref ? notFound('agenda point', ref.pointId) : notFound('indstilling', ref.indstillingId);
}

/** The same, or null. Of a sent agenda its readers have the bilag it was sent with. */
export async function findSeenAttachments(
  tx: EntityManager,
  actor: Actor,
  ref: OwnerRef,
): Promise<SeenAttachments | null> {
  if (!('pointId' in ref)) return ofIndstilling(tx, actor, ref);
  const { pointId } = ref;
  const seen = await findSeenPoint(tx, actor, pointId);
  if (!seen) return null;
  const { audience, attachments, state } = seen;
  const rows = await siblingsOf(tx, ref);
  const point = state.points.find(({ id }) => id === pointId);
  const parent = state.points.find(({ id }) => id === point?.parentId);
  const whole = seen.insight === 'drafts';
  const sees = actor.disqualifiedFrom.includes(pointId) ? 'open' : audience;
  // What was sent closed and is opened since comes to those who read open things when it is sent open.
  const own = attachments.filter(
    (one) => one.pointId === pointId && (audience === 'all' || one.visibility === 'open'),
  );
  const shown = whole ? seenOf(rows, own) : await asSent(tx, rows, own);
  // Whoever drafts the agenda, or reads it through, sees what it has now, sent or not; of the rest each version it was sent with.
  const now =
    whole || seen.asReviewer === true ? shown.flatMap(({ fileVersionId }) => fileVersionId ?? []) : [];
  const told = async (): Promise<ReadonlySet<string> | null> => {
    if (whole && sees === 'all') return null;
    if (seen.asReviewer === true) return new Set(now);
    return new Set([...(await sentVersions(tx, state.meeting.id, shown, sees)), ...now]);
  };
  return {
    rows: shown,
    whole,
    files: await filesOf(tx, shown, await told()),
    visibility: strictest(state.body.visibility, parent?.visibility, point?.visibility),
    audience,
    scopeId: state.meeting.id,
  };
}

type Sent = Pick<PointAttachment, 'id' | 'title' | 'position' | 'visibility' | 'fileVersionId'>;

const inOrder = (attachments: SubmittedContent['attachments']): Sent[] =>
  attachments.map(({ id, title, visibility, fileVersionId = null }, position) => ({
    ...{ id, title, position, visibility, fileVersionId },
  }));

function seenOf(rows: readonly AttachmentRow[], attachments: readonly Sent[]): AttachmentRow[] {
  return rows.filter((row) => attachments.some(({ id }) => id === row.id));
}

/**
 * The rows with the titles and files, and in the order, they were sent with, those that were removed since among them; how
 * often they were saved since is not told.
 */
async function asSent(
  tx: EntityManager,
  rows: readonly AttachmentRow[],
  attachments: readonly Sent[],
): Promise<AttachmentRow[]> {
  const sent = new Map(attachments.map((attachment) => [attachment.id, attachment]));
  const there = new Set(rows.map(({ id }) => id));
  const removed = [...sent.keys()].filter((id) => !there.has(id));
  return seenOf([...rows, ...(await keptAttachments(tx, removed))], attachments).map((row) => {
    const { title, position, fileVersionId } = sent.get(row.id) ?? row;
    return Object.assign({}, row, { title, position, fileVersionId, version: 1 });
  });
}

/** One attachment that is there and that an actor may see, or null. */
export async function findSeenAttachment(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<AttachmentRow | null> {
  const row = await tx.findOneBy(AttachmentRow, { id });
  const seen = row && (await findSeenAttachments(tx, actor, ownerOf(row)));
  return seen && attachmentViews(seen).some((view) => view.id === id) ? row : null;
}

/** The list of an owner as somebody sees it; that closed ones were read is put on record. */
export async function seenList(
  tx: EntityManager,
  context: RequestContext,
  ref: OwnerRef,
): Promise<AttachmentListView> {
  const seen = await loadSeenAttachments(tx, context.actor, ref);
  const items = attachmentViews(seen);
  const ids = items.filter(({ effectiveVisibility }) => effectiveVisibility === 'closed').map(({ id }) => id);
  await recordReads(tx, context, { name: 'attachment.read', kind: 'attachment', ids }, seen.scopeId);
  return { items };
}

/** One attachment after a change, numbered among those that the actor who changed it sees: what is hidden is not counted. */
export async function seenAfter(
  tx: EntityManager,
  actor: Actor,
  changed: AttachmentRow,
): Promise<AttachmentView> {
  const ref = ownerOf(changed);
  const seen = await loadSeenAttachments(tx, actor, ref);
  const rows = [...seen.rows.filter(({ id }) => id !== changed.id), changed];
  // They wrote it this moment: it is told, even where it became one of those that are not theirs to read.
  const files = await filesOf(tx, rows, null);
  return attachmentViewIn({ ...seen, rows, files, audience: 'all' }, changed.id);
}

/** Who sees only what an agenda was sent with has the bilag of that, as they were; the closed ones where they read closed papers. */
async function ofIndstilling(
  tx: EntityManager,
  actor: Actor,
  ref: Extract<OwnerRef, { indstillingId: string }>,
): Promise<SeenAttachments | null> {
  const seen = await findSeenIndstilling(tx, actor, ref.indstillingId);
  if (!seen) return null;
  const { row, attachments, closedPapers } = seen;
  const siblings = await siblingsOf(tx, ref);
  const whole = attachments == null;
  const seesOpen = ({ visibility }: { visibility: Visibility }): boolean =>
    closedPapers === true || visibility === 'open';
  const shown = whole ? siblings : await asSent(tx, siblings, inOrder(attachments).filter(seesOpen));
  const rows = shown.filter(seesOpen);
  const submitted = new Set(rows.flatMap(({ fileVersionId }) => fileVersionId ?? []));
  return {
    rows,
    whole,
    files: await filesOf(tx, rows, whole ? null : submitted),
    visibility: 'open',
    audience: closedPapers ? 'all' : 'open',
    scopeId: row.bodyId,
  };
}

/** The owner, locked, for an actor who may change what hangs on it. */
export async function loadOwnerToChange(tx: EntityManager, actor: Actor, ref: OwnerRef): Promise<Owner> {
  if ('pointId' in ref) {
    const { body } = await loadSeenPointOf(tx, actor, ref.pointId);
    allow(mayRunMeetings(actor, body.id));
  } else {
    const { row, sight } = await loadSeenIndstilling(tx, actor, ref.indstillingId);
    allow(mayChangeIndstilling(actor, row, sight));
  }
  return loadOwner(tx, ref, { lock: true });
}
