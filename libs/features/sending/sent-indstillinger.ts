import type { EntityManager } from 'typeorm';

/** The text of an indstilling that a point of an agenda is sent with, by the number of its submission. */
export interface SentText {
  readonly pointId: string;
  readonly indstillingId: string;
  readonly submission: number;
}

/**
 * The texts that an agenda would be sent with now: of each indstilling on a point that stands, what was approved last
 * by all. Read as facts.
 */
export function textsToSend(tx: EntityManager, meetingId: string): Promise<SentText[]> {
  return tx.query<SentText[]>(
    `SELECT p.id AS "pointId", i.id AS "indstillingId", i.approved_submission AS submission
     FROM agenda_point p JOIN indstilling i ON i.id = p.indstilling_id
     LEFT JOIN agenda_point parent ON parent.id = p.parent_id
     WHERE p.meeting_id = $1 AND i.approved_submission IS NOT NULL
       AND NOT p.withdrawn AND parent.withdrawn IS NOT TRUE
     ORDER BY p.id`,
    [meetingId],
  );
}

/** Keeps the texts that a version was sent with. */
export async function keepSentTexts(
  tx: EntityManager,
  versionId: string,
  texts: readonly SentText[],
): Promise<void> {
  await tx.query(
    `INSERT INTO sent_indstilling (version_id, point_id, indstilling_id, submission)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::int[])`,
    [
      versionId,
      texts.map((text) => text.pointId),
      texts.map((text) => text.indstillingId),
      texts.map((text) => text.submission),
    ],
  );
}

/**
 * Keeps the text that an old package has of a point as what its agenda went out with: in its newest version or, where the
 * meeting was never sent here, in none.
 */
export async function keepBroughtInText(tx: EntityManager, text: SentText): Promise<void> {
  await tx.query(
    `INSERT INTO sent_indstilling (version_id, point_id, indstilling_id, submission)
     SELECT (SELECT id FROM agenda_version WHERE meeting_id = p.meeting_id ORDER BY number DESC LIMIT 1), p.id, $2, $3
     FROM agenda_point p WHERE p.id = $1`,
    [text.pointId, text.indstillingId, text.submission],
  );
}

/** The texts that the versions of a meeting's agenda were sent with, by the id of the version. */
export async function sentTexts(
  tx: EntityManager,
  meetingId: string,
): Promise<ReadonlyMap<string, readonly SentText[]>> {
  const rows = await tx.query<{ id: string; texts: SentText[] }[]>(
    `SELECT version.id, json_agg(json_build_object('pointId', kept.point_id, 'indstillingId', kept.indstilling_id,
              'submission', kept.submission) ORDER BY kept.point_id) AS texts
     FROM agenda_version version JOIN sent_indstilling kept ON kept.version_id = version.id
     WHERE version.meeting_id = $1 GROUP BY version.id`,
    [meetingId],
  );
  return new Map(rows.map(({ id, texts }) => [id, texts]));
}
