import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  RequestSending,
  SendingCheckView,
  SendingListView,
  SendingView,
} from '../../contracts/sendings.js';
import { takeMeetingStep } from '../../domain/meeting/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { ProblemError, notFound, orRefuse, problemOf, refuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { REGRET_SECONDS } from '../../platform/config/regret.js';
import { loadAgenda } from '../agenda-points/index.js';
import { MeetingsService, findSeenMeeting, loadRunMeeting, mayRunMeetings } from '../meetings/index.js';
import { checkView } from './check.view.js';
import { queueMails } from './mail-queue.js';
import { prepareSending } from './preparation.js';
import type { PlannedRecipient, Preparation } from './preparation.js';
import { SendingRecipientRow, SendingRow } from './sending.entity.js';
import { nothingChanged } from './sending.service.js';
import { sendingView } from './sendings.view.js';
import { refuseWhileWaiting } from './waiting.js';

/** Sends agendas in two beats: pressed, and released when it was not taken back. */
@Injectable()
export class SendingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsService,
    private readonly clock: Clock,
    @Inject(REGRET_SECONDS) private readonly regretSeconds: number,
  ) {}

  /** What stops the sending, what stands out, and whom it would go to. */
  async check({ actor }: RequestContext, meetingId: string): Promise<SendingCheckView> {
    const tx = this.transactions.reader;
    await loadRunMeeting(tx, actor, meetingId);
    const state = await loadAgenda(tx, meetingId);
    return checkView(await prepareSending(tx, state, this.clock.today()), state, actor);
  }

  async list({ actor }: RequestContext, meetingId: string): Promise<SendingListView> {
    const tx = this.transactions.reader;
    await loadRunMeeting(tx, actor, meetingId);
    const rows = await tx.find(SendingRow, { where: { meetingId }, order: { id: 'DESC' } });
    return { items: await this.views(tx, rows) };
  }

  async get({ actor }: RequestContext, id: string): Promise<SendingView> {
    const tx = this.transactions.reader;
    return this.view(tx, await loadSending(tx, actor, id));
  }

  /**
   * Presses "send": what the agenda says now is kept and becomes a version when the time to regret is over; until then
   * nobody reads it, and the meeting stays as it is.
   */
  press(
    context: RequestContext,
    meetingId: string,
    ifMatch: number,
    request: RequestSending,
  ): Promise<SendingView> {
    return this.transactions.run(context, async (tx) => {
      await loadRunMeeting(tx, context.actor, meetingId, { lock: true });
      const state = await loadAgenda(tx, meetingId);
      const { meeting } = state;
      checkVersion(meeting, ifMatch, await this.meetings.view(tx, context.actor, meeting));
      await refuseWhileWaiting(tx, meetingId);
      const prepared = await prepareSending(tx, state, this.clock.today());
      const action = request.kind === 'first' ? 'send' : 'send-correction';
      orRefuse(takeMeetingStep({ state: meeting.state, action, reason: null, facts: prepared.facts }));
      const [stopped] = prepared.refusals;
      if (stopped) refuse(stopped);
      const { newest, snapshot } = prepared;
      if (request.kind === 'correction' && newest?.contentHash === snapshot.contentHash)
        throw nothingChanged(newest);
      const row = await this.keep(tx, context, prepared, { ...request, meetingId });
      await this.keepRecipients(tx, row, prepared, request.recipients);
      await record(tx, context, {
        name: 'sending.requested',
        subject: { kind: 'meeting', id: meetingId },
        scopeId: meetingId,
        data: { sendingId: row.id, dueAt: row.dueAt.toISOString() },
      });
      return this.view(tx, row);
    });
  }

  /** Takes a sending back before it is released: it is as if it had not been pressed. Refuses with `sending-over` after that. */
  regret(context: RequestContext, id: string): Promise<SendingView> {
    return this.transactions.run(context, async (tx) => {
      await loadSending(tx, context.actor, id);
      const row = await loadSending(tx, context.actor, id, { lock: true });
      if (row.state === 'regretted') return this.view(tx, row);
      if (row.state !== 'waiting')
        throw new ProblemError('sending-over', 'The agenda has been released; a correction mends it.');
      const patch = { state: 'regretted' as const, content: null, texts: null };
      await tx.update(SendingRow, id, patch);
      await record(tx, context, {
        name: 'sending.regretted',
        subject: { kind: 'meeting', id: row.meetingId },
        scopeId: row.meetingId,
        data: { sendingId: id },
      });
      return this.view(tx, Object.assign(row, patch));
    });
  }

  /** Tries a mail that failed again, at the address the person has now. */
  retry(context: RequestContext, recipientId: string): Promise<SendingView> {
    return this.transactions.run(context, async (tx) => {
      const found = await tx.findOneBy(SendingRecipientRow, { id: recipientId });
      if (!found) throw notFound('recipient', recipientId);
      const sending = await loadSending(tx, context.actor, found.sendingId, { thing: 'recipient' });
      const [row] = await tx.query<[{ state: string }?]>(
        'SELECT state FROM sending_recipient WHERE id = $1 FOR UPDATE',
        [recipientId],
      );
      if (row?.state !== 'failed') return this.view(tx, sending);
      await tx.query(
        `UPDATE sending_recipient r SET state = 'waiting', cause = NULL, attempts = 0, address = nullif(trim(p.email), '')
         FROM person p WHERE r.id = $1 AND p.id = r.person_id`,
        [recipientId],
      );
      await queueMails(tx, sending, recipientId);
      await record(tx, context, {
        name: 'sending.retried',
        subject: { kind: 'meeting', id: sending.meetingId },
        scopeId: sending.meetingId,
        data: { sendingId: sending.id, recipientId },
      });
      return this.view(tx, sending);
    });
  }

  private async keep(
    tx: EntityManager,
    { actor }: RequestContext,
    { snapshot, newest }: Preparation,
    { meetingId, kind, reason, message }: RequestSending & { meetingId: string },
  ): Promise<SendingRow> {
    const { body, meeting } = snapshot.content;
    const { date, start, end, place } = meeting;
    const requestedAt = this.clock.now();
    const row = tx.create(SendingRow, {
      ...{ id: newId(), meetingId, kind, state: 'waiting' as const, reason, message },
      facts: { bodyName: body.name, date, start, end, place },
      ...{ content: snapshot.content, texts: [...snapshot.texts], contentHash: snapshot.contentHash },
      ...{ afterVersion: newest?.number ?? 0, sentBy: actor.personId, requestedAt },
      dueAt: new Date(requestedAt.getTime() + this.regretSeconds * 1000),
      ...{ releasedAt: null, versionId: null, stoppedBecause: null },
    });
    await tx.insert(SendingRow, row);
    return row;
  }

  private async keepRecipients(
    tx: EntityManager,
    { id: sendingId }: SendingRow,
    { recipients, dropped }: Preparation,
    chosen: readonly string[] | undefined,
  ): Promise<void> {
    const told = chosenOf(recipients, chosen);
    const rows = [
      ...told.map((one) => ({ ...one, method: 'request' as const })),
      ...dropped.map((one) => ({ ...one, method: 'cancel' as const })),
    ].map(({ personId, name, address, group, seesClosed, method, slot }) =>
      tx.create(SendingRecipientRow, {
        ...{ id: newId(), sendingId, personId, name, address, group, seesClosed, method, slot },
        ...{ sequence: null, state: 'waiting', cause: null, attempts: 0, nextTryAt: null, sentAt: null },
      }),
    );
    if (rows.length > 0) await tx.insert(SendingRecipientRow, rows);
  }

  private async view(tx: EntityManager, row: SendingRow): Promise<SendingView> {
    const [view] = await this.views(tx, [row]);
    if (!view) throw notFound('sending', row.id);
    return view;
  }

  private async views(tx: EntityManager, rows: readonly SendingRow[]): Promise<SendingView[]> {
    const recipients = await tx
      .createQueryBuilder(SendingRecipientRow, 'recipient')
      .where('recipient.sendingId = ANY(:ids)', { ids: rows.map(({ id }) => id) })
      .orderBy('recipient.method', 'DESC')
      .addOrderBy('recipient.id')
      .getMany();
    return rows.map((row) => sendingView(row, recipients, this.clock.now()));
  }
}

