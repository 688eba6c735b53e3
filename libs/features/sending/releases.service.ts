import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { takeMeetingStep } from '../../domain/meeting/index.js';
import { PRODUCT } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { load } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { PlacedIndstillinger, freezeAs, loadAgenda, stillOn } from '../agenda-points/index.js';
import type { AgendaState } from '../agenda-points/index.js';
import { MeetingRow, MeetingsService, meetingFacts } from '../meetings/index.js';
import { AgendaVersionRow } from './agenda-version.entity.js';
import { keepVersion } from './keep-version.js';
import { queueMails } from './mail-queue.js';
import { SendingRow } from './sending.entity.js';
import type { Snapshot } from './snapshot.js';

const ACTIONS = { first: 'send', correction: 'send-correction' } as const;

/** Releases what was pressed when nobody took it back: the version becomes readable and the mails are owed, or neither. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsService,
    private readonly indstillinger: PlacedIndstillinger,
    private readonly clock: Clock,
  ) {}

  /**
   * Releases a sending that is due, in one transaction. One that is gone, taken back or released already is nothing to do;
   * one that is early throws, to be tried again. Where what stands can no longer be sent it is stopped, and nobody told.
   */
  async release(sendingId: string): Promise<void> {
    const found = await this.transactions.reader.findOneBy(SendingRow, { id: sendingId });
    if (found?.state !== 'waiting') return;
    const actor = { ...PRODUCT, personId: found.sentBy };
    const context: RequestContext = { requestId: newId(), actor, idempotency: null };
    await this.transactions.run(context, async (tx) => {
      // Meeting before sending, as whoever presses does.
      await load(tx, MeetingRow, 'meeting', found.meetingId, { lock: true });
      const row = await tx.findOne(SendingRow, {
        where: { id: sendingId },
        lock: { mode: 'pessimistic_write' },
      });
      const snapshot = row && pressed(row);
      if (row?.state !== 'waiting' || !snapshot) return;
      if (row.dueAt > this.clock.now()) throw new Error('The sending is not due yet.');
      const state = await loadAgenda(tx, row.meetingId);
      const newest = await tx.findOne(AgendaVersionRow, {
        where: { meetingId: row.meetingId },
        order: { number: 'DESC' },
      });
      const obstacle = await obstacleTo(tx, row, snapshot, { state, newest });
      if (obstacle === null) await this.carryOut(tx, context, row, { snapshot, state, newest });
      else await stop(tx, context, row, obstacle);
    });
  }

  private async carryOut(
    tx: EntityManager,
    context: RequestContext,
    row: SendingRow,
    { snapshot, state, newest }: { snapshot: Snapshot } & Present,
  ): Promise<void> {
    const { meetingId } = row;
    const releasedAt = this.clock.now();
    if (row.kind === 'first' || row.kind === 'correction')
      await this.meetings.moveOn(tx, context, state.meeting, { action: ACTIONS[row.kind], reason: null });
    await this.indstillinger.placeAgain(tx, context, stillOn(state.points, state.points));
    await markLate(tx, context, meetingId, await freezeAs(tx, meetingId, snapshot.content.points));
    const sent = { number: (newest?.number ?? 0) + 1, sentAt: releasedAt, snapshot };
    // Stepped back and sent again as it was: the version its readers have is the one.
    const isSame = newest?.contentHash === snapshot.contentHash;
    const version = isSame ? newest : await keepVersion(tx, context, meetingId, sent);
    await tx.update(SendingRow, row.id, {
      ...{ state: 'released' as const, releasedAt, versionId: version.id, content: null, texts: null },
    });
    await queueMails(tx, row);
    await recordReleased(tx, context, row);
  }
}

interface Present {
  readonly state: AgendaState;
  readonly newest: AgendaVersionRow | null;
}

function pressed({ content, texts, contentHash }: SendingRow): Snapshot | null {
  return content === null || texts === null || contentHash === null ? null : { content, texts, contentHash };
}

/** The code of what keeps a sending from being released now, though it was pressed; null where nothing does. */
async function obstacleTo(
  tx: EntityManager,
  { kind, afterVersion }: SendingRow,
  { content }: Snapshot,
  { state, newest }: Present,
): Promise<string | null> {
  if (kind !== 'first' && kind !== 'correction') return null;
  const facts = await meetingFacts(tx, state.meeting);
  const step = takeMeetingStep({ state: state.meeting.state, action: ACTIONS[kind], reason: null, facts });
  if (!step.ok) return step.refusal.code;
  if ((newest?.number ?? 0) !== afterVersion) return 'sent-in-between';
  const here = new Set(state.points.map(({ id }) => id));
  return content.points.every(({ id }) => here.has(id)) ? null : 'point-went-away';
}

async function stop(
  tx: EntityManager,
  context: RequestContext,
  row: SendingRow,
  code: string,
): Promise<void> {
  const patch = { state: 'stopped' as const, stoppedBecause: code, content: null, texts: null };
  await tx.update(SendingRow, row.id, patch);
  await record(tx, context, {
    name: 'sending.stopped',
    subject: { kind: 'meeting', id: row.meetingId },
    scopeId: row.meetingId,
    data: { sendingId: row.id, code },
  });
}

/** Points that came while the sending waited are late: nobody was sent them. */
async function markLate(
  tx: EntityManager,
  context: RequestContext,
  meetingId: string,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids)
    await record(tx, context, {
      name: 'agenda-point.changed',
      subject: { kind: 'agenda-point', id },
      scopeId: meetingId,
      changes: [{ field: 'late', before: false, after: true }],
    });
}

/** Puts on record that the mails of a sending are owed, which is what has them sent. */
export function recordReleased(
  tx: EntityManager,
  context: RequestContext,
  { id, meetingId, kind }: Pick<SendingRow, 'id' | 'meetingId' | 'kind'>,
): Promise<void> {
  return record(tx, context, {
    name: 'sending.released',
    subject: { kind: 'meeting', id: meetingId },
    scopeId: meetingId,
    data: { sendingId: id, kind },
  });
}
