import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTrail, recordSome } from '../support/audit-trail.js';
import type { TestTrail } from '../support/audit-trail.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { DISARM, TAMPERINGS, chance, said } from '../support/tamperings.js';

const COVERED = 240;
const ROUNDS = 500;

let database: TestDatabase;
let trail: TestTrail;

beforeAll(async () => {
  database = await testDatabase();
  trail = await openTrail(database.url);
  for (let made = 0, size = 1; made < COVERED; made += size, size = (size % 8) + 1) {
    size = Math.min(size, COVERED - made);
    await recordSome(trail, size, made);
    if (made % 4 === 0) await trail.sealer.sealOnce();
  }
  await trail.sealer.sealOnce();
  await recordSome(trail, 5, COVERED);
});
afterAll(async () => {
  await trail.close();
  await database.drop();
});

/** Tampers as the owner of the database can, verifies, and takes it back. */
async function afterTampering(tamper: () => Promise<string[]>): Promise<{ must: string[]; found: string[] }> {
  const { owner } = trail;
  await owner.query('BEGIN');
  try {
    await owner.query(DISARM);
    const must = await tamper();
    return { must: must.sort(), found: (await trail.verify()).findings.map(said).sort() };
  } finally {
    await owner.query('ROLLBACK');
  }
}

describe('the audit trail', () => {
  it('is found whole when nobody touched it, and says what its last checkpoint does not cover', async () => {
    const report = await trail.verify();
    expect(report.findings).toEqual([]);
    expect(report.covered?.count).toBe(COVERED);
    expect(report.notCovered).toEqual({ count: 5, since: expect.any(String) });
  });

  it.each(TAMPERINGS)('is found out where somebody $name', async ({ apply }) => {
    const pick = chance(7);
    const { must, found } = await afterTampering(() => apply({ owner: trail.owner, count: COVERED, pick }));
    expect(found).toEqual(must);
  });

  it(`shows ${ROUNDS} random tamperings, each at its place`, async () => {
    const pick = chance(20261125);
    const wrong: unknown[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const tampering = TAMPERINGS[pick(0, TAMPERINGS.length - 1)];
      if (!tampering) throw new Error('There is no such tampering.');
      const scene = { owner: trail.owner, count: COVERED, pick };
      const { must, found } = await afterTampering(() => tampering.apply(scene));
      if (JSON.stringify(must) !== JSON.stringify(found))
        wrong.push({ round, name: tampering.name, must, found });
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
