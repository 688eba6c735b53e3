import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChangeIndstilling, IndstillingView } from '../../contracts/indstillinger.js';
import type { ReadWord, TakeWord, WordReadingView } from '../../contracts/word-readings.js';
import { keptFileName } from '../../domain/attachment/index.js';
import { sectionsBeside } from '../../domain/document/index.js';
import { templateFor } from '../../domain/indstilling/index.js';
import type { IndstillingTemplate } from '../../domain/indstilling/index.js';
import { isViewed } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { ProblemError, allow, notFound, problemOf } from '../../platform/http/problem-error.js';
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
import type { WordFile, WordPaper } from './word-paper.js';
import { WordReader } from './word-reader.js';
import { WordReadingRow } from './word-reading.entity.js';

/** A file that came in, and what was read of it. */
interface ReadFile {
  readonly fileName: string;
  readonly incoming: IncomingFile;
  readonly paper: WordPaper;
}

interface SeenReading {
  readonly row: WordReadingRow;
  readonly seen: SeenIndstilling;
}

/** Word files that indstillinger are written in elsewhere: read into their sections, shown, and taken over as far as somebody says. */
@Injectable()
export class WordReadingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly indstillinger: IndstillingerService,
    private readonly files: FileStore,
    private readonly words: WordReader,
  ) {}

  /** Reads a file that comes in, and keeps it once it is known that it can be read. */
  async read(
    context: RequestContext,
    indstillingId: string,
    given: ReadWord,
    bytes: FileStream,
  ): Promise<WordReadingView> {
    const seen = await loadOwn(this.transactions.reader, context.actor, indstillingId);
    const incoming = await this.files.receive(bytes);
    try {
      const fileName = keptFileName(given.fileName);
      // Before the transaction, which others would wait for.
      const paper = await this.paperOf(context.actor, seen, async () => ({
        fileName,
        bytes: await incoming.tail(incoming.size),
      }));
      return await this.keep(context, indstillingId, { fileName, incoming, paper });
    } catch (error) {
      await incoming.discard();
      throw isDiskFull(error) ? problemOf('disk-full', 'There is no room left for the file.') : error;
    }
  }

  private keep(
    context: RequestContext,
    indstillingId: string,
    { fileName, incoming, paper }: ReadFile,
  ): Promise<WordReadingView> {
    return this.transactions.run(withBody(context, incoming.sha256), async (tx) => {
      const { actor } = context;
      const seen = await loadOwn(tx, actor, indstillingId);
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
      return this.view(tx, seen, row, paper);
    });
  }

  /** What a file says beside what the indstilling says now. */
  async get({ actor }: RequestContext, id: string): Promise<WordReadingView> {
    const tx = this.transactions.reader;
    const { row, seen } = await loadReading(tx, actor, id);
    return this.view(tx, seen, row, await this.keptPaper(actor, seen, row));
  }

  /** Takes sections and facts over as an ordinary change of the indstilling, all or none. */
  async take(
    context: RequestContext,
    id: string,
    ifMatch: number,
    chosen: TakeWord,
  ): Promise<IndstillingView> {
    // Before the transaction, which others would wait for; who may not is told there.
    const found = await findReading(this.transactions.reader, context.actor, id);
    const paper = found && (await this.keptPaper(context.actor, found.seen, found.row));
    return this.transactions.run(context, async (tx) => {
      const { row, seen } = await loadReading(tx, context.actor, id);
      if (!paper) throw notFound('word reading', id);
      const change = await changeOf(tx, seen, paper, chosen);
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

  private paperOf(actor: Actor, seen: SeenIndstilling, file: () => Promise<WordFile>): Promise<WordPaper> {
    return this.words.read(actor, 'indstilling', async () => ({
      file: await file(),
      template: templateOf(seen),
    }));
  }

  private keptPaper(
    actor: Actor,
    seen: SeenIndstilling,
    { fileName, sha256 }: WordReadingRow,
  ): Promise<WordPaper> {
    return this.paperOf(actor, seen, async () => ({ fileName, bytes: await this.files.get(sha256) }));
  }

  private async view(
    tx: EntityManager,
    seen: SeenIndstilling,
    row: WordReadingRow,
    paper: WordPaper,
  ): Promise<WordReadingView> {
    const template = templateOf(seen);
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

async function changeOf(
  tx: EntityManager,
  { row }: SeenIndstilling,
  paper: WordPaper,
  chosen: TakeWord,
): Promise<ChangeIndstilling> {
  const facts = await factsBeside(tx, row, paper);
  const sections = chosen.sections.map((key) => [key, paper.sections[key] ?? refuseUnread(key)] as const);
  const changes = chosen.facts.map(
    (name) => facts.find(({ fact }) => fact.name === name)?.change ?? refuseUnread(name),
  );
  const patch = changes.reduce<ChangeIndstilling>((all, one) => ({ ...all, ...one }), {});
  return sections.length === 0 ? patch : { ...patch, sections: Object.fromEntries(sections) };
}

/** The sections that a file is read into: those that the page of the indstilling shows, under the same headings. */
function templateOf({ row, body, sections }: SeenIndstilling): IndstillingTemplate {
  return templateFor(body.settings.sections, row.template, sections ?? row.sections);
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
async function findReading(tx: EntityManager, actor: Actor, id: string): Promise<SeenReading | null> {
  const row = await tx.findOneBy(WordReadingRow, { id });
  const seen = row && (await findOwn(tx, actor, row.indstillingId));
  if (!seen) return null;
  // Whoever sees what somebody else sees has not brought the file.
  const isTheirs = !isViewed(actor) && row.readBy === actor.personId;
  return seen.closedPapers === false && !isTheirs ? null : { row, seen };
}

async function loadReading(tx: EntityManager, actor: Actor, id: string): Promise<SeenReading> {
  const found = await findReading(tx, actor, id);
  if (!found) throw notFound('word reading', id);
  return found;
}

async function findOwn(tx: EntityManager, actor: Actor, id: string): Promise<SeenIndstilling | null> {
  const seen = await findSeenIndstilling(tx, actor, id);
  return seen && mayChangeIndstilling(actor, seen.row, seen.sight) === true ? seen : null;
}
