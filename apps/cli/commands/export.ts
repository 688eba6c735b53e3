import { PersonRecordService } from '../../../libs/features/audit/index.js';
import { ProblemError } from '../../../libs/platform/http/problem-error.js';
import { internalContext } from '../../../libs/platform/http/request-context.js';
import { EXIT, RefusalError, UsageError, requiredOption } from '../command.js';
import type { Command } from '../command.js';
import { writeWhole } from '../files.js';
import { withServices } from '../operator.js';
import { withDatabase } from '../with-database.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const command: Command = {
  help: `
Usage: dagsorden export person INITIALS|ID --out FILE.json

Writes everything recorded about one person (GDPR article 15): their row, identities, roles, sessions without secrets,
what they are disqualified on, the meetings, indstillinger, follow-ups and decisions that name them, what they did, and
what was done that is about them. Titles and texts of cases are left out. That it was exported is put on record.

  --out   the file; an existing one is replaced, and only by a whole one`,
  options: { out: { type: 'string' } },
  run: async (args, around) => {
    const [what, who, ...rest] = args.positionals;
    if (what !== 'person' || who === undefined || rest.length > 0) {
      throw new UsageError('Say whom: "export person INITIALS" or "export person ID".');
    }
    const out = requiredOption(args, 'out');
    const pieces = await withDatabase(around, { create: false }, (connected) =>
      withServices(connected, async (services) => collect(services.get(PersonRecordService), who)),
    );
    await writeWhole(out, Buffer.concat(pieces));
    return EXIT.fine;
  },
};

async function collect(records: PersonRecordService, who: string): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  try {
    const id = UUID.test(who) ? who : await records.idByInitials(who);
    for await (const piece of await records.export(internalContext(), id)) pieces.push(Buffer.from(piece));
  } catch (error) {
    if (error instanceof ProblemError) throw new RefusalError(error.detail);
    throw error;
  }
  return pieces;
}
