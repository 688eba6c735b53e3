import type { ParseArgsConfig } from 'node:util';

/** What a command may touch of the process, so that tests can give it something else. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves when the reader at the other end has room again. */
  readonly out: (text: string) => Promise<void>;
  /** Writes one line to standard error. */
  readonly say: (line: string) => void;
}

/** The options and positional arguments of one call, as `parseArgs` of node:util gives them. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of the command line. */
export interface Command {
  /** The text behind `--help`, below its name and summary. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Does the work; resolves to the exit code. */
  readonly run: (args: Arguments, around: Surroundings) => Promise<number>;
}

export const EXIT = { fine: 0, refused: 1, usage: 2 } as const;

/** The command was called wrongly: exit code 2, with the way to its help. */
export class UsageError extends Error {}

/** The input, or the state of things, does not allow what was asked for: exit code 1. The message is for the operator. */
export class RefusalError extends Error {}

/** A text option's value; undefined when it was not given. */
export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A text option that must be given; throws `UsageError` when it is not. */
export function requiredOption(args: Arguments, name: string): string {
  const value = textOption(args, name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** Throws `UsageError` for positional arguments of a command that takes none. */
export function takesNoPositionals(args: Arguments): void {
  const [first] = args.positionals;
  if (first !== undefined) throw new UsageError(`Unexpected argument "${first}".`);
}
