import type { EntityManager } from 'typeorm';
import type { SubmittedContent } from '../../contracts/indstilling-trail.js';
import { isProduct, scopesOf } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { load } from '../../platform/database/versioned.js';
import { notFound } from '../../platform/http/problem-error.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { BodyRow, reachOf } from '../organisation/index.js';
import type { Reach } from '../organisation/index.js';
import { OUT_STATES, PLACEMENTS, sightParameters, submissionRead } from './indstilling.conditions.js';
import { IndstillingRow, IndstillingVersionRow } from './indstilling.entity.js';
import { seesAsAsked, sightOf } from './indstillinger.policy.js';
import { withoutClosedPapers } from './indstilling.papers.js';
import { attachmentsOf, papersToday } from './indstilling.queries.js';
import { onPointsFor } from './placement.policy.js';
import type { OnPoints, Placement } from './placement.policy.js';
import { asSubmitted, submittedContent } from './indstilling.view.js';
import type { SeenIndstilling } from './indstilling.view.js';

/** `asOf`: judged as if it were in that state. */
interface FindOptions {
  readonly lock?: boolean;
  readonly asOf?: IndstillingRow['state'];
}

/** An indstilling that the actor sees, or null. */
export async function findSeenIndstilling(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: FindOptions = {},
): Promise<SeenIndstilling | null> {
  const lock = options.lock ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const row = await tx.findOne(IndstillingRow, { where: { id }, ...lock });
  if (!row) return null;
  const body = await load(tx, BodyRow, 'body', row.bodyId);
  const points = await onPoints(tx, actor, row);
  const sight = sightOf(actor, Object.assign({}, row, { state: options.asOf ?? row.state }), points);
  if (sight === 'none') return null;
  if (sight === 'whole') return wholeIndstilling(tx, actor, row, { body, points });
  const version = await tx.findOneBy(IndstillingVersionRow, {
    indstillingId: id,
    number: points.submission ?? 0,
  });
  if (!version) return null;
  const { content } = version;
  const closedPapers = points.withClosedPapers && !points.withoutClosed;
  const submitted = asSubmitted(row, version);
  const sections = closedPapers ? submitted.sections : await openSections(tx, row, content);
  return {
    ...{ row: Object.assign(submitted, { sections }), body, sight, closedPapers },
    attachments: content.attachments,
  };
}

/**
 * An indstilling as those see it who work on it, less its closed bilag for who is disqualified on a point that it lies on,
 * or only asked for an opinion.
 */
export async function seenWhole(
  tx: EntityManager,
  actor: Actor,
  row: IndstillingRow,
): Promise<SeenIndstilling> {
  const body = await load(tx, BodyRow, 'body', row.bodyId);
  return wholeIndstilling(tx, actor, row, { body, points: await onPoints(tx, actor, row) });
}

async function wholeIndstilling(
  tx: EntityManager,
  actor: Actor,
  row: IndstillingRow,
  { body, points }: { readonly body: BodyRow; readonly points: OnPoints },
): Promise<SeenIndstilling> {
  const withoutClosed = points.withoutClosed || seesAsAsked(actor, row);
  const seen = { row, body, sight: 'whole' as const, attachments: null, closedPapers: !withoutClosed };
  return withoutClosed ? { ...seen, sections: await openSections(tx, row, null) } : seen;
}

async function openSections(
  tx: EntityManager,
  row: IndstillingRow,
  content: SubmittedContent | null,
): Promise<SubmittedContent['sections']> {
  if (content) return withoutClosedPapers(content, await papersToday(tx, content.attachments)).sections;
  const today = await attachmentsOf(tx, row.id);
  return withoutClosedPapers(submittedContent(row, today), today).sections;
}

/** Submitted versions of an indstilling as those see them who see it; what is left of one has a hash of its own. */
export async function seenVersions(
  tx: EntityManager,
  { closedPapers }: SeenIndstilling,
  versions: readonly IndstillingVersionRow[],
): Promise<IndstillingVersionRow[]> {
  if (closedPapers) return [...versions];
  const today = await papersToday(
    tx,
    versions.flatMap(({ content }) => content.attachments),
  );
  return versions.map((version) => {
    const content = withoutClosedPapers(version.content, today);
    return Object.assign({}, version, { content, contentHash: contentHash(content) });
  });
}

/** Whether a submission is there for who sees an indstilling so: all of them or, for those who see what an agenda was sent with, that one. */
export function mayBeRead({ sight, row }: SeenIndstilling, number: number): boolean {
  return sight !== 'submitted' || number === row.submission;
}

/** The same, where there is such a submission. */
export async function readsSubmission(
  tx: EntityManager,
  seen: SeenIndstilling,
  number: number,
): Promise<boolean> {
  return (
    mayBeRead(seen, number) &&
    (await tx.existsBy(IndstillingVersionRow, { indstillingId: seen.row.id, number }))
  );
}

