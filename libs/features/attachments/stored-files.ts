/** Runs SQL and gives its rows. */
export type Query = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/**
 * Every row that a stored file belongs to, by the hash of the file: documents that were made, those that came back, the files of bilag, and
 * those of bilag that were removed and can be given back. Whoever keeps the hash of a file in another table names it here,
 * or the file is swept away.
 */
export const FILE_REFERENCES = `
  SELECT sha256 FROM document WHERE sha256 IS NOT NULL
  UNION ALL SELECT sha256 FROM attachment_version WHERE sha256 IS NOT NULL
  UNION ALL SELECT sha256 FROM returned_document WHERE sha256 IS NOT NULL
  UNION ALL SELECT sha256 FROM word_reading WHERE sha256 IS NOT NULL
  UNION ALL SELECT version->>'sha256'
    FROM (SELECT kept FROM removed_point UNION ALL SELECT kept FROM removed_attachment) AS removed,
      jsonb_array_elements(coalesce(kept->'attachment_version', '[]')) version`;

/** Which of these files something refers to. */
export async function referencedAmong(query: Query, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ sha256: string }>(
    `SELECT DISTINCT sha256 FROM (${FILE_REFERENCES}) AS file WHERE sha256 = ANY($1)`,
    [hashes],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

const PAGE = 5000;

/** Every file that something refers to, once, in the order of their hashes. */
export async function* allReferenced(query: Query): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const rows = await query<{ sha256: string }>(
      `SELECT DISTINCT sha256 FROM (${FILE_REFERENCES}) AS file WHERE sha256 > $1 ORDER BY sha256 LIMIT ${PAGE}`,
      [after],
    );
    for (const { sha256 } of rows) yield sha256;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.sha256;
  }
}
