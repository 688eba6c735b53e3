import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  ReturnDocument,
  ReturnedDocumentListView,
  ReturnedDocumentView,
  TakeReturned,
  TakenOverView,
} from '../../contracts/returned-documents.js';
import { keptFileName } from '../../domain/attachment/index.js';
import type { DocumentOrigin, FoundDifference } from '../../domain/document/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { ProblemError, notFound, problemOf } from '../../platform/http/problem-error.js';
import { withBody, within } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { FileStore, isDiskFull } from '../../platform/storage/file-store.js';
import type { IncomingFile } from '../../platform/storage/file-store.js';
import { loadAgenda } from '../agenda-points/index.js';
import { findSeenMeeting, loadRunMeeting, mayRunMeetings } from '../meetings/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { ReturnedDocumentRow } from './returned-document.entity.js';
import { readReturnedFacts, returnedPoints } from './returned.queries.js';
import { ReturnedReading, barredPoints } from './returned-reading.js';
import { ReturnedTaking } from './returned-taking.js';
import type { Chosen } from './returned-taking.js';

/** A document that came in, and where it says that it comes from. */
interface ReturnedFile {
  readonly fileName: string;
  readonly incoming: IncomingFile;
  readonly origin: DocumentOrigin | null;
}

/** Agendas that come back from a word processor: kept, compared, and taken over where the secretariat says so. */
@Injectable()
export class ReturnedDocumentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reading: ReturnedReading,
    private readonly taking: ReturnedTaking,
    private readonly files: FileStore,
  ) {}

  async list({ actor }: RequestContext, meetingId: string): Promise<ReturnedDocumentListView> {
    const tx = this.transactions.reader;
    await loadRunMeeting(tx, actor, meetingId);
    return { items: await readReturnedFacts(tx, { meetingId }) };
  }

  async get({ actor }: RequestContext, id: string): Promise<ReturnedDocumentView> {
    const tx = this.transactions.reader;
    const { row, seen } = await loadReturned(tx, actor, id);
    return this.view(tx, actor, seen, row);
  }

  /** Keeps a document that comes back, once it is known to be one of this meeting. */
  async take(
    context: RequestContext,
    meetingId: string,
    given: ReturnDocument,
    bytes: FileStream,
  ): Promise<ReturnedDocumentView> {
    const { actor } = context;
    await loadRunMeeting(this.transactions.reader, actor, meetingId);
    const incoming = await this.files.receive(bytes);
    try {
      const fileName = keptFileName(given.fileName);
      // Before the transaction, which others would wait for.
      const origin = await this.reading.originIn(actor, async () => ({
        fileName,
        bytes: await incoming.tail(incoming.size),
      }));
      return await this.keep(context, meetingId, { fileName, incoming, origin });
    } catch (error) {
      await incoming.discard();
      throw isDiskFull(error) ? problemOf('disk-full', 'There is no room left for the file.') : error;
    }
  }

  private keep(
    context: RequestContext,
    meetingId: string,
    { fileName, incoming, origin }: ReturnedFile,
  ): Promise<ReturnedDocumentView> {
    return this.transactions.run(withBody(context, incoming.sha256), async (tx) => {
      const { actor } = context;
      const seen = await loadRunMeeting(tx, actor, meetingId);
      const made = await this.reading.originOf(tx, actor, seen, origin);
      const { sha256, size } = await incoming.keep();
      const row = tx.create(ReturnedDocumentRow, {
        ...{ id: newId(), meetingId, documentId: made.id, fileName, sha256, size },
        returnedBy: actor.personId,
      });
      await tx.insert(ReturnedDocumentRow, row);
      await record(tx, context, {
        name: 'document.returned',
        subject: { kind: 'meeting', id: meetingId },
        scopeId: meetingId,
        data: { returnedId: row.id, documentId: made.id },
      });
      return this.view(tx, actor, seen, row);
    });
  }

  /** Takes differences over by the ordinary acts, all or none; the others stay listed. */
  takeOver(context: RequestContext, id: string, { items }: TakeReturned): Promise<TakenOverView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const { row, seen } = await loadReturned(tx, actor, id);
      const agenda = await loadAgenda(tx, row.meetingId, { lock: true });
      const { found } = await this.reading.differences(tx, actor, seen, row);
      const wanted = new Map(items.map((item) => [item.key, item]));
      const chosen = [...wanted.values()].map(({ key, version }): Chosen => {
        const difference = found.find((one) => one.key === key && one.why === null);
        if (!difference) throw new ProblemError('returned-changed', 'It does not differ like that any more.');
        return { difference, version };
      });
      const done = await this.taking.take(tx, within(context, tx), agenda, chosen);
      await record(tx, context, {
        name: 'document.taken-over',
        subject: { kind: 'meeting', id: row.meetingId },
        scopeId: row.meetingId,
        data: { returnedId: row.id, keys: [...wanted.keys()] },
      });
      return { document: await this.view(tx, actor, seen, row), done };
    });
  }

  /** The file as it came; not for whoever is disqualified on a point that it tells of, unless it was they who brought it. */
  async file({ actor }: RequestContext, id: string): Promise<{ bytes: Buffer; fileName: string }> {
    const tx = this.transactions.reader;
    const { row } = await loadReturned(tx, actor, id);
    const told = await returnedPoints(tx, row);
    const barred = await barredPoints(tx, actor, row.meetingId);
    const isBarred = barred.some((pointId) => told.includes(pointId));
    if (isBarred && row.returnedBy !== actor.personId) throw notFound('returned document', id);
    return { bytes: await this.files.get(row.sha256), fileName: row.fileName };
  }

  private async view(
    tx: EntityManager,
    actor: RequestContext['actor'],
    seen: SeenMeeting,
    row: ReturnedDocumentRow,
  ): Promise<ReturnedDocumentView> {
    const [facts] = await readReturnedFacts(tx, { id: row.id });
    if (!facts) throw notFound('returned document', row.id);
    const { found, versions } = await this.reading.differences(tx, actor, seen, row);
    return { ...facts, differences: found.map((one) => differenceView(one, versions)) };
  }
}

/** Loads a document that came back to a meeting whose agenda the actor makes; for everybody else there is none. */
async function loadReturned(
  tx: EntityManager,
  actor: RequestContext['actor'],
  id: string,
): Promise<{ row: ReturnedDocumentRow; seen: SeenMeeting }> {
  const row = await tx.findOneBy(ReturnedDocumentRow, { id });
  if (!row) throw notFound('returned document', id);
  const seen = await findSeenMeeting(tx, actor, row.meetingId);
  if (!seen || mayRunMeetings(actor, seen.body.id) !== true) throw notFound('returned document', id);
  return { row, seen };
}

function differenceView(
  { key, kind, pointId, title, field, before, after, made, conflict, why }: FoundDifference,
  versions: ReadonlyMap<string, number>,
): ReturnedDocumentView['differences'][number] {
  const version = pointId === null ? null : (versions.get(pointId) ?? null);
  const takeable = why === null;
  return { key, kind, pointId, title, field, before, after, made, conflict, takeable, why, version };
}
