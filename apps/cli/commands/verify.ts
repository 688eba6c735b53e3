import { verifyFiles } from '../../../libs/features/attachments/index.js';
import { verifyAuditTrail } from '../../../libs/features/audit/index.js';
import { checkpointsInLog } from '../audit/read-log.js';
import { filesText } from '../audit/files-text.js';
import { reportText } from '../audit/report-text.js';
import { EXIT, RefusalError, UsageError, textOption } from '../command.js';
import type { Arguments, Command, Surroundings } from '../command.js';
import { readWhole } from '../files.js';
import { decode } from '../read-text.js';
import { withDatabase } from '../with-database.js';

const LARGEST_LOG = 500 * 1024 * 1024;

export const command: Command = {
  help: `
Usage: dagsorden verify audit [--log FILE] [--json]
       dagsorden verify files [--json]

audit: compares the audit trail in the database with the signed checkpoints in DATA_DIR/audit, which the worker writes every
second: finds any event that was edited, moved, deleted, inserted or cut off, any edited seal or text, and any checkpoint
that is damaged, badly signed or missing, and says at which position. What is newer than the last checkpoint is not
covered; it says how much that is. Works beside a running "npm start", and writes nothing. Exit code 1 when anything was
tampered with, or nothing could be verified.

files: reads every file in DATA_DIR/files again and compares it with its hash, and looks for every file that the database
refers to. Writes nothing. Exit code 1 when a file is damaged or missing.

  --log    the worker's log (LOG_LEVEL=info): every checkpoint it tells of must be in the file
  --json   the whole report as JSON

The key is that of AUDIT_KEY, or the one in DATA_DIR/audit/key.`,
  options: { json: { type: 'boolean' }, log: { type: 'string' } },
  run: async (args, around) => {
    const [what, ...rest] = args.positionals;
    if ((what !== 'audit' && what !== 'files') || rest.length > 0)
      throw new UsageError('What can be verified is "audit" and "files".');
    return what === 'audit' ? verifyAudit(args, around) : verifyStore(args, around);
  },
};

async function verifyAudit(args: Arguments, around: Surroundings): Promise<number> {
  const path = textOption(args, 'log');
  const logged =
    path === undefined ? undefined : checkpointsInLog(decode(await readWhole(path, LARGEST_LOG), path));
  const report = await withDatabase(around, { create: false }, ({ databaseUrl, config }) =>
    verifyAuditTrail({ databaseUrl, dataDir: config.dataDir, auditKey: config.auditKey }, logged),
  );
  if (report === null) {
    throw new RefusalError(
      'There is no key and no checkpoint yet: the worker makes them when it first runs.',
    );
  }
  await around.out(args.values.json === true ? `${JSON.stringify(report)}\n` : reportText(report));
  return report.findings.length === 0 && report.covered !== null ? EXIT.fine : EXIT.refused;
}

async function verifyStore(args: Arguments, around: Surroundings): Promise<number> {
  if (args.values.log !== undefined) throw new UsageError('--log is for "audit".');
  const report = await withDatabase(around, { create: false }, ({ databaseUrl, config }) =>
    verifyFiles({ databaseUrl, dataDir: config.dataDir }),
  );
  await around.out(args.values.json === true ? `${JSON.stringify(report)}\n` : filesText(report));
  return report.damaged.length + report.missing.length === 0 ? EXIT.fine : EXIT.refused;
}
