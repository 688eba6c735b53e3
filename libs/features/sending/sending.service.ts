import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  AgendaChangesView,
  AgendaQuery,
  AgendaVersionListView,
  AgendaVersionView,
  AgendaView,
  CompareQuery,
} from '../../contracts/sending.js';
import type { Audience, ComparedAgenda } from '../../domain/agenda/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion } from '../../platform/database/versioned.js';
import { ProblemError, notFound } from '../../platform/http/problem-error.js';
import type { AlreadyRead } from '../../platform/http/read-ahead.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import {
  PlacedIndstillinger,
  freezeNumbers,
  loadAgenda,
  loadSeenAgenda,
  recordClosedReads,
  releasedAgenda,
  seesAllOf,
  sightOf,
  stillOn,
  visibleAgenda,
} from '../agenda-points/index.js';
import type { AgendaState, Sight } from '../agenda-points/index.js';
import { MeetingsService, loadRunMeeting, loadSeenMeeting, maySeeAgenda } from '../meetings/index.js';
import { AgendaVersionRow } from './agenda-version.entity.js';
import { readNames } from './agenda.queries.js';
import { changesView, comparedAgenda } from './comparison.js';
import { keepVersion } from './keep-version.js';
import { refuseWhileWaiting } from './waiting.js';
import { sentTexts, textsToSend } from './sent-indstillinger.js';
import { takeSnapshot } from './snapshot.js';
import { distinctVersions, seenContent, textsOn } from './versions.view.js';
import type { SeenVersion } from './versions.view.js';
import { agendaView } from './agenda.view.js';

@Injectable()
export class SendingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsService,
    private readonly indstillinger: PlacedIndstillinger,
    private readonly clock: Clock,
  ) {}

  /** The agenda for an audience: as it stands for those who draft it, as it was sent for everybody else. */
  async agenda(context: RequestContext, meetingId: string, query: AgendaQuery): Promise<AgendaView> {
    const tx = this.transactions.reader;
    const { view, audience } = await this.seenAgenda(
      tx,
      context.actor,
      meetingId,
      query,
      context.alreadyRead,
    );
    await recordClosedReads(tx, context, meetingId, view.points, audience);
    return view;
  }

  /** The same within somebody's transaction, for what is made of it. */
  async seenAgenda(
    tx: EntityManager,
    actor: Actor,
    meetingId: string,
    { audience }: AgendaQuery,
    read?: AlreadyRead,
  ): Promise<{ view: AgendaView; audience: Audience }> {
    const [seen, names] = await Promise.all([
      loadSeenAgenda(tx, actor, meetingId, audience, read),
      readNames(tx, meetingId),
    ]);
    const view = agendaView(seen.state, { ...names, attachments: seen.attachments }, seen.audience);
    return { view, audience: seen.audience };
  }

  async versions({ actor }: RequestContext, meetingId: string): Promise<AgendaVersionListView> {
    const versions = await this.seenVersions(actor, meetingId);
    return {
      items: versions.map(({ id, number, sentAt }) => ({
        ...{ id, meetingId, number, sentAt: sentAt.toISOString() },
      })),
    };
  }

  async version(context: RequestContext, meetingId: string, number: number): Promise<AgendaVersionView> {
    const { actor } = context;
    const found = (await this.seenVersions(actor, meetingId)).find((version) => version.number === number);
    if (!found) throw notFound('agenda version', String(number));
    const { id, sentAt } = found;
    const agenda = await found.agenda();
    const tx = this.transactions.reader;
    const { insight } = await loadSeenMeeting(tx, actor, meetingId);
    await recordClosedReads(tx, context, meetingId, agenda.points, sightOf(actor, insight).audience);
    return { id, meetingId, number, sentAt: sentAt.toISOString(), agenda };
  }

  /** The sent versions as an actor has them; none while the agenda is being drafted anew, but for those who draft it. */
  private async seenVersions(actor: Actor, meetingId: string): Promise<SeenVersion[]> {
    const tx = this.transactions.reader;
    const { meeting, insight } = await loadSeenMeeting(tx, actor, meetingId);
    return maySeeAgenda(insight, meeting.state) ? versionsIn(tx, meetingId, sightOf(actor, insight)) : [];
  }

  /** What changed between two versions, or from one to the agenda being drafted, of what the actor sees of both. */
  async compare(
    context: RequestContext,
    meetingId: string,
    { from, to }: CompareQuery,
  ): Promise<AgendaChangesView> {
    const { actor } = context;
    const tx = this.transactions.reader;
    const { insight } = await loadSeenMeeting(tx, actor, meetingId);
    const versions = await this.seenVersions(actor, meetingId);
    const texts = await sentTexts(tx, meetingId);
    const sent = async (number: number): Promise<ComparedAgenda> => {
      const found = versions.find((version) => version.number === number);
      if (!found) throw notFound('agenda version', String(number));
      return comparedAgenda(await found.agenda(), texts.get(found.id) ?? []);
    };
    const draft = async (): Promise<ComparedAgenda> => {
      if (insight !== 'drafts') throw notFound('agenda version', 'draft');
      const { view } = await this.seenAgenda(tx, actor, meetingId, { audience: 'all' });
      return comparedAgenda(view, await textsToSend(tx, meetingId));
    };
    const before = await sent(from);
    return changesView({ from, to }, before, to === 'draft' ? await draft() : await sent(to));
  }

  /** The version that an actor knows by this number: its own number, which closed corrections have moved on. */
  async trueNumber(actor: Actor, meetingId: string, number: number): Promise<number> {
    const found = (await this.seenVersions(actor, meetingId)).find((version) => version.number === number);
    if (!found) throw notFound('agenda version', String(number));
    return found.trueNumber;
  }

  /** The number that readers of open things know a version by. */
  async openNumber(tx: EntityManager, meetingId: string, trueNumber: number): Promise<number> {
    const versions = await versionsIn(tx, meetingId, { audience: 'open', disqualifiedFrom: [] });
    return versions.filter((version) => version.trueNumber <= trueNumber).length;
  }

  /** The newest sent version of a meeting's agenda; null before the first. */
  newest(tx: EntityManager, meetingId: string): Promise<AgendaVersionRow | null> {
    return tx.findOne(AgendaVersionRow, { where: { meetingId }, order: { number: 'DESC' } });
  }

  /** A sent version by its number; null when there is none. */
  numbered(tx: EntityManager, meetingId: string, number: number): Promise<AgendaVersionRow | null> {
    return tx.findOneBy(AgendaVersionRow, { meetingId, number });
  }

  /** Sends the agenda: numbers are frozen, and what it says, with its indstillinger, becomes a version that never changes again. */
  send(context: RequestContext, meetingId: string, ifMatch: number): Promise<AgendaVersionView> {
    return this.transactions.run(context, async (tx) => {
      const { insight } = await loadRunMeeting(tx, context.actor, meetingId, { lock: true });
      const answer = (row: AgendaVersionRow) => answerTo(tx, sightOf(context.actor, insight), row);
      const state = await loadAgenda(tx, meetingId);
      const { meeting } = state;
      await refuseWhileWaiting(tx, meetingId);
      checkVersion(meeting, ifMatch, await this.meetings.view(tx, context.actor, meeting));
      const newest = await this.newest(tx, meetingId);
      const action = meeting.state === 'sent' ? 'send-correction' : 'send';
      await this.meetings.moveOn(tx, context, meeting, { action, reason: null });
      await this.indstillinger.placeAgain(tx, context, stillOn(state.points, state.points));
      const frozen = await freezeNumbers(tx, state);
      const texts = await textsToSend(tx, meetingId);
      const snapshot = await takeSnapshot(tx, frozen, texts, { newest, today: this.clock.today() });
      if (snapshot.contentHash === newest?.contentHash) {
        if (action === 'send-correction') throw nothingChanged(newest);
        // Stepped back and sent again as it was: the version its readers have is the one.
        return answer(newest);
      }
      const sent = { number: (newest?.number ?? 0) + 1, sentAt: this.clock.now() };
      return answer(await keepVersion(tx, context, meetingId, { ...sent, snapshot }));
    });
  }
}

