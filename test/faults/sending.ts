import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startMailServer } from '../support/mail-server.js';
import type { MailServer } from '../support/mail-server.js';
import { startProcess } from '../support/own-process.js';
import { onInstallation } from './installation.js';
import type { Installation } from './installation.js';
import { judge, secondsSince } from './report.js';
import { makeMeetings, pressAtOnce } from './sending/seed.js';
import { verifySendings } from './sending/verify.js';

/** How long nothing may move before the run counts as stuck (ms): longer than two waits for a server that was away. */
const PATIENCE_MS = 120_000;
/** A kill comes within so many milliseconds of its turn, so that it hits every step of a mail. */
const SPREAD_MS = 60;
/** Every so many meetings are taken back at the last moment. */
const REGRET_EVERY = 5;
const REGRET_SECONDS = 2;

interface Size {
  readonly meetings: number;
  readonly recipients: number;
  readonly kills: number;
}

/** A server as there are: slow to answer, busy now and then, without one of its addresses. Gives those it refuses. */
function makeDifficult(server: MailServer): ReadonlySet<string> {
  const refused = new Set(['medlem1@example.dk']);
  for (const address of refused) server.refusals.set(address, { code: 550, text: '5.1.1 No such user' });
  let asked = 0;
  server.onMail = async () => {
    asked += 1;
    await delay(Math.random() * 20);
    if (asked % 25 === 0) throw Object.assign(new Error('4.3.2 Busy'), { responseCode: 451 });
  };
  return refused;
}

async function left({ database }: Installation): Promise<number> {
  const { rows } = await database.query<{ left: number }>(
    `SELECT (SELECT count(*) FROM sending WHERE state = 'waiting')::int
          + (SELECT count(*) FROM sending_recipient r JOIN sending s ON s.id = r.sending_id
             WHERE s.state = 'released' AND r.state IN ('waiting', 'queued'))::int AS left`,
  );
  return rows[0]?.left ?? 0;
}

async function waitFor(made: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await made())) {
    if (performance.now() > deadline) throw new Error('Stuck.');
    await delay(5);
  }
}

/** Kills the worker each time its share of the mails has come, and gives how often mails were owed then. */
async function killAgainAndAgain(made: Installation, server: MailServer, size: Size): Promise<number> {
  const { meetings, recipients, kills } = size;
  // Some are taken back and some refused: of the rest there is enough for every kill to hit something.
  const sure = Math.floor(meetings * (recipients - 1) * (1 - 1 / REGRET_EVERY) * 0.9);
  let hit = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = await startProcess('apps/worker/main.js', made.env);
    await waitFor(() => server.mails.length > Math.floor((sure * kill) / (kills + 1)));
    await delay(Math.random() * SPREAD_MS);
    await worker.end('SIGKILL');
    if ((await left(made)) > 0) hit += 1;
  }
  return hit;
}

/** Takes back every fifth sending about when its time to regret is over; some come too late. */
async function regretSome({ address, headers }: Installation, sendings: readonly string[]): Promise<void> {
  const some = sendings.filter((_, i) => i % REGRET_EVERY === 0);
  await delay(REGRET_SECONDS * 1000 - 100);
  for (const id of some) {
    await fetch(`${address}/api/v1/sendings/${id}`, { method: 'DELETE', headers });
    await delay(10);
  }
}

async function sendAndKill(installation: Installation, server: MailServer, size: Size): Promise<void> {
  const made = {
    ...installation,
    env: {
      ...installation.env,
      ...{ SMTP_URL: server.url, MAIL_FROM: 'sek@example.dk', REGRET_SECONDS: String(REGRET_SECONDS) },
    },
  };
  const refused = makeDifficult(server);
  const api = await startProcess('apps/api/main.js', made.env);
  const start = performance.now();
  const sendings: string[] = [];
  for (const id of await makeMeetings(made, size)) sendings.push(...(await pressAtOnce(made, id, 3)));
  console.log(`${size.meetings} agendas pressed by three at once in ${secondsSince(start)} s.`);
  const [hit] = await Promise.all([killAgainAndAgain(made, server, size), regretSome(made, sendings)]);
  console.log(`${size.kills} kills in ${secondsSince(start)} s; mails by then: ${server.mails.length}.`);
  const worker = await startProcess('apps/worker/main.js', made.env);
  await waitFor(async () => (await left(made)) === 0);
  console.log(`All settled ${secondsSince(start)} s after the start.`);
  await worker.end('SIGTERM');
  await api.end('SIGTERM');
  const found = await verifySendings(made.database, server.mails, { meetings: size.meetings, refused });
  console.log(`Taken back: ${found.regretted}. Recipients who got theirs twice: ${found.twice}.`);
  for (const cause of found.causes) console.log(`Not sent: ${cause}`);
  judge([{ what: 'kills while mails were owed', counted: hit, must: size.kills }, ...found.promises]);
}

/**
 * Kill -9 the worker in the middle of sendings, over a mail server that is slow and busy: each recipient gets their mail, at
 * most once more with the same Message-ID. `--meetings`, `--recipients` and `--kills` make it shorter.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      meetings: { type: 'string', default: '40' },
      recipients: { type: 'string', default: '25' },
      kills: { type: 'string', default: '50' },
    },
  });
  const { meetings, recipients, kills } = values;
  const size = { meetings: Number(meetings), recipients: Number(recipients), kills: Number(kills) };
  const server = await startMailServer();
  try {
    await onInstallation((installation) => sendAndKill(installation, server, size));
  } finally {
    await server.stop();
  }
}
