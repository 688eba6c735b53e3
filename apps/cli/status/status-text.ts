import type { Status } from './read-status.js';

/** The status as a person reads it in a terminal. */
export function statusText(status: Status): string {
  const { database, queue } = status;
  const pending = database.pendingMigrations.length;
  const lines: [string, string][] = [
    ['Database', `PostgreSQL ${database.version}${database.embedded ? ', embedded' : ''}`],
    ['Migrations', pending === 0 ? 'up to date' : `${pending} to run: "dagsorden migrate"`],
    ['Meetings', counts(status.meetings)],
    ['Indstillinger', counts(status.indstillinger)],
    ['Follow-ups', counts(status.followUps)],
    ['Documents', counts(status.documents)],
    ['Imports', String(status.imports)],
    ['Outbox', `${status.outbox.owed} events the queue has not been told of`],
    ['Queue', queueText(queue)],
  ];
  return lines.map(([name, value]) => `${name.padEnd(14)}${value}\n`).join('');
}

function queueText({ backend, reachable, jobs }: Status['queue']): string {
  const where = backend === 'redis' ? 'Redis' : 'PostgreSQL';
  if (!reachable) return `${where}, cannot be reached`;
  const busy = Object.fromEntries(Object.entries(jobs).filter(([, n]) => n > 0));
  return `${where}, ${counts(busy)}`;
}

function counts(byState: Readonly<Record<string, number>>): string {
  const parts = Object.entries(byState).map(([state, n]) => `${n} ${state}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
