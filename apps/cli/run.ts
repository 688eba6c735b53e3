import { parseArgs } from 'node:util';
import { ConfigError } from '../../libs/platform/config/config.js';
import { EmbeddedPostgresError } from '../../libs/platform/database/embedded/index.js';
import { EXIT, RefusalError, UsageError } from './command.js';
import type { Command, Surroundings } from './command.js';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<{ command: Command }>;
}

/** Commands are loaded when they are called: reading a follow-up need not wait for the web framework. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  start: {
    summary: 'start everything: database, api and worker (this is what "npm start" does)',
    load: () => import('./commands/start.js'),
  },
  import: {
    summary: 'read meeting packages and take them in',
    load: () => import('./commands/import.js'),
  },
  'follow-ups': {
    summary: 'read the follow-ups out of decision text on standard input',
    load: () => import('./commands/follow-ups.js'),
  },
  render: {
    summary: 'make the Word document of a meeting package that was read',
    load: () => import('./commands/render.js'),
  },
  admit: {
    summary: 'let somebody sign in whom the identity provider knows, the first administrator above all',
    load: () => import('./commands/admit.js'),
  },
  migrate: { summary: 'bring the database up to date', load: () => import('./commands/migrate.js') },
  seed: {
    summary: 'load the sample municipality into an empty database',
    load: () => import('./commands/seed.js'),
  },
  export: {
    summary: 'write everything recorded about one person to a file',
    load: () => import('./commands/export.js'),
  },
  verify: {
    summary: 'find out whether the audit trail was tampered with, or a stored file damaged',
    load: () => import('./commands/verify.js'),
  },
  status: {
    summary: 'say whether the database answers, and what is in it',
    load: () => import('./commands/status.js'),
  },
};

/** Runs one call of the command line, given its arguments after the program's name; resolves to the exit code. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) {
      around.say(overview());
      return EXIT.usage;
    }
    if (['--help', '-h'].includes(name)) return await print(overview(), around);
    if (name === 'help') return await help(rest, around);
    return await runCommand(name, rest, around);
  } catch (error) {
    return report(error, name ?? '', around);
  }
}

async function help(args: readonly string[], around: Surroundings): Promise<number> {
  const [name] = args;
  return print(name === undefined ? overview() : await helpOf(name), around);
}

async function runCommand(name: string, args: readonly string[], around: Surroundings): Promise<number> {
  const { command } = await entryOf(name).load();
  const { values, positionals } = parse(args, command);
  if (values.help === true) return print(await helpOf(name), around);
  return command.run({ values, positionals }, around);
}

function entryOf(name: string): Entry {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) throw new UsageError(`There is no command "${name}".`);
  return entry;
}

function parse(args: readonly string[], command: Command) {
  const help = { type: 'boolean', short: 'h' } as const;
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...command.options, help },
      allowPositionals: true,
      strict: true,
    });
    return { values: onlySingle(parsed.values), positionals: parsed.positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function onlySingle(values: Record<string, unknown>): Record<string, string | boolean> {
  const single = Object.entries(values).filter(
    (entry): entry is [string, string | boolean] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
  );
  return Object.fromEntries(single);
}

function report(error: unknown, name: string, around: Surroundings): number {
  if (error instanceof UsageError) {
    const known = Object.hasOwn(COMMANDS, name) ? `${name} --help` : '--help';
    around.say(`${error.message}\nSee: npm run -s dagsorden -- ${known}`);
    return EXIT.usage;
  }
  const expected = [RefusalError, ConfigError, EmbeddedPostgresError].some((type) => error instanceof type);
  if (expected) around.say((error as Error).message);
  else around.say(`It failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return EXIT.refused;
}

async function print(text: string, around: Surroundings): Promise<number> {
  await around.out(`${text}\n`);
  return EXIT.fine;
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Usage: npm run -s dagsorden -- COMMAND [options]',
    '',
    'Commands:',
    ...lines,
    '',
    'COMMAND --help tells more. Exit codes: 0 done, 1 refused or bad input, 2 called wrongly.',
    'The environment (DATABASE_URL, REDIS_URL, DATA_DIR, HOST, PORT, LOG_LEVEL and more) is described in README.md.',
  ].join('\n');
}

async function helpOf(name: string): Promise<string> {
  const { summary, load } = entryOf(name);
  const { command } = await load();
  return [`dagsorden ${name}: ${summary}`, '', command.help.trim()].join('\n');
}
