import type { EntityManager } from 'typeorm';
import { record } from '../../platform/events/event-log.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { AgendaVersionRow } from './agenda-version.entity.js';
import { keepSentTexts } from './sent-indstillinger.js';
import type { Snapshot } from './snapshot.js';

/** Keeps what is sent as a version of its meeting's agenda, with the texts it goes out with. */
export async function keepVersion(
  tx: EntityManager,
  context: RequestContext,
  meetingId: string,
  { number, sentAt, snapshot }: { number: number; sentAt: Date; snapshot: Snapshot },
): Promise<AgendaVersionRow> {
  const { content, texts, contentHash } = snapshot;
  const row = tx.create(AgendaVersionRow, { id: newId(), meetingId, number, sentAt, content, contentHash });
  await tx.insert(AgendaVersionRow, row);
  await keepSentTexts(tx, row.id, texts);
  await markSentClosed(tx, row.id);
  await record(tx, context, {
    name: 'agenda.sent',
    subject: { kind: 'meeting', id: meetingId },
    scopeId: meetingId,
    data: { version: number, contentHash },
  });
  return row;
}

/** Notes on the points which of them went out closed: what they say then stays closed until it is sent open. */
async function markSentClosed(tx: EntityManager, versionId: string): Promise<void> {
  await tx.query(
    `UPDATE agenda_point SET sent_closed = sent.visibility = 'closed'
     FROM (SELECT (point->>'id')::uuid AS id, point->>'effectiveVisibility' AS visibility
           FROM agenda_version, jsonb_array_elements(content->'points') AS point WHERE agenda_version.id = $1) sent
     WHERE agenda_point.id = sent.id AND sent_closed IS DISTINCT FROM (sent.visibility = 'closed')`,
    [versionId],
  );
}
