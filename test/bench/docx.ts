import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { documentParts } from '../../libs/rendering/docx/render.js';
import { COMPRESSION_LEVEL } from '../../libs/rendering/docx/pack.js';
import { mustHold, pagesOf } from './docx/checks.js';
import {
  docxCalls,
  docxTemplate,
  docxtemplater,
  floor,
  modelOf,
  nativeFloor,
  ours,
} from './docx/contenders.js';
import { sampleAgenda, samplePoints } from './docx/sample.js';
import { exponent, median } from './measure.js';

const SIZES = [5, 25, 100, 400, 1600] as const;
const OPENED_UP_TO = 400;
const NAMES = ['ours', 'floor', 'floor level 6', 'floor zlib 6', 'docx', 'docxtemplater'] as const;
type Name = (typeof NAMES)[number];

/** Milliseconds of one run. */
interface Time {
  readonly clock: number;
  readonly cpu: number;
}

interface Row {
  readonly size: number;
  /** Milliseconds by the clock. */
  readonly medians: Readonly<Record<Name, number>>;
  /** Ours to the floor in processor time, which neighbours on the same machine disturb less. */
  readonly cpuRatio: number;
  readonly rounds: Readonly<Record<Name, number>>;
  readonly kilobytes: number;
  readonly pages: number | null;
}

/** Clears what the contender before has left, so that each pays for its own garbage only. */
const collectGarbage: () => void = (() => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return () => {
    if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  };
})();

/** How often each contender runs: the slow peers less often at the largest size, which the table then says. */
function roundsOf(name: Name, size: number): number {
  if (name === 'docx' || name === 'docxtemplater') return size >= 1600 ? 3 : 7;
  return size <= 100 ? 15 : 9;
}

async function measure(size: number, template: Uint8Array): Promise<Row> {
  const points = samplePoints(size);
  const source = sampleAgenda(points);
  const parts = documentParts(modelOf(source)).map(
    ([name, xml]) => [name, typeof xml === 'string' ? xml : Buffer.from(xml).toString()] as const,
  );
  const contenders: Record<Name, () => unknown> = {
    ours: () => ours(source),
    floor: () => floor(parts, COMPRESSION_LEVEL),
    'floor level 6': () => floor(parts, 6),
    'floor zlib 6': () => nativeFloor(parts),
    docx: () => docxCalls(points),
    docxtemplater: () => docxtemplater(template, points),
  };
  const bytes = ours(source);
  if (Buffer.compare(bytes, ours(source)) !== 0) throw new Error(`not the same bytes at ${size} points`);
  mustHold('ours', bytes, points);
  mustHold('docx', await docxCalls(points), points);
  mustHold('docxtemplater', docxtemplater(template, points), points);
  const times = await alternate(contenders, size);
  return {
    size,
    medians: mapNames((name) => median(times[name].map((time) => time.clock))),
    cpuRatio: median(times.ours.map((time) => time.cpu)) / median(times.floor.map((time) => time.cpu)),
    rounds: mapNames((name) => times[name].length),
    kilobytes: Math.round(bytes.length / 1024),
    pages: size <= OPENED_UP_TO ? pagesOf(bytes, points) : null,
  };
}

/** Runs the contenders in turn, round by round, so that a busy moment of the machine falls on all of them. */
async function alternate(
  contenders: Record<Name, () => unknown>,
  size: number,
): Promise<Record<Name, Time[]>> {
  const times = mapNames((): Time[] => []);
  for (const run of [contenders.ours, contenders.floor, contenders['floor level 6']])
    for (let i = 0; i < 3; i++) run();
  const most = Math.max(...NAMES.map((name) => roundsOf(name, size)));
  for (let round = 0; round < most; round += 1) {
    for (const name of NAMES) {
      if (round >= roundsOf(name, size)) continue;
      collectGarbage();
      const before = performance.now();
      const cpu = process.cpuUsage();
      await contenders[name]();
      const { user, system } = process.cpuUsage(cpu);
      times[name].push({ clock: performance.now() - before, cpu: (user + system) / 1000 });
    }
  }
  return times;
}

function mapNames<T>(of: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<Name, T>;
}

/** Peak memory in megabytes of a fresh process that makes one agenda of a size. */
function peakMemory(size: number): number {
  const script = fileURLToPath(new URL('./docx/memory.js', import.meta.url));
  return Number(execFileSync(process.execPath, [script, String(size)], { encoding: 'utf8' }));
}

function print(rows: readonly Row[]): void {
  console.log(`Agenda DOCX, milliseconds, median; ${cpus().length} cores, Node ${process.version}.`);
  console.log(
    `ours: source -> bytes at deflate level ${COMPRESSION_LEVEL}; floor: finished strings, same level.`,
  );
  console.log(
    ['points', ...NAMES, 'ours/floor', 'by cpu', 'docx/ours', 'kB', 'pages']
      .map((name) => name.padStart(14))
      .join(''),
  );
  for (const { size, medians, cpuRatio, rounds, kilobytes, pages } of rows) {
    const cells = NAMES.map(
      (name) => `${medians[name].toFixed(1)}${rounds[name] < 7 ? ` (${rounds[name]})` : ''}`,
    );
    const ratios = [
      (medians.ours / medians.floor).toFixed(2),
      cpuRatio.toFixed(2),
      (medians.docx / medians.ours).toFixed(1),
    ];
    const line = [String(size), ...cells, ...ratios, String(kilobytes), pages === null ? '-' : String(pages)];
    console.log(line.map((cell) => cell.padStart(14)).join(''));
  }
  const slope = (name: Name): string => exponent(rows.map((row) => [row.size, row.medians[name]])).toFixed(2);
  console.log(`exponent     ${NAMES.map((name) => slope(name).padStart(14)).join('')}`);
}

/**
 * QUALITY: agenda DOCX. Prints milliseconds by size beside the floor and the peers, the growth exponents, the peak
 * memory, and stops when a file lacks text, differs between two runs or does not open. (n) marks medians of fewer
 * than 7 runs.
 */
export async function run(): Promise<void> {
  const template = await docxTemplate();
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(await measure(size, template));
  print(rows);
  const [empty, full] = [peakMemory(0), peakMemory(400)];
  console.log(`peak memory: ${full} MB for 400 points, of which ${empty} MB for a process that makes none`);
}