type SentRow = Pick<AgendaVersionRow, 'id' | 'meetingId' | 'number' | 'sentAt'>;

/** The sent versions that a sight sees, and how to have what it sees of each: only who reads one needs it. */
async function versionsIn(tx: EntityManager, meetingId: string, sight: Sight): Promise<SeenVersion[]> {
  const rows: SentRow[] = await tx.find(AgendaVersionRow, {
    where: { meetingId },
    select: { id: true, meetingId: true, number: true, sentAt: true },
    order: { number: 'ASC' },
  });
  if (sight.audience !== 'open')
    return rows.map((row) => {
      const { id, number, sentAt } = row;
      return { id, number, trueNumber: number, sentAt, agenda: () => contentFor(tx, sight, row) };
    });
  const living = await loadAgenda(tx, meetingId);
  const texts = await sentTexts(tx, meetingId);
  const seen: Parameters<typeof distinctVersions>[0][number][] = [];
  for (const row of rows) {
    const agenda = await contentFor(tx, sight, row, living);
    seen.push({ row, agenda, texts: textsOn(agenda, texts.get(row.id) ?? []) });
  }
  return distinctVersions(seen);
}

async function contentFor(
  tx: EntityManager,
  sight: Sight,
  { id, meetingId, number }: Omit<SentRow, 'sentAt'>,
  living?: AgendaState,
): Promise<AgendaView> {
  const released = await releasedAgenda(tx, living ?? (await loadAgenda(tx, meetingId)), id, sight);
  if (!released) throw new Error(`The version ${number} vanished.`);
  if (seesAllOf(sight)) return released.content;
  return seenContent(released.content, { ...visibleAgenda(released, sight), audience: sight.audience });
}

/** What whoever sent a version is answered: they may be disqualified on some of it. */
async function answerTo(tx: EntityManager, sight: Sight, row: AgendaVersionRow): Promise<AgendaVersionView> {
  const { id, meetingId, number, sentAt } = row;
  return { id, meetingId, number, sentAt: sentAt.toISOString(), agenda: await contentFor(tx, sight, row) };
}

/** What a correction is refused with that says what its readers have already. */
export function nothingChanged({ number }: AgendaVersionRow): ProblemError {
  return new ProblemError('nothing-changed', `Nothing has changed since version ${number}.`);
}
