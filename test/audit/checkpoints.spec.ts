import { existsSync } from 'node:fs';
import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditKeyOf } from '../../libs/platform/events/audit-key.js';
import { parseCheckpoint, signCheckpoint } from '../../libs/platform/events/checkpoint.js';
import { openTrail, recordSome } from '../support/audit-trail.js';
import type { TestTrail } from '../support/audit-trail.js';
import { dagsorden } from '../support/dagsorden.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { DISARM, said } from '../support/tampering/index.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let trail: TestTrail;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.empty();
  trail = await openTrail(database.url);
  for (const from of [0, 5, 10, 15]) {
    await recordSome(trail, 5, from);
    await sealUpTo(from / 5 + 1);
  }
});
afterEach(() => trail.close());

/** Transactions of other databases on the server hold the sealer back as well: it is asked until the line is there. */
const sealUpTo = (count: number): Promise<void> =>
  until(async () => {
    await trail.sealer.sealOnce();
    return existsSync(trail.file.path) && (await lines()).length === count;
  }, 20_000);
const lines = async (): Promise<string[]> => (await readFile(trail.file.path, 'utf8')).trimEnd().split('\n');
const write = (kept: readonly string[]): Promise<void> =>
  writeFile(trail.file.path, kept.map((line) => `${line}\n`).join(''));
const found = async (): Promise<string[]> => (await trail.verify()).findings.map(said);
const verify = (...options: string[]) =>
  dagsorden(['verify', 'audit', ...options], '', { DATABASE_URL: database.url, DATA_DIR: trail.dataDir });

/** Does what only the owner of the database can, and leaves it done. */
async function asOwner(sql: string): Promise<void> {
  await trail.owner.query(`BEGIN; ${DISARM} ${sql};
    ALTER TABLE event_seal ADD CONSTRAINT event_seal_pkey PRIMARY KEY (position);
    ALTER TABLE event ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (START WITH 1000); COMMIT`);
}

describe('the checkpoints', () => {
  it('are four lines, and their key is for its owner only', async () => {
    expect(await lines()).toHaveLength(4);
    expect((await stat(join(trail.dataDir, 'audit', 'key'))).mode & 0o777).toBe(0o600);
    expect(await found()).toEqual([]);
  });

  it('are not written when nothing new was sealed', async () => {
    await trail.sealer.sealOnce();
    expect(await lines()).toHaveLength(4);
  });

  it('show a line whose signature is not theirs: edited, or signed with another key', async () => {
    const all = await lines();
    const second = parseCheckpoint(all[1] ?? '');
    if (!second) throw new Error('There is no second line.');
    await write(all.with(1, JSON.stringify({ ...second, count: 11 })));
    expect(await found()).toEqual(['checkpoint-signature 2-2']);
    const forged = signCheckpoint(second, auditKeyOf(Buffer.alloc(32, 7).toString('base64')));
    await write(all.with(1, JSON.stringify(forged)));
    expect(await found()).toEqual(['checkpoint-signature 2-2']);
  });

  it('show a damaged line, a line that was taken out, and lines that changed places', async () => {
    const all = await lines();
    await write(all.with(2, 'no checkpoint'));
    expect(await found()).toEqual(['checkpoint-damaged 3-3']);
    await write(all.toSpliced(1, 1));
    expect(await found()).toEqual(['checkpoint-missing 2-2']);
    await write(all.slice(1));
    expect(await found()).toEqual(['checkpoint-missing 1-1']);
    await write([all[0], all[2], all[1], all[3]].map(String));
    expect(await found()).toContain('checkpoint-missing 2-2');
  });

  it('show when the file was cut, by what the database knows, and by the log where both were', async () => {
    const all = await lines();
    const log = all.map((line) => {
      const { number, count, head } = parseCheckpoint(line) ?? { number: 0, count: 0, head: '' };
      return { number, count, head };
    });
    await write(all.slice(0, 3));
    expect(await found()).toEqual(['checkpoint-missing 4-4']);
    await trail.owner.query(`UPDATE event_consumer SET seq = 15 WHERE name = 'checkpoints'`);
    expect(await found()).toEqual([]);
    expect((await trail.verify(log)).findings.map(said)).toEqual(['checkpoint-missing 4-4']);
    await rm(trail.file.path);
    expect(await found()).toEqual(['checkpoint-missing 1-1']);
  });

  it('take no notice of a line that a crash left unfinished, and go on after it', async () => {
    await appendFile(trail.file.path, '{"number":5,"sin');
    expect(await found()).toEqual([]);
    await recordSome(trail, 2, 20);
    await sealUpTo(5);
    expect(await found()).toEqual([]);
  });

  it('begin anew after a cut, so that what comes is watched and what was cut stays to be seen', async () => {
    await asOwner(`DELETE FROM event WHERE id IN (SELECT event_id FROM event_seal WHERE position > 17);
      DELETE FROM event_seal WHERE position > 17`);
    await recordSome(trail, 4, 20);
    await sealUpTo(5);
    const report = await trail.verify();
    expect(report.covered?.count).toBe(21);
    expect(report.findings.map(said).sort()).toEqual([
      'checkpoints-restarted 5-5',
      'seal-edited 18-20',
      'tail-cut 18-20',
    ]);
    await asOwner(`DELETE FROM event WHERE id = (SELECT event_id FROM event_seal WHERE position = 19)`);
    expect(await found()).toContain('event-deleted 19-19');
  });

  it('are told by the command line, with its exit code', async () => {
    const whole = await verify();
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toContain('Verified: 20 events, up to the last of 4 checkpoints');
    await recordSome(trail, 3, 20);
    expect((await verify()).out).toContain('Not covered: 3 newer events');
    await asOwner(`UPDATE event SET name = 'unit.created' WHERE id =
      (SELECT event_id FROM event_seal WHERE position = 7)`);
    const bent = await verify();
    expect(bent.code).toBe(1);
    expect(bent.out).toMatch(/position 7: event [0-9a-f-]{36} of \d{4}-\S+ was edited/);
    expect(JSON.parse((await verify('--json')).out)).toMatchObject({
      findings: [{ kind: 'event-edited', from: 7, to: 7 }],
      covered: { count: 20 },
      notCovered: { count: 3 },
    });
    const log = join(trail.dataDir, 'worker.log');
    await writeFile(
      log,
      `${JSON.stringify({ checkpoint: { number: 9, count: 90, head: 'ab' } })}\nnoget andet\n`,
    );
    expect((await verify('--log', log)).out).toContain('checkpoint 9: missing from the file');
  });

  it('cannot be verified where there are none, or with another key', async () => {
    expect(await verify('everything')).toMatchObject({ code: 2 });
    const env = { DATABASE_URL: database.url, DATA_DIR: join(trail.dataDir, 'nowhere') };
    expect(await dagsorden(['verify', 'audit'], '', env)).toMatchObject({ code: 1, out: '' });
    const seed = Buffer.alloc(32, 7).toString('base64');
    const other = await dagsorden(['verify', 'audit'], '', {
      ...env,
      DATA_DIR: trail.dataDir,
      AUDIT_KEY: seed,
    });
    expect(other.code).toBe(1);
    expect(other.out).toContain("checkpoint 1: the signature is not this key's");
  });
});
