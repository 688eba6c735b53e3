import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { newId } from '../../libs/platform/ids/new-id.js';

/** What a request carries when somebody is signed in. */
export interface SignedIn {
  readonly personId: string;
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string };
}

/** A role, with the id of what it is held for where it has one. */
export interface TestRole {
  readonly role: string;
  readonly bodyId?: string;
  readonly unitId?: string;
  readonly pointId?: string;
}

/** Begins a session for a person in the database, as signing in would, and gives what its requests carry. */
export async function openSession(databaseUrl: string, personId: string): Promise<SignedIn> {
  return onDatabase(databaseUrl, (client) => insertSession(client, personId));
}

/** Makes a person with these roles and signs them in. */
export async function signInAs(
  databaseUrl: string,
  roles: readonly TestRole[],
  name = 'En Person',
): Promise<SignedIn> {
  return onDatabase(databaseUrl, async (client) => {
    const personId = newId();
    await client.query('INSERT INTO person (id, name) VALUES ($1, $2)', [personId, name]);
    for (const { role, bodyId, unitId, pointId } of roles) {
      await client.query(
        'INSERT INTO membership (id, person_id, role, body_id, unit_id, point_id) VALUES ($1, $2, $3, $4, $5, $6)',
        [newId(), personId, role, bodyId ?? null, unitId ?? null, pointId ?? null],
      );
    }
    return insertSession(client, personId);
  });
}

/**
 * Signs in somebody who may do everything, so that a spec about something else need not think of rights: administrator
 * and director, and by a trigger secretariat and rådmand of every body, and leader of every unit.
 */
export async function signInAsEverybody(databaseUrl: string): Promise<SignedIn> {
  const signedIn = await signInAs(
    databaseUrl,
    [{ role: 'administrator' }, { role: 'director' }],
    'Alt Muligt',
  );
  const grant = (role: string, column: string): string =>
    `INSERT INTO membership (id, person_id, role, ${column})
     VALUES (gen_random_uuid(), '${signedIn.personId}', '${role}', NEW.id);`;
  await onDatabase(databaseUrl, async (client) => {
    for (const [table, statements] of [
      ['body', grant('secretariat', 'body_id') + grant('raadmand', 'body_id')],
      ['unit', grant('leader', 'unit_id')],
    ] as const) {
      await client.query(`CREATE OR REPLACE FUNCTION everybody_of_${table}() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN ${statements} RETURN NEW; END $$`);
      await client.query(`CREATE OR REPLACE TRIGGER everybody_of_${table} AFTER INSERT ON ${table}
        FOR EACH ROW EXECUTE FUNCTION everybody_of_${table}()`);
      await client.query(
        statements
          .replaceAll('VALUES (gen_random_uuid(),', 'SELECT gen_random_uuid(),')
          .replaceAll(', NEW.id);', `, id FROM ${table};`),
      );
    }
  });
  return signedIn;
}

async function insertSession(client: pg.Client, personId: string): Promise<SignedIn> {
  const secret = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `INSERT INTO session (id_hash, person_id, csrf_token, created_at, last_seen_at, ends_at)
     VALUES ($1, $2, $3, now(), now(), now() + interval '12 hours')`,
    [createHash('sha256').update(secret).digest(), personId, token],
  );
  return { personId, headers: { cookie: `dagsorden=${secret}`, 'x-csrf-token': token } };
}

async function onDatabase<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
