import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './error.js';
import type { Layout } from './layout.js';
import type { Programs } from './programs.js';
import { inFolder } from './server-process.js';
import type { ServerUser } from './server-user.js';

/** The product's role and its database have the same name. */
export const ROLE = 'dagsorden';

/**
 * Makes the cluster when there is none, and returns the password of the product's role. Danish order by default
 * (ICU da-DK), UTF-8, one role that owns one database; the superuser cannot sign in over the network at all.
 * The cluster is made under another name and renamed when complete, so an interrupted first start leaves nothing behind.
 */
export async function ensureCluster(layout: Layout, programs: Programs, user: ServerUser, forTests: boolean) {
  await mkdir(layout.root, { recursive: true });
  await chmod(layout.root, 0o711);
  await mkdir(layout.holders, { recursive: true, mode: 0o700 });
  if (await isMissing(layout.cluster)) await createCluster(layout, programs, user, forTests);
  const made = (await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8')).trim();
  if (made !== programs.major) {
    throw new EmbeddedPostgresError(
      `The database in ${layout.cluster} was made by PostgreSQL ${made}, and the one installed now is ` +
        `${programs.major}. Restore a backup into a new DATA_DIR.`,
    );
  }
  return readPassword(layout);
}

async function readPassword(layout: Layout): Promise<string> {
  try {
    return (await readFile(layout.password, 'utf8')).trim();
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The password of the database cannot be read from ${layout.password}: ${(error as Error).message}`,
    );
  }
}

async function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    () => true,
  );
}

async function createCluster(layout: Layout, programs: Programs, user: ServerUser, forTests: boolean) {
  const password = randomBytes(24).toString('base64url');
  await rm(layout.password, { force: true });
  await writeFile(layout.password, `${password}\n`, { mode: 0o600 });
  await rm(layout.draft, { recursive: true, force: true });
  await mkdir(layout.draft, { mode: 0o700 });
  if (user !== null) await chown(layout.draft, user.uid, user.gid);
  const { path, options } = inFolder(layout.draft, user);
  const run = (program: string, args: string[], input = ''): Promise<void> =>
    runToEnd(() => spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] }), input);

  await run(programs.initdb, [
    ...['-D', path, '--username=postgres', '--auth=reject', '--encoding=UTF8', '--locale=C.UTF-8'],
    ...['--locale-provider=icu', '--icu-locale=da-DK', '--no-instructions', ...syncing(forTests)],
  ]);
  await writeFile(join(layout.draft, 'pg_hba.conf'), WHO_MAY_SIGN_IN);
  const role = `CREATE ROLE ${ROLE} LOGIN ${forTests ? 'CREATEDB' : ''} PASSWORD '${password}';`;
  const sql = `${role}\nCREATE DATABASE ${ROLE} OWNER ${ROLE};\n`;
  await run(programs.postgres, ['--single', '-D', path, '-c', 'exit_on_error=on', 'postgres'], sql);
  await rename(layout.draft, layout.cluster);
}

/** One call for the whole file system where it is there (Linux), instead of one for each of a thousand files. */
function syncing(forTests: boolean): string[] {
  if (forTests) return ['--no-sync'];
  return process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
}

const WHO_MAY_SIGN_IN = `# The product's own role, from this machine, with its password; nobody else.
host all ${ROLE} 127.0.0.1/32 scram-sha-256
`;

type PipedChild = ReturnType<typeof spawn>;

async function runToEnd(start: () => PipedChild, input: string): Promise<void> {
  const child = start();
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new EmbeddedPostgresError(`The database could not be created: ${said.trim().slice(-1500)}`);
  }
}
