import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Audience } from '../../domain/agenda/index.js';
import { indstillingModel } from '../../domain/document/index.js';
import type { DocumentModel } from '../../domain/document/index.js';
import { notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { SeenIndstilling } from '../indstillinger/index.js';
import { indstillingSource } from './document-sources.js';
import { readIndstillingFacts, readSubmittedFacts } from './document.queries.js';
import type { IndstillingFacts } from './document.queries.js';

/** What a document says, how far the paper it prints has come, and whose words it prints. */
export interface Printed {
  readonly model: DocumentModel;
  readonly sourceState: string;
  /** Ids of points and attachments. */
  readonly prints: readonly string[];
}

/** Works out what the document of an indstilling says to its audience, from the rows as they are now. */
@Injectable()
export class IndstillingModels {
  /** As it is being worked on or, for those who see only that, as an agenda was sent with it. */
  async present(tx: EntityManager, seen: SeenIndstilling, audience: Audience): Promise<Printed> {
    const { id } = seen.row;
    const whole = await readIndstillingFacts(tx, id);
    if (!whole) throw notFound('indstilling', id);
    const submitted =
      seen.sight === 'submitted' ? await readSubmittedFacts(tx, id, seen.row.submission) : null;
    const facts = { ...whole, ...submitted, state: seen.row.state };
    return printed(facts, audience, seen.sight === 'submitted' ? 'submitted' : seen.row.state);
  }

  /** As it was submitted, for those who see it as it is being worked on. Until the last step approved it, it is a draft. */
  async submitted(
    tx: EntityManager,
    { row, sight }: Pick<SeenIndstilling, 'row' | 'sight'>,
    audience: Audience,
    number: number,
  ): Promise<Printed> {
    const whole = sight === 'whole' ? await readIndstillingFacts(tx, row.id) : null;
    const submitted = whole && (await readSubmittedFacts(tx, row.id, number));
    if (!whole || !submitted) throw notFound('submitted version of an indstilling', `${row.id}, ${number}`);
    const state = row.approvedSubmission === number ? ('approved' as const) : ('draft' as const);
    return printed({ ...whole, ...submitted, state }, audience, 'version');
  }
}

function printed(facts: IndstillingFacts, audience: Audience, sourceState: string): Printed {
  return {
    model: orRefuse(indstillingModel(indstillingSource(facts), audience)),
    sourceState,
    prints: facts.attachments
      .filter(({ visibility }) => audience === 'all' || visibility === 'open')
      .map((attachment) => attachment.id),
  };
}
