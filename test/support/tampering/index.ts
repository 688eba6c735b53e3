import type { TestTrail } from '../audit-trail.js';
import { eventTamperings } from './events.js';
import { DISARM, said } from './scene.js';
import type { Scene, Tampering } from './scene.js';
import { sealTamperings } from './seals.js';

export { DISARM, chance, said } from './scene.js';

/** Everything a database owner is taken to try. */
export const TAMPERINGS: readonly Tampering[] = [...eventTamperings, ...sealTamperings];

/** Tampers as the owner of the database can, verifies, and takes it back: what had to be found, and what was. */
export async function afterTampering(
  trail: TestTrail,
  { apply }: Tampering,
  scene: Omit<Scene, 'owner'>,
): Promise<{ must: string[]; found: string[] }> {
  const { owner } = trail;
  await owner.query('BEGIN');
  try {
    await owner.query(DISARM);
    const must = await apply({ owner, ...scene });
    return { must: must.sort(), found: (await trail.verify()).findings.map(said).sort() };
  } finally {
    await owner.query('ROLLBACK');
  }
}

/** Tampers at random, again and again; gives those tamperings that were not found, or not where they are. */
export async function tamperAtRandom(trail: TestTrail, scene: Omit<Scene, 'owner'>, rounds: number) {
  const missed: unknown[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const tampering = TAMPERINGS[scene.pick(0, TAMPERINGS.length - 1)];
    if (!tampering) throw new Error('There is no such tampering.');
    const { must, found } = await afterTampering(trail, tampering, scene);
    if (JSON.stringify(must) !== JSON.stringify(found))
      missed.push({ round, name: tampering.name, must, found });
  }
  return missed;
}
