import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  ImportPartView,
  ImportSummary,
  ImportView,
  ImportsQuery,
  PlaceImportPart,
} from '../../contracts/imports.js';
import type { PackageDocument, PackageReading } from '../../domain/imports/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, load, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { ProblemError, allow, notFound, orRefuse } from '../../platform/http/problem-error.js';
import { onBehalf, within } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { readPackageFile } from '../../rendering/read/index.js';
import type { FileReading } from '../../rendering/read/index.js';
import { ImportPartRow, ImportRow } from './import.entity.js';
import { importPartView, importSummary, importView } from './import.view.js';
import { mayImport, mayImportInto } from './imports.policy.js';
import { importsSeen, partsOf, readsWords } from './imports.queries.js';
import { IndstillingTaker } from './indstilling-taker.js';
import { bodyNamed } from './known-bodies.js';
import { MeetingTaker } from './meeting-taker.js';

@Injectable()
export class ImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingTaker,
    private readonly indstillinger: IndstillingTaker,
  ) {}

  async list({ actor }: RequestContext, query: ImportsQuery): Promise<Page<ImportSummary>> {
    allow(mayImport(actor));
    const rows = importsSeen(this.transactions.reader, actor);
    const page = await readPage(rows, query, [
      { column: 'record.id', value: (row) => row.id, direction: 'DESC' },
    ]);
    return { ...page, items: page.items.map(importSummary) };
  }

  async get({ actor }: RequestContext, id: string): Promise<ImportView> {
    const tx = this.transactions.reader;
    const row = await importsSeen(tx, actor).andWhere('record.id = :id', { id }).getOne();
    if (!row || mayImport(actor) !== true) throw notFound('import', id);
    return wholeView(tx, row, await readsWords(tx, actor, row));
  }

  /**
   * Reads a package and takes its documents in: all of it or, when something refuses, nothing. The same file a second
   * time changes nothing and gives what came of the first, to those who see that; nobody learns of another's.
   * Its words are in the answer: whoever sends the file has them.
   */
  async take(context: RequestContext, fileName: string, bytes: Uint8Array): Promise<ImportView> {
    allow(mayImport(context.actor));
    const file = orRefuse(await readPackageFile(fileName, bytes));
    const hash = createHash('sha256').update(bytes).digest('hex');
    return this.transactions.run(context, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['imports']);
      const known = await importsSeen(tx, context.actor)
        .andWhere('record.contentHash = :hash', { hash })
        .orderBy('record.id')
        .getOne();
      if (known) return wholeView(tx, known, true);
      const row = await insertImport(tx, context, { fileName, hash }, file);
      const parts = await this.takeParts(tx, context, row, file);
      await record(tx, context, {
        name: 'import.recorded',
        subject: { kind: 'import', id: row.id },
        data: { contentHash: hash, parts: parts.map((part) => ({ id: part.id, state: part.state })) },
      });
      // As it was written, so that the second answer is the first to the letter.
      return wholeView(tx, row, true);
    });
  }

  /** Takes in a part that waited for its date, or for the name of its body. */
  place(
    context: RequestContext,
    partId: string,
    ifMatch: number,
    fields: PlaceImportPart,
  ): Promise<ImportPartView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const part = await judgedThenLocked(async (options) => {
        const found = await load(tx, ImportPartRow, 'part of an import', partId, options);
        const seen = importsSeen(tx, actor).andWhere('record.id = :id', { id: found.importId });
        if (mayImport(actor) !== true || !(await seen.getExists()))
          throw notFound('part of an import', partId);
        return found;
      });
      const brought = await tx.findOneOrFail(ImportRow, {
        where: { id: part.importId },
        select: { id: true, importedBy: true, lines: true },
      });
      checkVersion(part, ifMatch, importPartView(part, { words: await readsWords(tx, actor, brought) }));
      if (part.state !== 'needs-date' && part.state !== 'needs-body') {
        throw new ProblemError('import-part-settled', `The part is ${part.state}; it waits for nothing.`);
      }
      const bodyName = fields.body ?? part.bodyName;
      if (bodyName === null) {
        throw new ProblemError(
          'body-missing',
          'The package does not say which body met: say it with the date.',
          {
            at: 'body',
          },
        );
      }
      Object.assign(part, { date: fields.date, bodyName });
      const result = await this.takePart(tx, context, part, brought.lines);
      await saveVersioned(tx, ImportPartRow, part, { date: fields.date, bodyName, ...result });
      await record(tx, context, {
        name: 'import.dated',
        subject: { kind: 'import', id: part.importId },
        data: { partId, ...fields },
      });
      return importPartView(part, { words: await readsWords(tx, actor, brought) });
    });
  }

  private async takeParts(
    tx: EntityManager,
    context: RequestContext,
    row: ImportRow,
    { reading, lines }: FileReading,
  ): Promise<ImportPartRow[]> {
    const parts = reading.documents.map((document, position) => newPart(tx, row.id, document, position));
    // Meetings first: an indstilling is placed on the point of its name.
    const inTurn = [...parts].sort(
      (a, b) => Number(a.kind === 'indstilling') - Number(b.kind === 'indstilling'),
    );
    for (const part of inTurn) {
      Object.assign(part, await this.takePart(tx, context, part, lines));
      await tx.insert(ImportPartRow, part);
    }
    return parts;
  }

  private async takePart(
    tx: EntityManager,
    context: RequestContext,
    part: ImportPartRow,
    packageLines: readonly string[],
  ): Promise<Partial<ImportPartRow>> {
    const { kind, content: document, date, bodyName: body, importId, contentHash: hash } = part;
    if (date === null) return { state: 'needs-date' };
    // A body one may not bring anything into is as one that is not there: nothing tells the two apart.
    if (body === null || !mayImportInto(context.actor, await bodyNamed(tx, body)))
      return { state: 'needs-body' };
    const [same] = await tx.query<{ meeting_id: string | null; indstilling_id: string | null }[]>(
      `SELECT meeting_id, indstilling_id FROM import_part
       WHERE lower(body_name) = lower($1) AND date = $2 AND kind = $3 AND content_hash = $4 AND state = 'taken-in'`,
      [body, date, kind, hash],
    );
    if (same)
      return { state: 'known-already', meetingId: same.meeting_id, indstillingId: same.indstilling_id };
    const taken = { document, packageLines, body, date, importId, barred: context.actor.disqualifiedFrom };
    const inside = within(onBehalf(context), tx);
    if (kind === 'indstilling')
      return { state: 'taken-in', ...(await this.indstillinger.take(tx, inside, taken)) };
    return { state: 'taken-in', meetingId: await this.meetings.take(tx, inside, taken) };
  }
}

