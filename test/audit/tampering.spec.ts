import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTrail, recordSome } from '../support/audit-trail.js';
import type { TestTrail } from '../support/audit-trail.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { TAMPERINGS, afterTampering, chance, tamperAtRandom } from '../support/tampering/index.js';
import { until } from '../support/until.js';

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
  // Transactions of other databases on the server hold the sealer back as well.
  await until(async () => {
    await trail.sealer.sealOnce();
    const { rows } = await trail.owner.query<{ left: string }>(
      'SELECT (SELECT count(*) FROM event) - (SELECT count(*) FROM event_seal) AS left',
    );
    return Number(rows[0]?.left) === 0;
  }, 20_000);
  await recordSome(trail, 5, COVERED);
});
afterAll(async () => {
  await trail.close();
  await database.drop();
});

describe('the audit trail', () => {
  it('is found whole when nobody touched it, and says what its last checkpoint does not cover', async () => {
    const report = await trail.verify();
    expect(report.findings).toEqual([]);
    expect(report.covered?.count).toBe(COVERED);
    expect(report.notCovered).toEqual({ count: 5, since: expect.any(String) });
  });

  it.each(TAMPERINGS)('is found out where somebody $name', async (tampering) => {
    const { must, found } = await afterTampering(trail, tampering, { count: COVERED, pick: chance(7) });
    expect(found).toEqual(must);
  });

  it(`shows ${ROUNDS} random tamperings, each at its place`, async () => {
    const scene = { count: COVERED, pick: chance(20261125) };
    expect(await tamperAtRandom(trail, scene, ROUNDS)).toEqual([]);
  }, 120_000);
});
