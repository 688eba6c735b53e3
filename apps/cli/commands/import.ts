import { basename } from 'node:path';
import { LARGEST_FILE, readPackageFile } from '../../../libs/rendering/read/index.js';
import type { PackageReading } from '../../../libs/domain/imports/index.js';
import { EXIT, RefusalError, UsageError } from '../command.js';
import type { Command, Surroundings } from '../command.js';
import { readWhole } from '../files.js';
import { takeIn } from '../take-in.js';
import type { PackageFile } from '../take-in.js';
import { withDatabase } from '../with-database.js';

export const command: Command = {
  help: `
Usage: dagsorden import FILE... [--dry-run] [--json]

Reads meeting packages (.txt, .docx, .pdf) and takes their meetings, points, decisions, indstillinger and follow-ups in.
A file that was taken in before changes nothing. Every file is read before any is taken in.

  --dry-run   only read, and say what was found; no database is used
  --json      print what was found as JSON: one object for one file, an array for several`,
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  run: async ({ values, positionals }, around) => {
    if (positionals.length === 0) throw new UsageError('No file is given.');
    const read = await readAll(positionals, around);
    const dryRun = values['dry-run'] === true;
    const taken = dryRun
      ? null
      : await withDatabase(around, { create: true }, (connected) =>
          takeIn(
            connected,
            read.map(({ file }) => file),
          ),
        );
    if (values.json === true) {
      const answers = taken ?? read.map(({ reading }) => reading);
      await around.out(`${JSON.stringify(answers.length === 1 ? answers[0] : answers)}\n`);
    } else {
      for (const { file, reading } of read) await around.out(inWords(file.name, reading));
      await around.out(dryRun ? 'Nothing has been taken in: this was a dry run.\n' : 'Taken in.\n');
    }
    return EXIT.fine;
  },
};

interface ReadFile {
  readonly file: PackageFile;
  readonly reading: PackageReading;
}

/** Reads every file and says of each what is wrong with it, before it refuses. */
async function readAll(paths: readonly string[], around: Surroundings): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const path of paths) {
    try {
      read.push(await readOne(path));
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      around.say(error.message);
    }
  }
  const bad = paths.length - read.length;
  if (bad > 0)
    throw new RefusalError(`${bad} of ${paths.length} files cannot be read; nothing has been taken in.`);
  return read;
}

async function readOne(path: string): Promise<ReadFile> {
  const bytes = await readWhole(path, LARGEST_FILE);
  const read = await readPackageFile(path, bytes);
  if (read.ok) return { file: { name: basename(path), bytes }, reading: read.value.reading };
  const { code, rule, at } = read.refusal;
  throw new RefusalError(`${rule}${at === undefined ? '' : ` (${at})`} [${code}]`);
}

function inWords(name: string, { documents, unread, ledger }: PackageReading): string {
  const lines = documents.flatMap(({ kind, lines, meeting, points, followUps, warnings }) => [
    `  lines ${lines.from}-${lines.to}: ${kind}, ${meeting.body ?? 'body unknown'}, ${meeting.date ?? 'without a date'}, ` +
      `${points.length} points, ${followUps.length} follow-ups`,
    ...warnings.map(({ code, text }) => `    ${code}: ${text}`),
  ]);
  const left = unread.map(({ line, text }) => `  line ${line} was not understood: ${text}`);
  return [`${name}: ${documents.length} documents in ${ledger.lines} lines`, ...lines, ...left, ''].join(
    '\n',
  );
}
