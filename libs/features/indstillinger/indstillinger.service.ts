import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  ChangeIndstilling,
  Completeness,
  CreateIndstilling,
  IndstillingView,
} from '../../contracts/indstillinger.js';
import {
  INDSTILLING_TEMPLATES,
  approvedText,
  beginSections,
  mayBeginOn,
  mayChangeBody,
  mayChangeTemplate,
  stepOf,
  writeSections,
} from '../../domain/indstilling/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { allow, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { ApprovalService, stateAfterRevision } from './approval.service.js';
import { loadSeenIndstilling, loadWholeIndstilling, seenWhole } from './indstilling.access.js';
import { IndstillingRow } from './indstilling.entity.js';
import { withoutClosedPapers } from './indstilling.papers.js';
import { attachmentsOf } from './indstilling.queries.js';
import { mayBeginIndstilling, mayChangeIndstilling } from './indstillinger.policy.js';
import { checkedContent, completenessView, indstillingView, submittedContent } from './indstilling.view.js';
import type { SeenIndstilling } from './indstilling.view.js';
import { awaitedUnits } from './opinions/opinions.queries.js';
import { withWhereabouts } from './whereabouts.js';
import { authorColumns, bodyFor, checkWantedMeeting } from './references.js';

@Injectable()
export class IndstillingerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly approval: ApprovalService,
    private readonly clock: Clock,
  ) {}

  async get({ actor }: RequestContext, id: string): Promise<IndstillingView> {
    const tx = this.transactions.reader;
    return this.answer(tx, actor, await loadSeenIndstilling(tx, actor, id));
  }

  async completeness({ actor }: RequestContext, id: string): Promise<Completeness> {
    const reader = this.transactions.reader;
    const { row, body, closedPapers } = await loadWholeIndstilling(reader, actor, id);
    const attachments = await attachmentsOf(reader, id);
    const content = submittedContent(row, attachments);
    const seen = closedPapers ? content : withoutClosedPapers(content, attachments);
    return completenessView(checkedContent(seen, body, await awaitedUnits(reader, id)));
  }

  create(context: RequestContext, fields: CreateIndstilling): Promise<IndstillingView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      allow(mayBeginIndstilling(actor, fields));
      const { settings } = await bodyFor(tx, actor, fields.bodyId);
      // What is brought in from elsewhere keeps the template that it was written on.
      if (fields.template !== undefined) orRefuse(mayBeginOn(settings.templates, fields.template));
      return this.answer(tx, actor, await seenWhole(tx, actor, await this.add(tx, context, fields)));
    });
  }

  /** Begins an indstilling in the caller's transaction; for the features that bring some in. */
  async add(tx: EntityManager, context: RequestContext, fields: CreateIndstilling): Promise<IndstillingRow> {
    const { author, sections, ...facts } = fields;
    const body = await bodyFor(tx, context.actor, facts.bodyId);
    await checkWantedMeeting(tx, context.actor, facts.bodyId, facts.wantedMeetingId);
    const template = facts.template ?? body.settings.templates[0] ?? 'raadmand';
    const row = tx.create(IndstillingRow, {
      ...{ ...facts, template },
      ...(await authorColumns(tx, author)),
      sections: orRefuse(beginSections(INDSTILLING_TEMPLATES[template], sections)),
      id: newId(),
      createdBy: context.actor.personId,
      state: 'draft',
      steps: null,
      submission: 0,
      approvedSubmission: null,
      unitName: null,
      importedFrom: null,
      version: 1,
    });
    await tx.insert(IndstillingRow, row);
    await record(tx, context, {
      name: 'indstilling.created',
      subject: { kind: 'indstilling', id: row.id },
      scopeId: row.bodyId,
      data: changed(row, Object.keys(fields)),
    });
    return row;
  }

  change(
    context: RequestContext,
    id: string,
    ifMatch: number,
    fields: ChangeIndstilling,
  ): Promise<IndstillingView> {
    return this.transactions.run(context, async (tx) => {
      const seen = await judgedThenLocked(async (options) => {
        const found = await loadSeenIndstilling(tx, context.actor, id, options);
        allow(mayChangeIndstilling(context.actor, found.row, found.sight));
        return found;
      });
      const { row, body } = seen;
      checkVersion(row, ifMatch, indstillingView(seen, context.actor));
      const revised = stateAfterRevision(row, body);
      const patch = await patchOf(tx, context.actor, seen, fields);
      const state = touchesText(row, patch) || movesHands(row, patch) ? revised : row.state;
      // The words may become closed: they stand under their hash.
      const changes = changesOf(row, patch, { closed: true });
      await this.approval.saveRevision(tx, context, row, { ...patch, state });
      await record(tx, context, {
        name: 'indstilling.changed',
        subject: { kind: 'indstilling', id },
        scopeId: row.bodyId,
        data: changed(row, Object.keys(fields)),
        changes,
      });
      return this.answer(tx, context.actor, await seenWhole(tx, context.actor, row));
    });
  }

  private async answer(tx: EntityManager, actor: Actor, seen: SeenIndstilling): Promise<IndstillingView> {
    return indstillingView(await withWhereabouts(tx, seen, this.clock.today()), actor);
  }
}

/** What to write for the fields of a change; throws what stops it. */
async function patchOf(
  tx: EntityManager,
  actor: Actor,
  { row, body: present }: SeenIndstilling,
  { author, sections, ...facts }: ChangeIndstilling,
): Promise<Partial<IndstillingRow>> {
  const bodyId = facts.bodyId ?? row.bodyId;
  if (bodyId !== row.bodyId) orRefuse(mayChangeBody(row.state));
  const body = bodyId === row.bodyId ? present : await bodyFor(tx, actor, bodyId);
  orRefuse(mayChangeTemplate(row, body.settings.templates, facts.template ?? row.template));
  const { unitId = row.unitId } = facts;
  if (unitId !== row.unitId) allow(mayBeginIndstilling(actor, { unitId }));
  const wanted = facts.wantedMeetingId === undefined ? row.wantedMeetingId : facts.wantedMeetingId;
  if (bodyId !== row.bodyId || wanted !== row.wantedMeetingId)
    await checkWantedMeeting(tx, actor, bodyId, wanted);
  const written = sections === undefined ? {} : { sections: orRefuse(writeSections(row.sections, sections)) };
  return { ...facts, ...written, ...(author === undefined ? {} : await authorColumns(tx, author)) };
}

function touchesText(row: IndstillingRow, patch: Partial<IndstillingRow>): boolean {
  const { template = row.template, title = row.title, sections = row.sections } = patch;
  return contentHash(approvedText({ template, title, sections })) !== contentHash(approvedText(row));
}

/** While it waits for an approval, whose it is counts as what is approved: another unit has another leader. */
function movesHands(row: IndstillingRow, patch: Partial<IndstillingRow>): boolean {
  const { unitId = row.unitId, authorId = row.authorId, author = row.author } = patch;
  const isSame = unitId === row.unitId && authorId === row.authorId && author.name === row.author.name;
  return stepOf(row.state) !== null && !isSame;
}

/** What an event says of a change: which fields, and the hash of the words; the words themselves may become closed. */
function changed(row: IndstillingRow, fields: readonly string[]): Record<string, unknown> {
  return { fields, text: contentHash(approvedText(row)) };
}
