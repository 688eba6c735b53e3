import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './error.js';
import type { Layout } from './layout.js';

const run = promisify(execFile);

/** Whom the server runs as; null: as the user who starts the product. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of the database that is there, or else as
 * `postgres`, `dagsorden` (made when missing) or `nobody`. Throws when an ordinary user asks for somebody else's database.
 */
export async function serverUserFor(layout: Layout, log: (line: string) => void): Promise<ServerUser> {
  const me = process.getuid?.();
  if (me === undefined) return null;
  const owner = await ownerOf(layout.cluster);
  if (me !== 0) {
    if (owner === null || owner.uid === me) return null;
    throw new EmbeddedPostgresError(
      `The database in ${layout.root} belongs to another user (number ${owner.uid}). Start as the user who made it, ` +
        'or choose another folder with DATA_DIR.',
    );
  }
  if (owner !== null && owner.uid !== 0) return owner;
  return (await userNamed('postgres')) ?? (await userNamed('dagsorden')) ?? (await createUser(log));
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return null;
    throw new EmbeddedPostgresError(
      `The database folder ${folder} cannot be opened (${code ?? 'unknown'}). Start as the user who made it, ` +
        'or choose another folder with DATA_DIR.',
    );
  }
}

async function userNamed(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

const NEW_USER = [
  '--system',
  '--user-group',
  '--no-create-home',
  '--home-dir',
  '/nonexistent',
  '--shell',
  '/usr/sbin/nologin',
  'dagsorden',
];

async function createUser(log: (line: string) => void): Promise<{ uid: number; gid: number }> {
  // Two first starts may make the user at the same time: what counts is that it is there afterwards.
  await run('useradd', NEW_USER).catch(() => undefined);
  const made = await userNamed('dagsorden');
  if (made !== null) return made;
  const nobody = await userNamed('nobody');
  if (nobody === null) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root, and no other user was found or could be made. Start as an ordinary user, ' +
        'or set DATABASE_URL.',
    );
  }
  log('No user of its own could be made for the database: it runs as "nobody".');
  return nobody;
}
