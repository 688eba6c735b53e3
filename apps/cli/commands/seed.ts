import { migrate } from '../../../libs/platform/database/data-source.js';
import { EXIT, takesNoPositionals } from '../command.js';
import type { Command } from '../command.js';
import { seedWhenEmpty } from '../sample.js';
import type { SampleOutcome } from '../sample.js';
import { withDatabase } from '../with-database.js';

const IN_WORDS: Record<SampleOutcome, string> = {
  loaded: 'The sample municipality has been loaded.',
  'not-empty': 'The database is in use already; nothing has been changed.',
};

export const command: Command = {
  help: `
Usage: dagsorden seed [--json]

Brings the database up to date and, where nothing is in it yet, loads an invented municipality to try things on. A
database that is in use is left alone. With --json it prints {"outcome":"loaded|not-empty"}.`,
  options: { json: { type: 'boolean' } },
  run: async (args, around) => {
    takesNoPositionals(args);
    const outcome = await withDatabase(around, { create: true }, async (connected) => {
      await migrate({ url: connected.databaseUrl, applicationName: 'dagsorden-migrate' });
      return seedWhenEmpty(connected);
    });
    await around.out(
      args.values.json === true ? `${JSON.stringify({ outcome })}\n` : `${IN_WORDS[outcome]}\n`,
    );
    return EXIT.fine;
  },
};
