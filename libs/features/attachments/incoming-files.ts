import { Injectable } from '@nestjs/common';
import { contentByStart, contentOfArchive, kindByName, kindOfFile } from '../../domain/attachment/index.js';
import type { FileContent, FileKind } from '../../domain/attachment/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { ProblemError, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { FileStore, isDiskFull } from '../../platform/storage/file-store.js';
import type { IncomingFile, StoredFile } from '../../platform/storage/file-store.js';
import { LONGEST_DIRECTORY, zipDirectory } from '../../rendering/read/index.js';
import { AttachmentVersionRow } from './attachment-version.entity.js';

/** A file that was stored, and the row that waits to be made ready with it. */
export interface TakenFile extends StoredFile {
  /** The id of its row. */
  readonly id: string;
  readonly fileName: string;
  readonly kind: FileKind;
}

/** What a file comes as. */
export interface SentFile {
  readonly fileName: string;
  readonly bytes: FileStream;
  /** The bilag it is a new version for; null for that of a new one. */
  readonly attachmentId: string | null;
}

/**
 * Takes files in: a row that says one is coming, the bytes looked at and stored, and then whatever makes the row ready. A
 * process that dies on the way leaves a pending row and at most a file that nothing refers to; both are swept.
 */
@Injectable()
export class IncomingFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  /** Takes a file in and gives what `finish` makes of it; where anything refuses, nothing of it is left. */
  async take<Answer>(
    context: RequestContext,
    sent: SentFile,
    finish: (file: TakenFile) => Promise<Answer>,
  ): Promise<Answer> {
    orRefuse(kindByName(sent.fileName));
    const id = await this.expect(context, sent);
    try {
      const answer = await finish({ id, fileName: sent.fileName, ...(await this.receive(sent)) });
      // The same request a second time made nothing ready: its answer was there.
      await this.forget(id);
      return answer;
    } catch (error) {
      await this.leave(id, error).catch(() => undefined);
      throw isDiskFull(error) ? problemOf('disk-full', 'There is no room left for the file.') : error;
    }
  }

  private async expect(
    { actor }: RequestContext,
    { fileName, attachmentId }: SentFile,
  ): Promise<AttachmentVersionRow['id']> {
    const id = newId();
    const uploadedBy = actor.personId;
    await this.transactions.reader.insert(AttachmentVersionRow, {
      ...{ id, attachmentId, fileName, uploadedBy, state: 'pending' },
    });
    return id;
  }

  private async receive({ fileName, bytes }: SentFile): Promise<StoredFile & { kind: FileKind }> {
    const incoming = await this.store.receive(bytes);
    try {
      const kind = await examined(fileName, incoming);
      return { kind, ...(await incoming.keep()) };
    } catch (error) {
      await incoming.discard();
      throw error;
    }
  }

  private async forget(id: string): Promise<void> {
    await this.transactions.reader.delete(AttachmentVersionRow, { id, state: 'pending' });
  }

  /** What was refused is forgotten; what went wrong is kept for a while, with what it was. */
  private async leave(id: string, error: unknown): Promise<void> {
    if (error instanceof ProblemError) return this.forget(id);
    const reason = isDiskFull(error) ? 'disk-full' : 'broken-off';
    const { reader } = this.transactions;
    await reader.update(AttachmentVersionRow, { id, state: 'pending' }, { state: 'failed', reason });
  }
}

/** The kind of a file that came in whole; throws what its name and bytes are refused for. */
async function examined(fileName: string, incoming: IncomingFile): Promise<FileKind> {
  const start = incoming.size === 0 ? 'other' : contentByStart(incoming.head);
  const entries = start === 'zip' ? await entriesOf(fileName, incoming) : [];
  const content = start === 'zip' ? contentOfArchive(entries, incoming.head) : start;
  const outcome = kindOfFile({ fileName, size: incoming.size, content, entries });
  if (outcome.ok || outcome.refusal.code !== 'file-type-mismatch') return orRefuse(outcome);
  throw mismatch(fileName, content, outcome.refusal.rule);
}

/** The screen says both in its own words: what the name says it is, and what it is. */
function mismatch(fileName: string, content: FileContent, rule: string): ProblemError {
  const named = kindByName(fileName);
  const faults = [
    { at: 'fileName', rule: named.ok ? named.value : 'other' },
    { at: 'file', rule: content },
  ];
  return new ProblemError('file-type-mismatch', rule, { at: 'file', faults });
}

async function entriesOf(fileName: string, incoming: IncomingFile): Promise<string[]> {
  const tail = await incoming.tail(LONGEST_DIRECTORY);
  return orRefuse(zipDirectory(fileName, tail, incoming.size)).map(({ name }) => name);
}
