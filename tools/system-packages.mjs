/** What the tests need of the system beside Node: on Debian as root it is installed, elsewhere it is named. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NEEDED = [
  { package: 'redis-server', isThere: () => onPath('redis-server') },
  { package: 'libreoffice-writer-nogui', isThere: () => onPath('soffice') },
  { package: 'poppler-utils', isThere: () => onPath('pdftotext') && onPath('pdfinfo') },
  { package: 'fontconfig', isThere: () => onPath('fc-list') },
  { package: 'chromium', isThere: () => onPath('chromium') },
  { package: 'fonts-liberation', isThere: () => hasFont('Liberation Sans') },
];

/** Installs what is missing, or says what it is. Resolves to whether everything is there. */
export async function installSystemPackages() {
  const missing = missingPackages();
  if (missing.length === 0) return true;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.log(`Missing system packages: ${missing.join(' ')} (install them, or run as root on Debian).`);
    return false;
  }
  console.log(`Installing ${missing.join(' ')} ...`);
  const fine = withoutStartingServices(() => install(missing) || (update() && install(missing)));
  const left = missingPackages();
  if (fine && left.length === 0) return true;
  console.log(`Missing system packages: ${left.join(' ')} (apt-get could not install them).`);
  return false;
}

const missingPackages = () => NEEDED.filter((need) => !need.isThere()).map((need) => need.package);

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasFont(family) {
  return spawnSync('fc-list', [family], { encoding: 'utf8' }).stdout?.trim().length > 0;
}

function install(packages) {
  if (!readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages')) && !update())
    return false;
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

const update = () => apt('update');

function apt(...args) {
  const { status } = spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

const POLICY = '/usr/sbin/policy-rc.d';

/** Debian starts a daemon as it installs it, unless this file says no; the tests start their own on a free port. */
function withoutStartingServices(work) {
  if (existsSync(POLICY)) return work();
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(POLICY, { force: true });
  }
}
