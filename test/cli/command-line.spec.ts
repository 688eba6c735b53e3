import { describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dagsorden, dagsordenProcess } from '../support/dagsorden.js';
import { testDatabase } from '../support/database.js';

// Processes are started for real: on a busy machine that takes its time.
jest.setTimeout(60_000);

describe('the command line', () => {
  it('says how it is called, and that it was called wrongly, when no command is given', async () => {
    const { code, out, err } = await dagsordenProcess([]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: npm run -s dagsorden -- COMMAND');
  });

  it('prints its help on standard output', async () => {
    const { code, out, err } = await dagsordenProcess(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('follow-ups');
    expect(err).toBe('');
  });

  it.each(['start', 'import', 'follow-ups', 'render', 'migrate', 'seed', 'status'])(
    'helps with %s',
    async (name) => {
      const { code, out } = await dagsorden([name, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^dagsorden ${name}: .*\n\nUsage: `));
    },
  );

  it.each([
    [['nonsense'], 'There is no command "nonsense".'],
    [['constructor'], 'There is no command "constructor".'],
    [['status', '--jsn'], "Unknown option '--jsn'"],
    [['status', 'now'], 'Unexpected argument "now".'],
    [['follow-ups', '--json'], '--meeting-date is missing.'],
  ])('answers %j with exit code 2 and the way to the help', async (args, message) => {
    const { code, out, err } = await dagsorden(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).toContain('--help');
  });

  it('names every variable that makes no sense', async () => {
    const { code, err } = await dagsorden(['status'], '', { PORT: 'three', DATABASE_URL: 'mysql://x' });
    expect(code).toBe(1);
    expect(err).toContain('PORT');
    expect(err).toContain('DATABASE_URL');
  });
});

describe('follow-ups', () => {
  const onTheTenth = ['follow-ups', '--meeting-date', '2026-03-10'];

  it('prints one JSON array for a text, and nothing else', async () => {
    const { code, out, err } = await dagsorden(
      [...onTheTenth, '--json'],
      'Drøftet. Vejafdelingen følger op.',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ responsible: 'Vejafdelingen' })]);
    expect(err).toBe('');
  });

  it('prints one array a line with --lines, for empty lines and line ends of Windows too', async () => {
    const input = 'Vejafdelingen følger op.\r\n\nTaget til efterretning.\nPunktet blev\\ndrøftet.\n';
    const { code, out } = await dagsorden([...onTheTenth, '--lines', '--json'], input);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as unknown[]).length)).toEqual([1, 0, 0, 0]);
  });

  it('takes twenty thousand lines', async () => {
    const { out } = await dagsordenProcess([...onTheTenth, '--lines', '--json'], 'Drøftet.\n'.repeat(20_000));
    expect(out).toBe('[]\n'.repeat(20_000));
  });

  it.each([
    [['--meeting-date', '2026-02-30'], '--meeting-date 2026-02-30: there is no such date'],
    [['--meeting-date', '10.03.2026'], '--meeting-date 10.03.2026: there is no such date'],
    [
      ['--meeting-date', '2026-03-10', '--next-meeting', '2026-03-10'],
      '--next-meeting 2026-03-10 is not after --meeting-date 2026-03-10.',
    ],
  ])('refuses %j with the rule', async (args, message) => {
    const { code, out, err } = await dagsorden(['follow-ups', ...args, '--json'], 'Drøftet.');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  it('names the line of the first letter that is not UTF-8', async () => {
    const latin1 = Buffer.from('Drøftet.\nFølges op.\n', 'latin1');
    const mixed = Buffer.concat([Buffer.from('Drøftet.\n'), latin1]);
    const { code, err } = await dagsorden([...onTheTenth, '--json'], mixed);
    expect(code).toBe(1);
    expect(err).toContain('standard input, line 2: this is not UTF-8 text.');
  });
});

describe('status', () => {
  it('tells in JSON what is in the database, and nothing else', async () => {
    const database = await testDatabase();
    const { code, out, err } = await dagsorden(['status', '--json'], '', { DATABASE_URL: database.url });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      database: { reachable: true, embedded: false, pendingMigrations: [] },
      meetings: {},
      outbox: { owed: 0 },
      queue: { backend: 'postgresql', reachable: true },
    });
    await database.drop();
  });

  it('refuses where there is no database yet, and makes none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dagsorden-status-'));
    const { code, err } = await dagsorden(['status'], '', { DATABASE_URL: '', DATA_DIR: folder });
    expect(code).toBe(1);
    expect(err).toContain(`There is no database in ${folder} yet.`);
    expect((await dagsorden(['status'], '', { DATABASE_URL: '', DATA_DIR: folder })).code).toBe(1);
    await rm(folder, { recursive: true });
  });

  it('says that the database cannot be reached', async () => {
    const { code, err } = await dagsorden(['status'], '', {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x',
    });
    expect(code).toBe(1);
    expect(err).toContain('The database cannot be reached');
  });
});

describe('migrate', () => {
  it('has nothing to do on a database that is up to date', async () => {
    const database = await testDatabase();
    const { code, out } = await dagsorden(['migrate', '--json'], '', { DATABASE_URL: database.url });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ ran: [] });
    await database.drop();
  });
});
