/**
 * Brings a fresh clone to the point where the product can run, with nothing but Node and npm: checks the version of
 * Node, installs the packages when they are not those of package-lock.json, and compiles when a source has changed.
 * Says what it does on standard error only, since the command line prints JSON on standard output.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const say = (line) => process.stderr.write(`${line}\n`);

/** Everything the scripts need before they may import compiled code. Ends the process with code 1 when it cannot. */
export async function bootstrap() {
  try {
    checkNodeVersion();
    if (packagesAreInstalled() && buildIsCurrent()) return;
    await withLock(join(ROOT, '.bootstrap.lock'), say, () => {
      if (!packagesAreInstalled()) installPackages();
      if (!buildIsCurrent()) build();
    });
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

/** The floor of package.json's "engines", told before an old Node stumbles over something newer. */
export function nodeIsNewEnough(version, range) {
  const [major, minor] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [floorMajor, floorMinor = 0] = part
      .trim()
      .replace(/^[^\d]+/, '')
      .split('.')
      .map(Number);
    const orLater = part.trim().startsWith('>=');
    return major === floorMajor ? minor >= floorMinor : orLater && major > floorMajor;
  });
}

function checkNodeVersion() {
  const { engines } = readJson(join(ROOT, 'package.json'));
  if (nodeIsNewEnough(process.versions.node, engines.node)) return;
  throw new Error(`This is Node ${process.versions.node}; Dagsorden needs Node ${engines.node}.`);
}

/**
 * npm writes node_modules/.package-lock.json last, when all packages are in place: it tells what is installed, and is
 * absent after an interrupted install. Optional packages of other platforms are not expected.
 */
function packagesAreInstalled() {
  // A linked folder is somebody's own arrangement, and npm would replace the link.
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const installedFile = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = readJson(installedFile).packages;
  const wanted = readJson(join(ROOT, 'package-lock.json')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    return there === undefined ? entry.optional === true : there.version === entry.version;
  });
}

function installPackages() {
  say('Installing the packages (npm ci) ...');
  // Whatever NODE_ENV says: the compiler is a development dependency, the database an optional one.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', flags, 'The packages could not be installed.');
  if (!packagesAreInstalled()) throw new Error('npm ci did not install what package-lock.json lists.');
}

const SOURCES = ['apps', 'libs', 'migrations', 'test/bench', 'test/faults', 'test/support'];
const SETTINGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const STAMP = join(ROOT, 'dist/.built-from');
const WEB = 'apps/web';
/** What the web application is built from beside its own folder: rules and the settings of its compiler. */
const WEB_SOURCES = [WEB, 'libs/domain', 'libs/contracts'];
const WEB_STAMP = join(ROOT, 'dist/.web-built-from');

/** Names, sizes and times of all sources: cheap enough to take at every start. */
function fingerprint(sources) {
  const files = [...SETTINGS.map((name) => join(ROOT, name)), ...sources];
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(ROOT, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function sourceFiles() {
  return SOURCES.flatMap((folder) => filesIn(join(ROOT, folder)))
    .filter((file) => !file.startsWith(join(ROOT, WEB)))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort();
}

function webFiles() {
  return WEB_SOURCES.flatMap((folder) => filesIn(join(ROOT, folder)))
    .filter((file) => !file.endsWith('.spec.ts'))
    .sort();
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const serverIsCurrent = () => isStamped(STAMP, fingerprint(sourceFiles()));
const webIsCurrent = () => isStamped(WEB_STAMP, fingerprint(webFiles()));
const buildIsCurrent = () => serverIsCurrent() && webIsCurrent();

function isStamped(stamp, expected) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === expected;
}

function build() {
  say('Compiling ...');
  if (!serverIsCurrent()) buildServer();
  if (!webIsCurrent()) buildWeb();
}

function buildServer() {
  const before = fingerprint(sourceFiles());
  removeOutputsWithoutSource();
  run(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    'It does not compile.',
  );
  writeStamp(STAMP, before);
}

function buildWeb() {
  const before = fingerprint(webFiles());
  run(process.execPath, [join(ROOT, 'tools/build-web.mjs')], 'The web application cannot be built.');
  writeStamp(WEB_STAMP, before);
}

function writeStamp(stamp, text) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(`${stamp}.new`, text);
  renameSync(`${stamp}.new`, stamp);
}

/** A migration that was renamed or deleted must not run because its compiled file is still there. */
function removeOutputsWithoutSource() {
  const expected = new Set(sourceFiles().map((file) => relative(ROOT, file).replace(/\.ts$/, '')));
  for (const output of filesIn(join(ROOT, 'dist'))) {
    const name = relative(join(ROOT, 'dist'), output);
    if (name.startsWith(`web${sep}`)) continue;
    const source = /^(.*)\.js(\.map)?$/.exec(name)?.[1];
    if (source !== undefined && !expected.has(source)) rmSync(output);
  }
}

/** Runs a program with all it says on standard error. */
function run(program, args, failure) {
  const ended = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (ended.error !== undefined) throw new Error(`${failure} ${ended.error.message}`);
  if (ended.status !== 0) throw new Error(failure);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
