import { EXIT, takesNoPositionals } from '../command.js';
import type { Command } from '../command.js';
import { readStatus } from '../status/read-status.js';
import { statusText } from '../status/status-text.js';
import { withDatabase } from '../with-database.js';

export const command: Command = {
  help: `
Usage: dagsorden status [--json]

Says whether the database can be reached and is up to date, how many meetings, indstillinger, follow-ups and documents it
holds by state, what the outbox still owes, and where the queue is. Works beside a running "npm start". Exit code 1 when
the database cannot be reached or is not up to date.`,
  options: { json: { type: 'boolean' } },
  run: async (args, around) => {
    takesNoPositionals(args);
    const status = await withDatabase(around, { create: false }, readStatus);
    await around.out(args.values.json === true ? `${JSON.stringify(status)}\n` : statusText(status));
    return status.database.pendingMigrations.length === 0 ? EXIT.fine : EXIT.refused;
  },
};