/** Loads an indstilling that the actor sees; any other is as one that does not exist. */
export async function loadSeenIndstilling(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SeenIndstilling> {
  const seen = await findSeenIndstilling(tx, actor, id, options);
  if (!seen) throw notFound('indstilling', id);
  return seen;
}

/** Loads an indstilling that the actor sees as it is being worked on. */
export async function loadWholeIndstilling(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SeenIndstilling> {
  const seen = await loadSeenIndstilling(tx, actor, id, options);
  if (seen.sight !== 'whole') throw notFound('indstilling', id);
  return seen;
}

/** Indstillinger as an agenda was sent with them, without their texts, by id: each as the one who asks reads it; one query. */
export async function submittedRows(
  tx: EntityManager,
  reach: Reach,
  rows: readonly IndstillingRow[],
): Promise<ReadonlyMap<string, IndstillingRow>> {
  if (rows.length === 0) return new Map();
  const found = await tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .innerJoin(
      IndstillingVersionRow,
      'submitted',
      `submitted.indstillingId = indstilling.id AND submitted.number = ${submissionRead('indstilling')}`,
    )
    .select('indstilling.id', 'id')
    .addSelect('submitted.number', 'number')
    .addSelect(`submitted.content || :withoutTexts::jsonb`, 'content')
    .where('indstilling.id = ANY(:ids)', { ids: rows.map((row) => row.id) })
    .setParameters({
      ...sightParameters(reach),
      withoutTexts: JSON.stringify({ sections: {}, attachments: [] }),
    })
    .getRawMany<{ id: string; number: number; content: SubmittedContent }>();
  const versions = new Map(found.map((version) => [version.id, version]));
  return new Map(
    rows.flatMap((row) => {
      const version = versions.get(row.id);
      return version ? [[row.id, asSubmitted(row, version)] as const] : [];
    }),
  );
}

/** How it lies on agendas for the actor; which points those are stays with the row, as do the units that are asked. */
async function onPoints(tx: EntityManager, actor: Actor, row: IndstillingRow): Promise<OnPoints> {
  // The product sees it whole, wherever it lies.
  const placements = isProduct(actor) ? [] : await placementsOf(tx, await reachOf(tx, actor), row.id);
  row.liesOn = placements.map(({ pointId }) => pointId);
  await readAsked(tx, actor, [row]);
  return onPointsFor(actor, placements, row.approvedSubmission);
}

/** Reads which units are asked for their opinion of them, for who works in a unit; others are not judged by it. */
export async function readAsked(
  tx: EntityManager,
  actor: Actor,
  rows: readonly IndstillingRow[],
): Promise<void> {
  if (rows.length === 0 || scopesOf(actor, ['leader', 'staff']).length === 0) return;
  const found = await tx.query<{ id: string; units: string[] }[]>(
    `SELECT indstilling_id AS id, array_agg(unit_id) AS units FROM indstilling_opinion
     WHERE indstilling_id = ANY($1::uuid[]) GROUP BY indstilling_id`,
    [rows.map(({ id }) => id)],
  );
  const units = new Map(found.map((each) => [each.id, each.units]));
  for (const row of rows) row.askedUnits = units.get(row.id) ?? [];
}

/** Reads which points they lie on, for who stands in for somebody; others are not judged by it. */
export async function readPoints(
  tx: EntityManager,
  actor: Actor,
  rows: readonly IndstillingRow[],
): Promise<void> {
  if ((actor.standsIn ?? []).length === 0) return;
  const found = await tx.query<{ id: string; points: string[] }[]>(
    `SELECT indstilling_id AS id, array_agg(id) AS points FROM agenda_point
     WHERE indstilling_id = ANY($1::uuid[]) GROUP BY indstilling_id`,
    [rows.map(({ id }) => id)],
  );
  const points = new Map(found.map((each) => [each.id, each.points]));
  for (const row of rows) row.liesOn = points.get(row.id) ?? [];
}

interface PlacementFacts extends Omit<Placement, 'insight' | 'sent'> {
  readonly bodyId: string;
  readonly submission: number | null;
  /** Null where an old package brought it: no agenda of it was sent here. */
  readonly at: Date | null;
}

/** The points that an indstilling lies on, as those judge them who ask. */
export async function placementsOf(tx: EntityManager, reach: Reach, id: string): Promise<Placement[]> {
  const rows = await tx.query<PlacementFacts[]>(PLACEMENTS, [id, OUT_STATES]);
  return rows.map(({ bodyId, submission, at, ...placement }) => ({
    ...placement,
    insight: reach.into(bodyId),
    sent: submission === null ? null : { submission, at: at ?? new Date(0) },
  }));
}
