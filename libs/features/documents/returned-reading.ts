import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DocumentModel, DocumentOrigin, FoundDifference } from '../../domain/document/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { barredRemovedPoints } from '../agenda-points/index.js';
import { findSeenMeeting } from '../meetings/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { DocumentModels } from './document-models.js';
import { DocumentRow } from './document.entity.js';
import type { ReturnedDocumentRow } from './returned-document.entity.js';
import type { WordFile } from './word-paper.js';
import { WordReader } from './word-reader.js';

/** What a document says otherwise than the agenda, and the versions of the points that it was held against. */
export interface Differences {
  readonly found: readonly FoundDifference[];
  readonly versions: ReadonlyMap<string, number>;
}

/** Reads documents that came back, and what they say otherwise than the agenda. */
@Injectable()
export class ReturnedReading {
  constructor(
    private readonly models: DocumentModels,
    private readonly files: FileStore,
    private readonly words: WordReader,
  ) {}

  /** Where a file says that it comes from. */
  originIn(actor: Actor, file: () => Promise<WordFile>): Promise<DocumentOrigin | null> {
    return this.words.read(actor, 'returned-origin', file);
  }

  /** The document that a file was when it was made; refuses what is none of ours, and what belongs elsewhere. */
  async originOf(
    tx: EntityManager,
    actor: Actor,
    { meeting }: SeenMeeting,
    origin: DocumentOrigin | null,
  ): Promise<DocumentRow> {
    if (origin === null)
      throw new ProblemError('returned-unknown', 'The document does not say that it was made here.');
    if (origin.subjectId !== meeting.id) throw await this.elsewhere(tx, actor, origin.subjectId);
    if (origin.kind !== 'agenda')
      throw new ProblemError('returned-not-agenda', 'Only agendas are taken back; this is another document.');
    const rows = await tx
      .createQueryBuilder(DocumentRow, 'document')
      .where('document.subjectId = :id', { id: meeting.id })
      .andWhere("document.kind = 'agenda' AND document.source->'origin'->>'mark' = :mark", origin)
      .orderBy('document.id')
      .getMany();
    const [made] = rows;
    if (!made) throw new ProblemError('returned-unknown', 'Nothing is known of how the document was made.');
    return made;
  }

  /** Another meeting is named where whoever asks sees it. */
  private async elsewhere(tx: EntityManager, actor: Actor, meetingId: string): Promise<ProblemError> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(meetingId);
    const seen = isId ? await findSeenMeeting(tx, actor, meetingId) : null;
    const faults = seen ? [{ at: seen.meeting.date, rule: seen.body.name }] : [];
    return new ProblemError('returned-elsewhere', 'The document belongs to another meeting.', { faults });
  }

  /** What is not taken over of a document, of what the actor may see of its points. */
  async differences(
    tx: EntityManager,
    actor: Actor,
    seen: SeenMeeting,
    row: ReturnedDocumentRow,
  ): Promise<Differences> {
    const source = await sourceOf(tx, row);
    const asked = { kind: 'agenda', audience: 'all', format: 'docx', agendaVersion: 'draft' } as const;
    const { model, points } = await this.models.agenda(tx, actor, seen, asked);
    const { found, told } = await this.words.read(actor, 'returned-agenda', async () => {
      const file = { fileName: row.fileName, bytes: await this.files.get(row.sha256) };
      return { file, source, model, points };
    });
    const barred = new Set(await barredPoints(tx, actor, row.meetingId));
    const hides = told.some((id) => barred.has(id));
    return {
      found: found.filter(
        ({ pointId, kind }) => !(pointId !== null && barred.has(pointId)) && !(hides && kind !== 'field'),
      ),
      versions: new Map(points.map(({ id, version }) => [id, version])),
    };
  }
}

/** The points that somebody is disqualified on, those that were removed from the agenda since among them. */
export async function barredPoints(tx: EntityManager, actor: Actor, meetingId: string): Promise<string[]> {
  return [...actor.disqualifiedFrom, ...(await barredRemovedPoints(tx, actor, meetingId))];
}

async function sourceOf(tx: EntityManager, { documentId }: ReturnedDocumentRow): Promise<DocumentModel> {
  const select = { id: true, source: true } as const;
  return (await tx.findOneOrFail(DocumentRow, { where: { id: documentId }, select })).source;
}
