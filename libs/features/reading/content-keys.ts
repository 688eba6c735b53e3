import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/rights/index.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { submissionsSeen } from '../indstillinger/index.js';
import { reachOf } from '../organisation/index.js';
import type { ReadablePoint } from './readable-points.js';

/**
 * What points say to somebody, as keys by their ids: the words of each, its bilag with their files, and which submission of
 * its indstilling they read. Numbers and times are not what a point says. They are made of nothing that is not read.
 */
export async function contentKeysOf(
  tx: EntityManager,
  actor: Actor,
  readable: Iterable<ReadablePoint>,
): Promise<ReadonlyMap<string, string>> {
  const points = [...readable];
  const ids = points.flatMap(({ point }) => point.indstillingId ?? []);
  const submissions = await submissionsSeen(tx, await reachOf(tx, actor), ids);
  return new Map(
    points.map(({ point, attachments }) => {
      const { id, title, type, purpose, method, responsible, attending, withdrawn, indstillingId } = point;
      const papers = attachments.map((one) => [one.id, one.title, one.fileVersionId]);
      const submission = indstillingId === null ? null : (submissions.get(indstillingId) ?? null);
      const says = { title, type, purpose, method, responsible, attending, withdrawn, papers };
      return [id, contentHash({ ...says, indstillingId, submission })];
    }),
  );
}
