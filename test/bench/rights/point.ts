import type pg from 'pg';
import { agendaPoint } from '../../../libs/contracts/agenda-points.js';
import { agenda } from '../../../libs/contracts/sending.js';
import { startProcess } from '../../support/own-process.js';
import type { OwnProcess } from '../../support/own-process.js';
import { freePort } from '../../support/redis.js';
import { signInAs } from '../../support/sign-in.js';
import { keepAsSent, sampleMeeting } from '../agenda-view/sample.js';
import { median } from '../measure.js';
import { load } from './load.js';
import type { Target } from './load.js';

const CONNECTIONS = [1, 16, 64] as const;
const NAMES = ['ours', 'bare Nest', 'bare node'] as const;
type Name = (typeof NAMES)[number];
/** Short rounds, and many: a busy moment of the machine falls on all three. */
const [POINTS, ROUNDS, ROUND_MS] = [25, 15, 250];

/** Answers a second, median, over so many connections. */
export interface PointFigure {
  readonly connections: number;
  readonly perSecond: Readonly<Record<Name, number>>;
}

interface Bench {
  readonly database: pg.Client;
  readonly databaseUrl: string;
  readonly apiPort: number;
  readonly bodyId: string;
  /** Of somebody who may do everything. */
  readonly headers: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** Reads one open point of a sent agenda as a member of its body, and as anybody from the two that ask nobody anything. */
export async function measurePoint(bench: Bench): Promise<PointFigure[]> {
  const processes: OwnProcess[] = [];
  try {
    const ports = { nest: await freePort(), node: await freePort() };
    for (const [name, port] of Object.entries(ports)) {
      processes.push(
        await startProcess(`test/bench/rights/bare-${name}.js`, { ...bench.env, PORT: String(port) }),
      );
    }
    const targets = await targetsOf(bench, ports);
    await warmUp(targets);
    const figures: PointFigure[] = [];
    for (const connections of CONNECTIONS) figures.push(await alternate(targets, connections));
    return figures;
  } finally {
    await Promise.all(processes.map((process) => process.end('SIGTERM')));
  }
}

async function targetsOf(
  bench: Bench,
  ports: Readonly<Record<'nest' | 'node', number>>,
): Promise<Record<Name, Target>> {
  const { headers } = await signInAs(bench.databaseUrl, [{ role: 'member', bodyId: bench.bodyId }]);
  const id = await sentPoint(bench);
  const asked = {
    ours: { port: bench.apiPort, path: `/api/v1/agenda-points/${id}`, headers },
    'bare Nest': { port: ports.nest, path: `/agenda-points/${id}`, headers: {} },
    'bare node': { port: ports.node, path: `/agenda-points/${id}`, headers: {} },
  };
  const bodyOf = async (name: Name): Promise<string> =>
    (
      await fetch(`http://127.0.0.1:${asked[name].port}${asked[name].path}`, { headers: asked[name].headers })
    ).text();
  const bodies = {
    ours: await bodyOf('ours'),
    'bare Nest': await bodyOf('bare Nest'),
    'bare node': await bodyOf('bare node'),
  };
  mustAgree(Object.values(bodies));
  return {
    ours: { ...asked.ours, body: bodies.ours },
    'bare Nest': { ...asked['bare Nest'], body: bodies['bare Nest'] },
    'bare node': { ...asked['bare node'], body: bodies['bare node'] },
  };
}

/** A fast wrong answer is a failure: all say the same of the point, but for the times, which only ours counts. */
function mustAgree(bodies: readonly string[]): void {
  const said = bodies.map((body) => {
    const point = agendaPoint.parse(JSON.parse(body));
    return JSON.stringify({ ...point, from: null, to: null });
  });
  if (new Set(said).size !== 1) throw new Error(`The points differ: ${said.join('\n')}`);
}

/** The third point of an agenda that was sent. */
async function sentPoint({ database, apiPort, bodyId, headers }: Bench): Promise<string> {
  const api = `http://127.0.0.1:${apiPort}`;
  const meetingId = await sampleMeeting(database, api, bodyId, POINTS, headers);
  const content = await (await fetch(`${api}/api/v1/meetings/${meetingId}/agenda`, { headers })).text();
  await keepAsSent(database, meetingId, content);
  const { points } = agenda.parse(JSON.parse(content));
  for (const { id, number, part } of points) {
    await database.query('UPDATE agenda_point SET frozen_number = $2, frozen_part = $3 WHERE id = $1', [
      id,
      number,
      part,
    ]);
  }
  await database.query("UPDATE meeting SET state = 'sent' WHERE id = $1", [meetingId]);
  await database.query('VACUUM ANALYZE');
  const point = points.find(({ position }) => position === 2);
  if (!point) throw new Error('The agenda has no third point.');
  return point.id;
}

/** How many answers the engine takes to have compiled all of what makes them, whoever makes them. */
const WARM_AFTER = 10_000;

/** Each has given as many answers before it is measured: the same time would leave the slower less well compiled. */
async function warmUp(targets: Record<Name, Target>): Promise<void> {
  for (const name of NAMES) {
    for (let answers = 0; answers < WARM_AFTER;) {
      answers += (await load(targets[name], 16, ROUND_MS)) * (ROUND_MS / 1000);
    }
  }
}

/** Asks one after the other, round by round, so that a busy moment of the machine falls on all of them. */
async function alternate(targets: Record<Name, Target>, connections: number): Promise<PointFigure> {
  const figures: Record<Name, number[]> = { ours: [], 'bare Nest': [], 'bare node': [] };
  for (const name of NAMES) await load(targets[name], connections, ROUND_MS / 4);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of NAMES) figures[name].push(await load(targets[name], connections, ROUND_MS));
  }
  return {
    connections,
    perSecond: {
      ours: median(figures.ours),
      'bare Nest': median(figures['bare Nest']),
      'bare node': median(figures['bare node']),
    },
  };
}
