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
  await record(tx, context, {
    name: 'agenda.sent',
    subject: { kind: 'meeting', id: meetingId },
    scopeId: meetingId,
    data: { version: number, contentHash },
  });
  return row;
}
