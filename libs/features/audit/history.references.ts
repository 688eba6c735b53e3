import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { PersonRow } from '../organisation/index.js';
import type { EventEntity } from './event.entity.js';
import type { HistoryReferences } from './history.view.js';

/** The names and long texts that the events of a page refer to; of the texts only those asked for. */
export async function referencesOf(
  tx: EntityManager,
  rows: readonly EventEntity[],
  hashes: readonly string[],
): Promise<HistoryReferences> {
  const ids = rows.flatMap((row) => [row.personId, row.viewedAsPersonId]).filter((id) => id !== null);
  const people = await tx.findBy(PersonRow, { id: In([...new Set(ids)]) });
  const texts = await tx.query<{ hash: string; content: unknown }[]>(
    'SELECT hash, content FROM event_text WHERE hash = ANY($1::text[])',
    [hashes],
  );
  return {
    names: new Map(people.map(({ id, name }) => [id, name])),
    texts: new Map(texts.map(({ hash, content }) => [hash, content])),
  };
}
