import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { superviseChild } from '../../apps/cli/supervisor/child.js';
import { claimPort } from '../../apps/cli/supervisor/port.js';
import { welcomeText } from '../../apps/cli/supervisor/welcome.js';
import { readConfig } from '../../libs/platform/config/config.js';
import { processIdentity } from '../../libs/platform/process/identity.js';
import { until } from '../support/until.js';

// Processes are started for real: on a busy machine that takes its time.
jest.setTimeout(60_000);

const script = fileURLToPath(new URL('./stand-in.mjs', import.meta.url));

let folder = '';
let said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dagsorden-supervisor-'));
  said = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const start = (behaviour = '') =>
  superviseChild(
    {
      name: 'worker',
      script,
      env: { ...process.env, STAND_IN: behaviour, STAND_IN_LOG: join(folder, 'log') },
    },
    { say: (line) => said.push(line), firstPauseMs: 10, stopPatienceMs: 300 },
  );

async function startedPids(): Promise<number[]> {
  return (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n').map(Number);
}

describe('a supervised process', () => {
  it('is started again when it dies, and the supervisor says so', async () => {
    const child = await start();
    process.kill(child.pid() ?? 0, 'SIGKILL');
    await until(async () => (await startedPids()).length === 2);
    expect(said).toEqual(['The worker ended unexpectedly (SIGKILL); it is started again.']);
    await child.stop();
  });

  it('stays down once it has been stopped', async () => {
    const child = await start();
    const pid = child.pid() ?? 0;
    await child.stop();
    expect(processIdentity(pid)).toBeNull();
    expect(await startedPids()).toEqual([pid]);
    expect(said).toEqual([]);
  });

  it('is ended by force when it does not listen', async () => {
    const child = await start('deaf');
    const pid = child.pid() ?? 0;
    await child.stop();
    expect(processIdentity(pid)).toBeNull();
  });

  it('fails the start when it ends before it is ready', async () => {
    await expect(start('dies-at-once')).rejects.toThrow('The worker did not start (exit code 3).');
    expect(await startedPids()).toHaveLength(1);
  });
});

describe('the port of the api', () => {
  let holder: Server;
  let port = 0;
  beforeEach(async () => {
    holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    port = (holder.address() as AddressInfo).port;
  });
  afterEach(() => void holder.close());

  it('is refused by name, with the variable that changes it, when another program has it', async () => {
    const claimed = claimPort('127.0.0.1', port, 0);
    await expect(claimed).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program. Choose another with PORT: PORT=${port + 1} npm start`,
    );
  });

  it('is waited for while a killed run still lets go of it', async () => {
    const claimed = claimPort('127.0.0.1', port, 5000);
    holder.close();
    expect(await claimed).toBe(port);
  });

  it('is chosen by the system when 0 is asked for', async () => {
    expect(await claimPort('127.0.0.1', 0)).toBeGreaterThan(1023);
  });

  it('is refused with HOST when the address is not of this machine', async () => {
    await expect(claimPort('192.0.2.1', 0)).rejects.toThrow('Check HOST and PORT');
  });
});

describe('the welcome', () => {
  const facts = {
    address: 'http://localhost:3000',
    isTrial: true,
    database: 'db',
    queue: 'q',
    sampleLoaded: false,
  };

  it('gives an address that can be opened, whatever the api listens on', () => {
    const addressFor = (HOST: string) => readConfig({ HOST, PORT: '3000' }).access.publicUrl;
    expect(addressFor('0.0.0.0')).toBe('http://localhost:3000');
    expect(addressFor('10.1.2.3')).toBe('http://10.1.2.3:3000');
    expect(addressFor('fd00::1')).toBe('http://[fd00::1]:3000');
  });

  it('tells how to sign in as one of the invented people, where they can', () => {
    expect(welcomeText(facts)).toContain('--as MSA --url http://localhost:3000');
    expect(welcomeText({ ...facts, isTrial: false })).not.toContain('MSA');
  });

  it('says that the sample is invented when it has been loaded', () => {
    expect(welcomeText({ ...facts, sampleLoaded: true })).toContain('loaded: invented');
    expect(welcomeText(facts)).not.toContain('loaded: invented');
  });
});