async function wholeView(tx: EntityManager, row: ImportRow, words: boolean): Promise<ImportView> {
  return importView(row, await partsOf(tx, row.id), { words });
}

function newPart(
  tx: EntityManager,
  importId: string,
  document: PackageDocument,
  position: number,
): ImportPartRow {
  // Where a document stands in its file is not part of what it says.
  const said = { ...document, lines: null };
  return tx.create(ImportPartRow, {
    ...{ id: newId(), importId, position, kind: document.kind, content: document, version: 1 },
    ...{ bodyName: document.meeting.body, date: document.meeting.date },
    ...{ contentHash: contentHash(said), state: 'needs-date', meetingId: null, indstillingId: null },
  });
}

async function insertImport(
  tx: EntityManager,
  { actor }: RequestContext,
  { fileName, hash }: { fileName: string; hash: string },
  { reading, lines, format }: FileReading,
): Promise<ImportRow> {
  const { unread, ledger }: PackageReading = reading;
  const row = tx.create(ImportRow, {
    id: newId(),
    fileName,
    format,
    contentHash: hash,
    importedBy: actor.personId,
    unread,
    ledger,
    lines,
  });
  await tx.query(
    `INSERT INTO import_record (id, file_name, format, content_hash, imported_by, unread, ledger, lines)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb)`,
    [
      row.id,
      fileName,
      format,
      hash,
      actor.personId,
      JSON.stringify(unread),
      JSON.stringify(ledger),
      JSON.stringify(lines),
    ],
  );
  return tx.findOneByOrFail(ImportRow, { id: row.id });
}
