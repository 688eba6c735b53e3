import type { PackageDocument } from '../../../libs/domain/imports/index.js';
import { renderPackageDocument } from '../../../libs/rendering/docx/index.js';
import { EXIT, RefusalError, UsageError, requiredOption, textOption } from '../command.js';
import type { Arguments, Command } from '../command.js';
import { readWhole, writeWhole } from '../files.js';
import { faultsOf, packageDocument } from '../package-document.schema.js';
import { decode } from '../read-text.js';

const KINDS = ['agenda', 'minutes', 'indstilling'] as const;
const AUDIENCES = ['all', 'open'] as const;
const LARGEST_INPUT = 50 * 1024 * 1024;
const FAULTS_SHOWN = 20;

export const command: Command = {
  help: `
Usage: dagsorden render agenda|minutes|indstilling --input FILE.json --output FILE.docx [--audience all|open]

Makes the Word document of one entry of "documents" as "import --json" prints it. No database is used; the same input
gives the same bytes.

  --input      the JSON file
  --output     the document; an existing one is replaced, and only by a whole one
  --audience   open leaves out what is closed (all)`,
  options: {
    input: { type: 'string' },
    output: { type: 'string' },
    audience: { type: 'string', default: 'all' },
  },
  run: async (args) => {
    const [kind, audience] = [kindOf(args), oneOf(AUDIENCES, textOption(args, 'audience'), '--audience')];
    const input = requiredOption(args, 'input');
    const output = requiredOption(args, 'output');
    const document = await readDocument(input);
    const rendered = renderPackageDocument(kind, document, audience);
    if (!rendered.ok) {
      const { code, rule, at } = rendered.refusal;
      throw new RefusalError(`${input}${at === undefined ? '' : `, ${at}`}: ${rule} (${code})`);
    }
    await writeWhole(output, rendered.value);
    return EXIT.fine;
  },
};

function kindOf({ positionals }: Arguments): (typeof KINDS)[number] {
  if (positionals.length > 1) throw new UsageError(`Unexpected argument "${positionals[1] ?? ''}".`);
  return oneOf(KINDS, positionals[0], 'The kind of document');
}

function oneOf<T extends string>(known: readonly T[], given: string | undefined, what: string): T {
  const found = known.find((one) => one === given);
  if (found !== undefined) return found;
  const not = given === undefined ? '' : `, not "${given}"`;
  throw new UsageError(`${what} is one of ${known.join(', ')}${not}.`);
}

async function readDocument(path: string): Promise<PackageDocument> {
  const json = parseJson(decode(await readWhole(path, LARGEST_INPUT), path), path);
  const parsed = packageDocument.safeParse(json);
  if (parsed.success) return parsed.data;
  if (typeof json === 'object' && json !== null && 'documents' in json) {
    throw new RefusalError(`${path} is all of what "import" printed: give one entry of its "documents".`);
  }
  const faults = faultsOf(parsed.error);
  const more = faults.length > FAULTS_SHOWN ? [`... and ${faults.length - FAULTS_SHOWN} more`] : [];
  throw new RefusalError(
    [...faults.slice(0, FAULTS_SHOWN), ...more].map((fault) => `${path}, ${fault}`).join('\n'),
  );
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const line = text.slice(0, position).split('\n').length;
    throw new RefusalError(`${path}, line ${line}: this is not JSON (${message}).`);
  }
}
