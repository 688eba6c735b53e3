import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dagsorden } from '../support/dagsorden.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const ISSUER = 'https://login.kommune.example';
const admit = (...args: string[]) => dagsorden(['admit', ...args], '', { DATABASE_URL: database.url });

describe('letting the first administrator in', () => {
  it('makes a person whom the provider knows and who may give everybody their roles, on record', async () => {
    const name = ['--name', 'Niels Vadgård'];
    const { code, out } = await admit(
      '--issuer',
      ISSUER,
      '--subject',
      's-1',
      ...name,
      '--administrator',
      '--json',
    );
    const { personId } = JSON.parse(out) as { personId: string };
    expect(code).toBe(0);
    const held = await database.query(
      `SELECT p.name, i.issuer, i.subject, m.role FROM person p
       JOIN person_identity i ON i.person_id = p.id JOIN membership m ON m.person_id = p.id WHERE p.id = $1`,
      [personId],
    );
    expect(held).toEqual([{ name: 'Niels Vadgård', issuer: ISSUER, subject: 's-1', role: 'administrator' }]);
    const events = await database.query<{ name: string }>('SELECT name FROM event ORDER BY seq');
    expect(events.map((event) => event.name)).toEqual([
      'person.created',
      'identity.linked',
      'membership.created',
    ]);
  });

  it('gives somebody who is there one more identity, and no role unasked', async () => {
    const [{ id } = { id: '' }] = await database.query<{ id: string }>('SELECT id FROM person');
    expect((await admit('--issuer', ISSUER, '--subject', 's-2', '--person', id)).code).toBe(0);
    const [count] = await database.query('SELECT count(*)::int AS memberships FROM membership');
    expect(count).toEqual({ memberships: 1 });
  });

  it('leaves nothing behind when the identity is somebody’s already', async () => {
    const { code, err } = await admit('--issuer', ISSUER, '--subject', 's-1', '--name', 'En Anden');
    expect([code, err.trim()]).toEqual([1, 'The identity is taken.']);
    expect(await database.query(`SELECT 1 FROM person WHERE name = 'En Anden'`)).toEqual([]);
  });

  it.each([
    ['the issuer', ['--subject', 's-3', '--name', 'X']],
    ['the subject', ['--issuer', ISSUER, '--name', 'X']],
    ['who it is', ['--issuer', ISSUER, '--subject', 's-3']],
  ])('says what is missing: %s', async (_, args) => {
    expect((await admit(...args)).code).toBe(2);
  });
});