/**
 * Those of the recipients that are told, or those of them that were chosen; refuses whom the check does not name, and with
 * `nobody-chosen` to tell none of those who would be.
 */
function chosenOf(
  recipients: readonly PlannedRecipient[],
  chosen: readonly string[] | undefined,
): readonly PlannedRecipient[] {
  const told = recipients.filter((recipient) => recipient.told);
  if (chosen === undefined) return told;
  const known = new Set(told.map(({ personId }) => personId));
  const stranger = chosen.findIndex((id) => !known.has(id));
  if (stranger >= 0)
    throw problemOf('reference-not-found', 'The agenda is not sent to this person.', {
      at: `recipients[${stranger}]`,
    });
  if (told.length > 0 && chosen.length === 0)
    throw new ProblemError('nobody-chosen', 'The agenda is sent to at least one of its recipients.', {
      at: 'recipients',
    });
  const wanted = new Set(chosen);
  return told.filter(({ personId }) => wanted.has(personId));
}

/** Loads a sending of a meeting that the actor runs; to everybody else it does not exist. */
async function loadSending(
  tx: EntityManager,
  actor: Actor,
  id: string,
  { lock = false, thing = 'sending' }: { lock?: boolean; thing?: string } = {},
): Promise<SendingRow> {
  const row = await tx.findOne(SendingRow, {
    where: { id },
    ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  const seen = row && (await findSeenMeeting(tx, actor, row.meetingId));
  if (!row || !seen || mayRunMeetings(actor, seen.body.id) !== true) throw notFound(thing, id);
  return row;
}
