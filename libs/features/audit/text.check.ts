import { timeOfId } from '../../domain/audit/index.js';
import type { Finding } from '../../domain/audit/index.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import type { Query } from './trail.reader.js';

const PAGE = 500;

/** The hashes of the texts that an event row refers to. */
const REFERENCES = `jsonb_path_query(event.changes, '$[*].*.text') #>> '{}'`;

/** Finds the texts beside the trail that no longer have their hash, and those that sealed events refer to and are gone. */
export async function checkTexts(query: Query): Promise<Finding[]> {
  const edited = await editedTexts(query);
  const placed = edited.length === 0 ? [] : await whereReferred(query, edited);
  const gone = await query<Referred>(
    `SELECT seal.position::text, referred.hash, event.id
     FROM event JOIN event_seal AS seal ON seal.event_id = event.id
     CROSS JOIN LATERAL (SELECT ${REFERENCES} AS hash) AS referred
     WHERE event.changes IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM event_text WHERE event_text.hash = referred.hash)
     ORDER BY seal.position`,
  );
  return [
    ...once(placed).map((text) => findingOf('text-edited', text)),
    ...once(gone).map((text) => findingOf('text-deleted', text)),
  ];
}

interface Referred {
  readonly position: string;
  readonly hash: string;
  readonly id: string;
}

async function editedTexts(query: Query): Promise<string[]> {
  const edited: string[] = [];
  for (let after = '', full = true; full;) {
    const page = await query<{ hash: string; content: unknown }>(
      `SELECT hash, content FROM event_text WHERE hash > $1 ORDER BY hash LIMIT ${PAGE}`,
      [after],
    );
    edited.push(...page.filter(({ hash, content }) => contentHash(content) !== hash).map(({ hash }) => hash));
    after = page.at(-1)?.hash ?? after;
    full = page.length === PAGE;
  }
  return edited;
}

function whereReferred(query: Query, hashes: readonly string[]): Promise<Referred[]> {
  return query<Referred>(
    `SELECT seal.position::text, referred.hash, event.id
     FROM event JOIN event_seal AS seal ON seal.event_id = event.id
     CROSS JOIN LATERAL (SELECT ${REFERENCES} AS hash) AS referred
     WHERE event.changes IS NOT NULL AND referred.hash = ANY($1::text[])
     ORDER BY seal.position`,
    [hashes],
  );
}

/** Each text where it is first referred to. */
function once(texts: readonly Referred[]): Referred[] {
  return [...new Map([...texts].reverse().map((text) => [text.hash, text])).values()];
}

function findingOf(kind: 'text-edited' | 'text-deleted', { position, hash, id }: Referred): Finding {
  const [from, to] = [Number(position), Number(position)];
  return { kind, from, to, id: hash, at: timeOfId(id) };
}
