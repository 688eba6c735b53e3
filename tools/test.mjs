/**
 * `npm test`: everything CI checks, in order, with what it needs installed first. Stops at the first step that fails and
 * shows what it said. The last line is "N passed, N failed".
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT, bootstrap } from './bootstrap.mjs';
import { installSystemPackages } from './system-packages.mjs';

const REPORTS = join(ROOT, 'reports');
/** What the script "jest" hands to Node: one list of flags for both ways of running the tests. */
const JEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  .scripts.jest.split(' ')
  .slice(1);

const bin = (name) => join('node_modules', name);
const node = (...args) => ({ program: process.execPath, args });
const jest = (report, ...args) => ({
  ...node(...JEST, '--ci', '--maxWorkers=2', '--json', `--outputFile=${join(REPORTS, report)}`, ...args),
  report,
});

/** In order; what stands in lanes runs side by side, each lane in order, since none of these checks uses more than one core. */
const STEPS = [
  { name: 'the lock file can be installed from', ...node('tools/check-lock.mjs') },
  {
    lanes: [
      [{ name: 'lint', ...node(bin('eslint/bin/eslint.js'), '.') }],
      [
        {
          name: 'format',
          ...node(bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'),
        },
        { name: 'types', ...node(bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit') },
        {
          name: 'types of the web application',
          ...node(bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json', '--noEmit'),
        },
        {
          name: 'types of its tests in the browser',
          ...node(bin('typescript/bin/tsc'), '-p', 'test/web/tsconfig.json', '--noEmit'),
        },
        {
          name: 'boundaries',
          ...node(
            ...[bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs'],
            ...['apps', 'libs', 'migrations', 'test'].filter((folder) => existsSync(join(ROOT, folder))),
          ),
        },
      ],
    ],
  },
  { name: 'web build', ...node('tools/build-web.mjs', '--check'), tells: true },
  { name: 'domain tests', ...jest('domain.json', '--selectProjects', 'domain') },
  {
    name: 'domain on large and random input',
    ...jest('properties.json', '--selectProjects', 'properties'),
  },
  { name: 'tests of the other libraries', ...jest('libs.json', '--selectProjects', 'libs') },
  { name: 'tests of the web application', ...jest('web.json', '--selectProjects', 'web') },
  {
    name: 'system tests: PostgreSQL, Redis, LibreOffice, HTTP, command line',
    ...jest('system.json', '--selectProjects', 'system'),
  },
];

await main();

async function main() {
  const started = Date.now();
  warnWithoutSeeds();
  await bootstrap();
  let failed = !(await installSystemPackages());
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS);
  const totals = { passed: 0, failed: failed ? 1 : 0 };
  failed ||= !(await runInOrder(STEPS, totals));
  warnWithoutSeeds();
  console.log(`${failed ? 'Red' : 'Green'} after ${seconds(started)}.`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

/** Runs steps until one fails; says whether all were fine. */
async function runInOrder(steps, totals) {
  for (const step of steps) {
    const fine = step.lanes
      ? (await Promise.all(step.lanes.map((lane) => runInOrder(lane, totals)))).every(Boolean)
      : await runStep(step, totals);
    if (!fine) return false;
  }
  return true;
}

async function runStep(step, totals) {
  const started = Date.now();
  const { code, said } = await run(step);
  const counts = step.report === undefined ? null : readReport(step.report);
  totals.passed += counts?.passed ?? 0;
  totals.failed += counts?.failed ?? 0;
  const inWords =
    counts === null ? '' : `, ${counts.passed} passed${counts.skipped ? `, ${counts.skipped} SKIPPED` : ''}`;
  const fine = code === 0 && (counts?.failed ?? 0) === 0;
  console.log(`${step.name}: ${fine ? 'fine' : 'FAILED'} (${seconds(started)}${inWords})`);
  if (!fine) {
    if ((counts?.failed ?? 0) === 0) totals.failed += 1;
  }
  if (!fine || step.tells === true) console.log(said.trimEnd());
  return fine;
}

/** A suite that could not even be loaded counts as a failed test. */
function readReport(name) {
  try {
    const report = JSON.parse(readFileSync(join(REPORTS, name), 'utf8'));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return null;
  }
}

function run({ program, args }) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const end = (code) => done({ code, said: Buffer.concat(chunks).toString('utf8') });
    child.on('error', (error) => done({ code: null, said: error.message }));
    child.on('close', end);
  });
}

function warnWithoutSeeds() {
  const folder = resolve(ROOT, process.env.SEEDS_DIR || '../shared/seeds');
  if (existsSync(folder)) return;
  const lines = [
    `THE REAL DOCUMENTS ARE NOT HERE (${folder}).`,
    'What is checked against them is left out; an invented package of the same constructs is always tested.',
    'SEEDS_DIR says where they are.',
  ];
  const rule = '*'.repeat(Math.max(...lines.map((line) => line.length)) + 4);
  console.log([rule, ...lines.map((line) => `* ${line}`), rule].join('\n'));
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
