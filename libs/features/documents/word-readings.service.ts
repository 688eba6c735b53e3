import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChangeIndstilling, IndstillingView } from '../../contracts/indstillinger.js';
import type { ReadWord, TakeWord, WordReadingView } from '../../contracts/word-readings.js';
import { keptFileName } from '../../domain/attachment/index.js';
import { sectionsBeside } from '../../domain/document/index.js';
import { INDSTILLING_TEMPLATES } from '../../domain/indstilling/index.js';
import { isViewed } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { ProblemError, allow, notFound, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import { withBody, within } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { FileStore, isDiskFull } from '../../platform/storage/file-store.js';
import type { IncomingFile } from '../../platform/storage/file-store.js';
import {
  IndstillingerService,
  findSeenIndstilling,
  loadSeenIndstilling,
  mayChangeIndstilling,
} from '../indstillinger/index.js';
import type { SeenIndstilling } from '../indstillinger/index.js';
import { factsBeside } from './word-facts.js';
import { readWordPaper } from './word-paper.js';
import { WordReadingRow } from './word-reading.entity.js';

/** Word files that indstillinger are written in elsewhere: read into their sections, shown, and taken over as far as somebody says. */
@Injectable()
export class WordReadingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly indstillinger: IndstillingerService,
    private readonly files: FileStore,
  ) {}

  /** Reads a file that comes in, and keeps it once it is known that it can be read. */
  async read(
    context: RequestContext,
    indstillingId: string,
    given: ReadWord,
    bytes: FileStream,
  ): Promise<WordReadingView> {
    await loadOwn(this.transactions.reader, context.actor, indstillingId);
    const incoming = await this.files.receive(bytes);
    try {
      return await this.keep(context, indstillingId, keptFileName(given.fileName), incoming);
    } catch (error) {
      await incoming.discard();
      throw isDiskFull(error) ? problemOf('disk-full', 'There is no room left for the file.') : error;
    }
  }

  private keep(
    context: RequestContext,
    indstillingId: string,
    fileName: string,
    incoming: IncomingFile,
  ): Promise<WordReadingView> {
    return this.transactions.run(withBody(context, incoming.sha256), async (tx) => {
      const { actor } = context;
      const seen = await loadOwn(tx, actor, indstillingId);
      const bytes = await incoming.tail(incoming.size);
      orRefuse(readWordPaper({ fileName, bytes }, INDSTILLING_TEMPLATES[seen.row.template]));
      const { sha256, size } = await incoming.keep();
      const id = newId();
      await tx.insert(WordReadingRow, { id, indstillingId, fileName, sha256, size, readBy: actor.personId });
      const row = await tx.findOneByOrFail(WordReadingRow, { id });
      await record(tx, context, {
        name: 'indstilling.word-read',
        subject: { kind: 'indstilling', id: indstillingId },
        scopeId: seen.row.bodyId,
        data: { readingId: row.id },
      });
      return this.view(tx, seen, row, bytes);
    });
  }

  /** What a file says beside what the indstilling says now. */
  async get({ actor }: RequestContext, id: string): Promise<WordReadingView> {
    const tx = this.transactions.reader;
    const { row, seen } = await loadReading(tx, actor, id);
    return this.view(tx, seen, row, await this.files.get(row.sha256));
  }

  /** Takes sections and facts over as an ordinary change of the indstilling, all or none. */
  take(context: RequestContext, id: string, ifMatch: number, chosen: TakeWord): Promise<IndstillingView> {
    return this.transactions.run(context, async (tx) => {
      const { row, seen } = await loadReading(tx, context.actor, id);
      const change = await this.changeOf(tx, seen, row, chosen);
      const changed = await this.indstillinger.change(
        within(context, tx),
        row.indstillingId,
        ifMatch,
        change,
      );
      await record(tx, context, {
        name: 'indstilling.word-taken',
        subject: { kind: 'indstilling', id: row.indstillingId },
        scopeId: seen.row.bodyId,
        data: { readingId: row.id, ...chosen },
      });
      return changed;
    });
  }

  private async changeOf(
    tx: EntityManager,
    seen: SeenIndstilling,
    row: WordReadingRow,
    chosen: TakeWord,
  ): Promise<ChangeIndstilling> {
    const file = { fileName: row.fileName, bytes: await this.files.get(row.sha256) };
    const paper = orRefuse(readWordPaper(file, INDSTILLING_TEMPLATES[seen.row.template]));
    const facts = await factsBeside(tx, seen.row, paper);
    const sections = chosen.sections.map((key) => [key, paper.sections[key] ?? refuseUnread(key)] as const);
    const changes = chosen.facts.map(
      (name) => facts.find(({ fact }) => fact.name === name)?.change ?? refuseUnread(name),
    );
    const patch = changes.reduce<ChangeIndstilling>((all, one) => ({ ...all, ...one }), {});
    return sections.length === 0 ? patch : { ...patch, sections: Object.fromEntries(sections) };
  }

  private async view(
    tx: EntityManager,
    seen: SeenIndstilling,
    row: WordReadingRow,
    bytes: Buffer,
  ): Promise<WordReadingView> {
    const template = INDSTILLING_TEMPLATES[seen.row.template];
    const paper = orRefuse(readWordPaper({ fileName: row.fileName, bytes }, template));
    const { id, indstillingId, fileName, readAt } = row;
    const facts = await factsBeside(tx, seen.row, paper);
    return {
      ...{ id, indstillingId, fileName, readAt: readAt.toISOString(), version: seen.row.version },
      ...{ hasChanges: paper.hasChanges, unread: paper.unread },
      sections: sectionsBeside(template, seen.sections ?? seen.row.sections, paper).map((one) => ({
        ...one,
        now: [...one.now],
        paper: one.paper && [...one.paper],
      })),
      facts: facts.map(({ fact }) => fact),
      leftovers: [...paper.leftovers],
    };
  }
}

/** What was chosen does not stand in the file, or says what the indstilling says by now. */
function refuseUnread(what: string): never {
  throw new ProblemError('word-says-nothing', `The file says nothing of its own of ${what}.`, { at: what });
}

/** An indstilling whose text the actor changes. */
async function loadOwn(tx: EntityManager, actor: Actor, id: string): Promise<SeenIndstilling> {
  const seen = await loadSeenIndstilling(tx, actor, id);
  allow(mayChangeIndstilling(actor, seen.row, seen.sight));
  return seen;
}

/**
 * A reading is theirs who change the text; for everybody else there is none. The file may name closed bilag: of whoever is
 * kept from those it is shown to them alone who brought it.
 */
async function loadReading(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ row: WordReadingRow; seen: SeenIndstilling }> {
  const row = await tx.findOneBy(WordReadingRow, { id });
  if (!row) throw notFound('word reading', id);
  const seen = await findOwn(tx, actor, row.indstillingId);
  // Whoever sees what somebody else sees has not brought the file.
  const isTheirs = !isViewed(actor) && row.readBy === actor.personId;
  if (!seen || (seen.closedPapers === false && !isTheirs)) throw notFound('word reading', id);
  return { row, seen };
}

async function findOwn(tx: EntityManager, actor: Actor, id: string): Promise<SeenIndstilling | null> {
  const seen = await findSeenIndstilling(tx, actor, id);
  return seen && mayChangeIndstilling(actor, seen.row, seen.sight) === true ? seen : null;
}
