import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/rights/index.js';
import { readSeen, standInsOf } from './session.queries.js';

/**
 * A person with the rights of a day (Europe/Copenhagen, ISO), for what the product works out for them while they are not
 * there: what they may be told of. Null for who was deactivated.
 */
export async function actorOfPerson(
  tx: EntityManager,
  personId: string,
  today: string,
): Promise<Actor | null> {
  const rights = await readSeen(tx, personId, today);
  if (!rights) return null;
  const { grants, disqualifiedFrom } = rights;
  const standsIn = await standInsOf(tx, personId, today);
  return { personId, product: false, grants, disqualifiedFrom, viewedBy: null, standsIn };
}
