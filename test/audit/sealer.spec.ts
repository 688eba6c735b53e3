import { setTimeout as delay } from 'node:timers/promises';
import { jest, afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SEALED_COLUMNS } from '../../libs/domain/audit/index.js';
import { openTrail, recordIn, recordSome } from '../support/audit-trail.js';
import type { TestTrail } from '../support/audit-trail.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let trail: TestTrail;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.empty();
  trail = await openTrail(database.url, { poolSize: 12 });
});
afterEach(() => trail.close());

/** What the whole must come to: every event sealed once, in the order of events, in positions without a gap. */
async function sealedInOrder(): Promise<{ events: number; sealed: number; inOrder: boolean }> {
  const [row] = await database.query<{ events: number; sealed: number; inOrder: boolean }>(`
    SELECT (SELECT count(*)::int FROM event) AS events, count(*)::int AS sealed,
      bool_and(seal.position = ordered.rank AND seal.xid = ordered.xid AND seal.seq = ordered.seq) AS "inOrder"
    FROM event_seal AS seal
    JOIN (SELECT id, xid, seq, row_number() OVER (ORDER BY xid, seq) AS rank FROM event) AS ordered
      ON ordered.id = seal.event_id`);
  return row ?? { events: 0, sealed: 0, inOrder: false };
}

// A transaction in another database of the server, at that very moment, holds the sealer back: it is tried again.
jest.retryTimes(2);

describe('the sealer', () => {
  it('covers every column of the event table', async () => {
    const columns = await database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'event'`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual([...SEALED_COLUMNS].sort());
  });

  it('waits for an older transaction that is still open, and passes nothing over', async () => {
    await trail.owner.query('BEGIN');
    await trail.owner.query(
      `INSERT INTO event (id, name, subject_kind, subject_id, data, request_id)
       VALUES (gen_random_uuid(), 'unit.changed', 'unit', gen_random_uuid(), '{}', gen_random_uuid())`,
    );
    await recordSome(trail, 3);
    expect(await trail.sealer.sealOnce()).toBe(0);
    await trail.owner.query('COMMIT');
    expect(await trail.sealer.sealOnce()).toBe(4);
    expect(await sealedInOrder()).toEqual({ events: 4, sealed: 4, inOrder: true });
  });

  it('seals everything once and in order while many write, some in long transactions, and two seal', async () => {
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let round = 0; round < 12; round += 1) {
        await trail.dataSource.transaction(async (tx) => {
          await recordIn(tx, 1 + (round % 3), writer * 100 + round);
          if (writer < 2) await delay(30 * (1 + (round % 4)));
          await recordIn(tx, 1, writer * 100 + round);
        });
      }
    });
    let writing = true;
    const sealers = [trail.sealer, trail.anotherSealer()].map(async (sealer) => {
      while (writing) {
        await sealer.sealOnce();
        await delay(5);
      }
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealers);
    await trail.sealer.sealOnce();
    const { events, ...rest } = await sealedInOrder();
    expect(events).toBe(6 * 4 * (2 + 3 + 4));
    expect(rest).toEqual({ sealed: events, inOrder: true });
    expect((await trail.verify()).findings).toEqual([]);
  });

  it('goes on where it was when it dies between sealing and signing, or while it seals', async () => {
    await recordSome(trail, 40);
    await trail.sealer.sealOnce();
    await recordSome(trail, 40, 40);
    // Sealed and not signed: what a kill between the two leaves.
    const dying = trail.anotherSealer(() => Promise.reject(new Error('killed')));
    await expect(dying.sealOnce()).rejects.toThrow('killed');
    const before = await trail.verify();
    expect([before.covered?.count, before.notCovered.count, before.findings]).toEqual([40, 40, []]);
    await recordSome(trail, 5, 80);
    await trail.anotherSealer().sealOnce();
    const after = await trail.verify();
    expect([after.covered?.count, after.notCovered.count, after.findings]).toEqual([85, 0, []]);
    expect(await sealedInOrder()).toEqual({ events: 85, sealed: 85, inOrder: true });
  });

  it('holds nobody up who writes', async () => {
    await recordSome(trail, 5);
    await trail.owner.query('BEGIN');
    await trail.owner.query("SELECT pg_advisory_xact_lock(hashtext('dagsorden audit trail'))");
    await trail.owner.query('LOCK TABLE event_seal IN ACCESS EXCLUSIVE MODE');
    await recordSome(trail, 5, 5);
    expect(await trail.sealer.sealOnce()).toBe(0);
    await trail.owner.query('COMMIT');
    expect(await trail.sealer.sealOnce()).toBe(10);
  });
});
