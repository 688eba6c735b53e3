import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { internalContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import type { GuestSlot, Recipient } from '../../domain/sending/index.js';
import { loadAgenda, releasedAgendaOf } from '../agenda-points/index.js';
import type { AgendaState } from '../agenda-points/index.js';
import { MeetingRow } from '../meetings/index.js';
import { isGuestOfOne, slotsOf } from './guest-slots.js';
import { queueMails } from './mail-queue.js';
import { recipientsToday } from './recipients.queries.js';
import { recordReleased } from './releases.service.js';
import { SendingRecipientRow, SendingRow } from './sending.entity.js';
import type { Invitation } from './recipients.queries.js';

/** A meeting `m` that is sent, or was and is cancelled, whose calendar entry `i` says something else of it. */
const IS_STALE = `NOT i.cancelled AND (
  m.state = 'cancelled' OR (m.state IN ('sent', 'in-session') AND
    (i.date, i.start_time, i.end_time, i.place) IS DISTINCT FROM (m.date, m.start_time, m.end_time, m.place)))`;

/** Tells calendars what has become of a meeting they have: another day, time or place, or none at all. */
@Injectable()
export class CalendarChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Tells whoever's calendar says something else of a meeting; nobody where all say what holds, so that it may run twice. */
  async tell(meetingId: string): Promise<void> {
    const context = internalContext();
    await this.transactions.run(context, async (tx) => {
      const found = await tx.findOne(MeetingRow, {
        where: { id: meetingId },
        lock: { mode: 'pessimistic_write' },
      });
      const stale = found === null ? [] : await staleInvitations(tx, meetingId);
      if (stale.length === 0) return;
      const state = await loadAgenda(tx, meetingId);
      const row = this.sendingOf(tx, state);
      await tx.insert(SendingRow, row);
      await tx.insert(SendingRecipientRow, await this.recipientsOf(tx, state, row, stale));
      await queueMails(tx, row);
      await recordReleased(tx, context, row);
    });
  }

  /** The meetings that some calendar is wrong about and that nobody has changed for a minute and a half. */
  async owed(limit: number): Promise<string[]> {
    const rows = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT DISTINCT m.id FROM invitation i JOIN meeting m ON m.id = i.meeting_id
       WHERE ${IS_STALE} AND NOT EXISTS (
         SELECT FROM event WHERE event.subject_kind = 'meeting' AND event.subject_id = m.id
           AND event.at > now() - interval '90 seconds')
       LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  private sendingOf(tx: EntityManager, { meeting, body }: AgendaState): SendingRow {
    const { date, start, end, place, state } = meeting;
    const now = this.clock.now();
    return tx.create(SendingRow, {
      ...{ id: newId(), meetingId: meeting.id, state: 'released' as const },
      kind: state === 'cancelled' ? ('cancellation' as const) : ('update' as const),
      facts: { bodyName: body.name, date, start, end, place },
      ...{ reason: null, message: null, content: null, texts: null, contentHash: null, afterVersion: 0 },
      ...{
        sentBy: null,
        requestedAt: now,
        dueAt: now,
        releasedAt: now,
        versionId: null,
        stoppedBecause: null,
      },
    });
  }

  /** Who is no longer sent the agenda has the meeting taken out of their calendar instead. */
  private async recipientsOf(
    tx: EntityManager,
    state: AgendaState,
    { id: sendingId, kind }: SendingRow,
    stale: readonly Invitation[],
  ): Promise<SendingRecipientRow[]> {
    const { recipients } = await recipientsToday(tx, state, this.clock.today());
    const still = new Set(recipients.map(({ personId }) => personId));
    const slots = await slotsToday(tx, state, recipients);
    return stale.map(({ personId, name, address, group, seesClosed, slot }) =>
      tx.create(SendingRecipientRow, {
        ...{ id: newId(), sendingId, personId, name, address, group, seesClosed },
        // What is cancelled is what the calendar has.
        ...(kind === 'update' && still.has(personId)
          ? { method: 'request' as const, slot: slots.get(personId) ?? null }
          : { method: 'cancel' as const, slot }),
        ...{ sequence: null, state: 'waiting', cause: null, attempts: 0, nextTryAt: null, sentAt: null },
      }),
    );
  }
}

/** The slots of guests in what they were sent last, with the meeting as it begins now. */
async function slotsToday(
  tx: EntityManager,
  state: AgendaState,
  recipients: readonly Recipient[],
): Promise<ReadonlyMap<string, GuestSlot>> {
  if (!recipients.some(isGuestOfOne)) return new Map<string, GuestSlot>();
  const released = await releasedAgendaOf(tx, state, { audience: 'open', disqualifiedFrom: [] });
  const { meeting } = state;
  return released === null ? new Map<string, GuestSlot>() : slotsOf({ ...released, meeting }, recipients);
}

function staleInvitations(tx: EntityManager, meetingId: string): Promise<Invitation[]> {
  return tx.query<Invitation[]>(
    `SELECT i.person_id AS "personId", i.name, i.address, i."group", i.sees_closed AS "seesClosed", i.cancelled, i.slot
     FROM invitation i JOIN meeting m ON m.id = i.meeting_id
     WHERE m.id = $1 AND ${IS_STALE} ORDER BY i.person_id`,
    [meetingId],
  );
}
