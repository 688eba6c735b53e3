import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestMeetingDocument } from '../../contracts/documents.js';
import type { AgendaEntry, AgendaView } from '../../contracts/sending.js';
import type { Audience, Visibility } from '../../domain/agenda/index.js';
import { PRODUCT } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { agendaModel, minutesModel } from '../../domain/document/index.js';
import { notFound, orRefuse } from '../../platform/http/problem-error.js';
import { visibilityNow } from '../agenda-points/index.js';
import { mayReadMinuted } from '../decisions/index.js';
import { proposalsPrinted } from '../indstillinger/index.js';
import { maySeeAgenda } from '../meetings/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { SendingService } from '../sending/index.js';
import type { AgendaVersionRow } from '../sending/index.js';
import { agendaSource, asEver, asItStands, minutesSource } from './document-sources.js';
import type { HowOpen } from './document-sources.js';
import { readMinutesFacts, readVisibilities } from './document.queries.js';
import type { MinutesFacts } from './document.queries.js';
import type { Printed } from './indstilling-models.js';

type AgendaRequest = Extract<RequestMeetingDocument, { kind: 'agenda' }>;

/** What an agenda says, with the points it was printed from. */
interface PrintedAgenda extends Printed {
  readonly points: readonly AgendaEntry[];
}

/** Works out what each document says to its audience, from the rows as they are now. */
@Injectable()
export class DocumentModels {
  constructor(private readonly sending: SendingService) {}

  /**
   * The newest sent version, the one asked for, or the draft; its points are as closed as they were sent or are
   * today. For those who do not draft it there is only what was sent.
   */
  async agenda(
    tx: EntityManager,
    actor: Actor,
    { meeting, insight }: SeenMeeting,
    request: AgendaRequest,
  ): Promise<PrintedAgenda> {
    const version = maySeeAgenda(insight, meeting.state)
      ? await this.versionFor(tx, actor, meeting.id, request.agendaVersion)
      : null;
    if (!version && insight !== 'drafts') throw notFound('agenda of the meeting', meeting.id);
    const printed = version?.content ?? (await this.wholeAgenda(tx, meeting.id));
    const today = await readVisibilities(tx, {
      body: printed.body.id,
      pointsAndBilag: printed.points.flatMap(({ id, attachments }) => [
        id,
        ...attachments.map((one) => one.id),
      ]),
    });
    const howOpen = asEver(today);
    const agenda = inBodyOfToday(printed, today);
    const place = { meetingId: meeting.id, versionId: version?.id ?? null };
    const source = agendaSource(agenda, await this.printedNumber(tx, version, request.audience), {
      howOpen,
      proposals: await proposalsPrinted(tx, place, request.audience),
    });
    return {
      model: orRefuse(agendaModel(source, request.audience)),
      sourceState: source.state,
      prints: printedOf(agenda, request.audience, howOpen),
      points: agenda.points,
    };
  }

  async minutes(tx: EntityManager, { meeting, insight }: SeenMeeting, audience: Audience): Promise<Printed> {
    const facts = await minutesFactsFor(tx, meeting.id, audience);
    if (!mayReadMinuted({ insight, isGuest: false }, facts.state))
      throw notFound('minutes of the meeting', meeting.id);
    const agenda = await this.agendaOfMinutes(tx, meeting.id, audience);
    const source = minutesSource(agenda, facts);
    return {
      model: orRefuse(minutesModel(source, audience)),
      sourceState: source.state,
      prints: printedOf(agenda, audience, asItStands),
    };
  }

  private async wholeAgenda(tx: EntityManager, meetingId: string): Promise<AgendaView> {
    return (await this.sending.seenAgenda(tx, PRODUCT, meetingId, { audience: 'all' })).view;
  }

  /** As it stands, under the numbering it was sent with; what was never sent says nothing of closed points to `open`. */
  private async agendaOfMinutes(
    tx: EntityManager,
    meetingId: string,
    audience: Audience,
  ): Promise<AgendaView> {
    const agenda = await this.wholeAgenda(tx, meetingId);
    const sent = await this.sending.newest(tx, meetingId);
    const unsent = audience === 'all' ? agenda.body.numbering : 'separate-series';
    const numbering = sent?.content.body.numbering ?? unsent;
    return { ...agenda, body: { ...agenda.body, numbering } };
  }

  private async versionFor(
    tx: EntityManager,
    actor: Actor,
    meetingId: string,
    wanted: AgendaRequest['agendaVersion'],
  ): Promise<AgendaVersionRow | null> {
    if (wanted === 'draft') return null;
    if (wanted === undefined) return this.sending.newest(tx, meetingId);
    const trueNumber = await this.sending.trueNumber(actor, meetingId, wanted);
    return this.sending.numbered(tx, meetingId, trueNumber);
  }

  /** Readers of open things know a version by another number: closed corrections do not count for them. */
  private async printedNumber(
    tx: EntityManager,
    version: AgendaVersionRow | null,
    audience: Audience,
  ): Promise<number | null> {
    if (version === null || audience === 'all') return version?.number ?? null;
    return this.sending.openNumber(tx, version.meetingId, version.number);
  }
}

/** Who opens a body opens what was sent of it, too, but for what is closed in it. */
function inBodyOfToday(agenda: AgendaView, today: ReadonlyMap<string, Visibility>): AgendaView {
  return { ...agenda, body: { ...agenda.body, visibility: visibilityNow(today, agenda.body.id) } };
}

/**
 * What is confirmed only is the secretariat's and the unit's: it is printed in the draft that the secretariat has, and what went
 * out prints what was issued.
 */
async function minutesFactsFor(
  tx: EntityManager,
  meetingId: string,
  audience: Audience,
): Promise<MinutesFacts> {
  const facts = await readMinutesFacts(tx, meetingId);
  if (audience === 'all' && facts.state === 'draft') return facts;
  return { ...facts, followUps: facts.followUps.filter(({ state }) => state === 'issued') };
}

/** The points and bilag whose words an agenda or its minutes print for an audience. */
function printedOf(agenda: AgendaView, audience: Audience, howOpen: HowOpen): string[] {
  const isOpen = (one: { id: string; visibility: Visibility }): boolean => howOpen(one) === 'open';
  const closed = new Set(agenda.points.filter((point) => !isOpen(point)).map(({ id }) => id));
  const points = agenda.points.filter(
    ({ id, parentId }) => audience === 'all' || !(closed.has(id) || closed.has(parentId ?? '')),
  );
  const bilag = points.flatMap(({ attachments }) => attachments);
  return [...points, ...bilag.filter((one) => audience === 'all' || isOpen(one))].map(({ id }) => id);
}
