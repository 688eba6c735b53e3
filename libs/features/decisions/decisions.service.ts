import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DecisionView, NotTakingPartEntry, SaveDecision } from '../../contracts/decisions.js';
import { checkDecision, usualPhrase } from '../../domain/decision/index.js';
import type { DecisionTarget } from '../../domain/decision/index.js';
import { mayRecordDecision } from '../../domain/meeting/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { fromPlainText, isBlank } from '../../domain/text/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { allow, notFound, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import {
  disqualifiedOn,
  loadSeenPoint,
  loadSeenPointOf,
  pointViewIn,
  recordClosedReads,
} from '../agenda-points/index.js';
import { findDecisionOf } from './decision.access.js';
import { DecisionRow } from './decision.entity.js';
import {
  checkTargets,
  keepingUnseenTargets,
  lockDecisionOf,
  minutesStateOf,
  targetOf,
  withSeenTargets,
} from './decision.queries.js';
import { decisionView } from './decision.view.js';
import { mayWriteDecision } from './decisions.policy.js';

@Injectable()
export class DecisionsService {
  constructor(private readonly transactions: Transactions) {}

  async get(context: RequestContext, pointId: string): Promise<DecisionView> {
    const tx = this.transactions.reader;
    const { actor } = context;
    const seen = await loadSeenPoint(tx, actor, pointId);
    const row = await findDecisionOf(tx, actor, pointId, seen);
    if (!row) throw notFound('decision of the agenda point', pointId);
    await recordClosedReads(
      tx,
      context,
      seen.state.meeting.id,
      [pointViewIn(seen.state, pointId)],
      seen.audience,
    );
    return this.view(tx, actor, row, seen.state.body.id);
  }

  /** Writes the decision of a point: the first without If-Match, every later one with the version it changes. */
  save(
    context: RequestContext,
    pointId: string,
    ifMatch: number | null,
    fields: SaveDecision,
  ): Promise<DecisionView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const { body } = await loadSeenPointOf(tx, actor, pointId);
      allow(mayWriteDecision(actor, body.id));
      const { meeting, decision: present } = await lockDecisionOf(tx, pointId);
      checkPrecondition(present && (await this.view(tx, actor, present, body.id)), ifMatch);
      orRefuse(mayRecordDecision(meeting.state, await minutesStateOf(tx, meeting.id)));
      const whole = await keepingUnseenTargets(tx, actor, present, fields);
      const minuted = { ...whole, disqualified: await withKnown(tx, pointId, fields.disqualified) };
      const decided = decide(minuted, await targetOf(tx, body.id, whole));
      await checkTargets(tx, actor, fields);
      // A point may be closed, or become it: what was decided stands under its hash.
      const changes = changesOf<Partial<SaveDecision>>(present ?? {}, decided, { closed: true });
      const row = present
        ? await saveVersioned(tx, DecisionRow, present, decided)
        : await insertDecision(tx, pointId, decided);
      await record(tx, context, {
        name: 'decision.recorded',
        subject: { kind: 'decision', id: row.id },
        scopeId: meeting.id,
        data: { pointId },
        changes,
      });
      return this.view(tx, actor, row, body.id);
    });
  }

  private async view(
    tx: EntityManager,
    actor: Actor,
    row: DecisionRow,
    bodyId: string,
  ): Promise<DecisionView> {
    const [seen = row] = await withSeenTargets(tx, actor, [row]);
    return decisionView(seen, actor, bodyId);
  }
}

/** Whoever is known to be disqualified on the point stands in the minutes, whether the minute taker wrote it or not. */
async function withKnown(
  tx: EntityManager,
  pointId: string,
  named: readonly NotTakingPartEntry[],
): Promise<NotTakingPartEntry[]> {
  const known = await disqualifiedOn(tx, pointId);
  const missing = known.filter(({ personId }) => !named.some((entry) => entry.personId === personId));
  return [...named, ...missing.map(({ personId, name }) => ({ personId, name }))];
}

function checkPrecondition(present: DecisionView | null, ifMatch: number | null): void {
  if (present && ifMatch === null) {
    throw problemOf('if-match-required', 'The point has a decision: send its ETag in If-Match to change it.');
  }
  if (present && ifMatch !== null) checkVersion(present, ifMatch, present);
  if (!present && ifMatch !== null) {
    throw problemOf('stale-version', 'The point has no decision: the first is written without If-Match.');
  }
}

/**
 * The decision that may be saved of what was sent: a blank text becomes the usual phrase of the outcome. The public text
 * of a point is the point's own and is not written here.
 */
function decide(fields: SaveDecision, target: DecisionTarget): SaveDecision {
  const { outcome, text, absent, disqualified, prevented } = fields;
  const phrase = outcome === null ? null : usualPhrase(outcome, target);
  orRefuse(
    checkDecision({
      ...fields,
      usualPhrase: phrase,
      notTakingPart: {
        absent: absent.map(whoIs),
        disqualified: disqualified.map(whoIs),
        prevented: prevented.map(whoIs),
      },
      publicText: [],
      visibility: 'open',
    }),
  );
  return phrase !== null && isBlank(text) ? { ...fields, text: fromPlainText(phrase) } : fields;
}

function whoIs({ personId, name }: NotTakingPartEntry): string {
  return personId ?? name.toLowerCase();
}

async function insertDecision(
  tx: EntityManager,
  pointId: string,
  fields: SaveDecision,
): Promise<DecisionRow> {
  const row = tx.create(DecisionRow, { id: newId(), pointId, readVersion: 0, version: 1, ...fields });
  await tx.insert(DecisionRow, row);
  return row;
}
