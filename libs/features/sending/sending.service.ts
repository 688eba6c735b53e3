import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  AgendaQuery,
  AgendaVersionListView,
  AgendaVersionView,
  AgendaView,
  SendingCheckView,
} from '../../contracts/sending.js';
import { checkSending } from '../../domain/meeting/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, load } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { ProblemError, notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { PlacedIndstillinger, freezeNumbers, loadAgenda, stillOn } from '../agenda-points/index.js';
import type { AgendaState } from '../agenda-points/index.js';
import { MeetingRow, MeetingsService, meetingFacts } from '../meetings/index.js';
import { AgendaVersionRow } from './agenda-version.entity.js';
import { readSurroundings } from './agenda.queries.js';
import { agendaView } from './agenda.view.js';

@Injectable()
export class SendingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsService,
    private readonly indstillinger: PlacedIndstillinger,
    private readonly clock: Clock,
  ) {}

  /** The agenda as it stands now, for an audience. */
  async agenda(
    meetingId: string,
    { audience }: AgendaQuery,
    tx: EntityManager = this.transactions.reader,
  ): Promise<AgendaView> {
    const [state, around] = await Promise.all([loadAgenda(tx, meetingId), readSurroundings(tx, meetingId)]);
    return agendaView(state, around, audience);
  }

  async check(meetingId: string): Promise<SendingCheckView> {
    const tx = this.transactions.reader;
    const meeting = await load(tx, MeetingRow, 'meeting', meetingId);
    const sending = meeting.state === 'sent' ? 'correction' : 'first';
    const { refusals, warnings } = checkSending(await meetingFacts(tx, meeting), sending);
    return { refusals: [...refusals], warnings: [...warnings] };
  }

  async versions(meetingId: string): Promise<AgendaVersionListView> {
    const tx = this.transactions.reader;
    await load(tx, MeetingRow, 'meeting', meetingId);
    const rows = await tx.find(AgendaVersionRow, {
      where: { meetingId },
      order: { number: 'ASC' },
      select: { id: true, meetingId: true, number: true, sentAt: true },
    });
    return {
      items: rows.map(({ id, number, sentAt }) => ({ id, meetingId, number, sentAt: sentAt.toISOString() })),
    };
  }

  async version(meetingId: string, number: number): Promise<AgendaVersionView> {
    const row = await this.numbered(this.transactions.reader, meetingId, number);
    if (!row) throw notFound('agenda version', String(number));
    return versionView(row);
  }

  /** The newest sent version of a meeting's agenda; null before the first. */
  newest(tx: EntityManager, meetingId: string): Promise<AgendaVersionRow | null> {
    return tx.findOne(AgendaVersionRow, { where: { meetingId }, order: { number: 'DESC' } });
  }

  /** A sent version by its number; null when there is none. */
  numbered(tx: EntityManager, meetingId: string, number: number): Promise<AgendaVersionRow | null> {
    return tx.findOneBy(AgendaVersionRow, { meetingId, number });
  }

  /** Sends the agenda: numbers are frozen, and what it says becomes a version that never changes again. */
  send(context: RequestContext, meetingId: string, ifMatch: number): Promise<AgendaVersionView> {
    return this.transactions.run(context, async (tx) => {
      const state = await loadAgenda(tx, meetingId, { lock: true });
      const { meeting } = state;
      checkVersion(meeting, ifMatch, await this.meetings.view(tx, context.actor, meeting));
      const newest = await this.newest(tx, meetingId);
      const action = meeting.state === 'sent' ? 'send-correction' : 'send';
      await this.meetings.moveOn(tx, context, meeting, { action, reason: null });
      await this.indstillinger.placeAgain(tx, context, stillOn(state.points, state.points));
      const frozen = await freezeNumbers(tx, state);
      const row = await this.snapshot(tx, frozen, newest);
      if (row.contentHash === newest?.contentHash) {
        if (action === 'send-correction') throw nothingChanged(newest);
        // Stepped back and sent again as it was: the version its readers have is the one.
        return versionView(newest);
      }
      await tx.insert(AgendaVersionRow, row);
      await record(tx, context, {
        name: 'agenda.sent',
        subject: { kind: 'meeting', id: meetingId },
        scopeId: meetingId,
        data: { version: row.number, contentHash: row.contentHash },
      });
      return versionView(row);
    });
  }

  private async snapshot(
    tx: EntityManager,
    state: AgendaState,
    newest: AgendaVersionRow | null,
  ): Promise<AgendaVersionRow> {
    const meetingId = state.meeting.id;
    const live = agendaView(state, await readSurroundings(tx, meetingId), 'all');
    const documentDate =
      live.meeting.documentDate ?? newest?.content.meeting.documentDate ?? this.clock.today();
    const content = { ...live, meeting: { ...live.meeting, documentDate } };
    const hash = contentHash(withoutVersions(content));
    const number = (newest?.number ?? 0) + 1;
    return tx.create(AgendaVersionRow, {
      id: newId(),
      meetingId,
      number,
      sentAt: this.clock.now(),
      content,
      contentHash: hash,
    });
  }
}

function nothingChanged({ number }: AgendaVersionRow): ProblemError {
  return new ProblemError('nothing-changed', `Nothing has changed since version ${number}.`);
}

/** The versions of rows tell that somebody saved, not what an agenda says. */
function withoutVersions(content: AgendaView): unknown {
  return { ...content, points: content.points.map((point) => ({ ...point, version: 0 })) };
}

function versionView({ id, meetingId, number, sentAt, content }: AgendaVersionRow): AgendaVersionView {
  return { id, meetingId, number, sentAt: sentAt.toISOString(), agenda: content };
}
