import { migrate } from '../../../libs/platform/database/data-source.js';
import { EXIT, takesNoPositionals } from '../command.js';
import type { Command } from '../command.js';
import { withDatabase } from '../with-database.js';

export const command: Command = {
  help: `
Usage: dagsorden migrate [--json]

Runs the migrations that have not run yet on the database of DATABASE_URL, or on the embedded one in DATA_DIR, which is
made when missing. "npm start" does this too. With --json it prints {"ran":[names]}.`,
  options: { json: { type: 'boolean' } },
  run: async (args, around) => {
    takesNoPositionals(args);
    const ran = await withDatabase(around, { create: true }, ({ databaseUrl }) =>
      migrate({ url: databaseUrl, applicationName: 'dagsorden-migrate' }),
    );
    if (args.values.json === true) await around.out(`${JSON.stringify({ ran })}\n`);
    else if (ran.length === 0) await around.out('The database is up to date.\n');
    else await around.out(`${ran.map((name) => `Ran ${name}`).join('\n')}\n`);
    return EXIT.fine;
  },
};
