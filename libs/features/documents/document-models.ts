import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestMeetingDocument } from '../../contracts/documents.js';
import type { Audience } from '../../domain/agenda/index.js';
import { PRODUCT } from '../../domain/rights/index.js';
import { agendaModel, indstillingModel, minutesModel } from '../../domain/document/index.js';
import type { DocumentModel } from '../../domain/document/index.js';
import { notFound, orRefuse } from '../../platform/http/problem-error.js';
import { SendingService } from '../sending/index.js';
import type { AgendaVersionRow } from '../sending/index.js';
import { agendaSource, indstillingSource, minutesSource } from './document-sources.js';
import { readIndstillingFacts, readMinutesFacts, readVisibilities } from './document.queries.js';

type AgendaRequest = Extract<RequestMeetingDocument, { kind: 'agenda' }>;

/** Works out what each document says to its audience, from the rows as they are now. */
@Injectable()
export class DocumentModels {
  constructor(private readonly sending: SendingService) {}

  /** The newest sent version, the one asked for, or the draft; how open its points are is judged by today's rows. */
  async agenda(tx: EntityManager, meetingId: string, request: AgendaRequest): Promise<DocumentModel> {
    const version = await this.versionFor(tx, meetingId, request.agendaVersion);
    const agenda =
      version?.content ?? (await this.sending.agenda({ actor: PRODUCT }, meetingId, { audience: 'all' }, tx));
    const today = await readVisibilities(tx, {
      body: agenda.body.id,
      points: agenda.points.map((point) => point.id),
      attachments: agenda.points.flatMap((point) => point.attachments.map((attachment) => attachment.id)),
    });
    return orRefuse(agendaModel(agendaSource(agenda, version?.number ?? null, today), request.audience));
  }

  async minutes(tx: EntityManager, meetingId: string, audience: Audience): Promise<DocumentModel> {
    const agenda = await this.sending.agenda({ actor: PRODUCT }, meetingId, { audience: 'all' }, tx);
    return orRefuse(minutesModel(minutesSource(agenda, await readMinutesFacts(tx, meetingId)), audience));
  }

  async indstilling(tx: EntityManager, id: string, audience: Audience): Promise<DocumentModel> {
    const facts = await readIndstillingFacts(tx, id);
    if (!facts) throw notFound('indstilling', id);
    return orRefuse(indstillingModel(indstillingSource(facts), audience));
  }

  private async versionFor(
    tx: EntityManager,
    meetingId: string,
    wanted: AgendaRequest['agendaVersion'],
  ): Promise<AgendaVersionRow | null> {
    if (wanted === 'draft') return null;
    if (wanted === undefined) return this.sending.newest(tx, meetingId);
    const version = await this.sending.numbered(tx, meetingId, wanted);
    if (!version) throw notFound('agenda version', String(wanted));
    return version;
  }
}
