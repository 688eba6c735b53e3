import type { FollowUpView } from '../../contracts/follow-ups.js';
import type { Audience } from '../../domain/agenda/index.js';
import type { MinutesCorrectionView, MinutesView } from '../../contracts/minutes.js';
import { localOf } from '../../domain/calendar/index.js';
import { groupBy } from '../../domain/group-by.js';
import type { Proposal } from '../../domain/indstilling/index.js';
import { MINUTES_WORKFLOW } from '../../domain/minutes/index.js';
import type { MinutesAction, MinutesCorrection } from '../../domain/minutes/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { plainText } from '../../domain/text/index.js';
import { actionsFrom } from '../../domain/workflow.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import { isStandIn } from '../agenda-points/index.js';
import type { RuledAgenda } from '../agenda-points/index.js';
import { decisionView } from '../decisions/index.js';
import type { DecisionRow } from '../decisions/index.js';
import { proposalView } from '../indstillinger/index.js';
import type { MinutesAdditionRow, MinutesRow } from './minutes.entity.js';
import { mayTakeMinutesStep, mayWriteMinutes } from './minutes.policy.js';

/** What minutes are put together from. */
export interface MinutesParts {
  readonly bodyId: string;
  readonly audience: Audience;
  /** With only what is seen of it. */
  readonly agenda: RuledAgenda;
  /** Whether a correction about this point, or about none, is for whoever reads. */
  readonly isSeen: (pointId: string | null) => boolean;
  /** What the indstillinger on its points propose, by their ids; empty for those who do not write the minutes. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly decisions: readonly DecisionRow[];
  readonly followUps: readonly FollowUpView[];
  readonly corrections: readonly MinutesAdditionRow[];
}

export function minutesView(row: MinutesRow, actor: Actor, parts: MinutesParts): MinutesView {
  const { bodyId } = parts;
  const isWriter = mayWriteMinutes(actor, bodyId) === true;
  const decisions = new Map(parts.decisions.map((decision) => [decision.pointId, decision]));
  const onAgenda = new Set(parts.agenda.points.map(({ point }) => point.id));
  const shown = parts.audience === 'all' ? parts.followUps : ofOpenPoints(parts);
  const followUps = groupBy(shown, (followUp) => followUp.pointId);
  return {
    ...{ id: row.id, meetingId: row.meetingId, state: row.state },
    // How often they were saved is for those who save them, and for those who approve them.
    version: isWriter || mayTakeMinutesStep(actor, bodyId, 'approve') === true ? row.version : 1,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    actions: [...actionsFrom(MINUTES_WORKFLOW, row.state)],
    points: parts.agenda.points.map(({ point, number, part, withdrawn }) => {
      const decision = decisions.get(point.id);
      return {
        ...{ pointId: point.id, number, part, title: point.title, withdrawn },
        proposal: proposalView(parts.proposals.get(point.row.indstillingId ?? '') ?? null),
        decision: decision && !isStandIn(point.row) ? decisionView(decision, actor, bodyId) : null,
        publicDecision: isStandIn(point.row) ? [...point.row.publicDecision] : [],
        followUps: [...(followUps.get(point.id) ?? [])],
      };
    }),
    followUps: shown.filter(({ pointId }) => pointId === null || !onAgenda.has(pointId)),
    unsettledFollowUps: shown.filter((followUp) => followUp.stage === 'suggested').length,
    corrections: parts.corrections.filter(({ pointId }) => parts.isSeen(pointId)).map(correctionView),
    abilities: abilitiesOn(bodyId, actor),
  };
}

/** What hangs on no point that is shown may be about a closed one. */
function ofOpenPoints({ agenda, followUps }: MinutesParts): readonly FollowUpView[] {
  const open = new Set(agenda.points.flatMap(({ point }) => (isStandIn(point.row) ? [] : [point.id])));
  return followUps.filter(({ pointId }) => pointId !== null && open.has(pointId));
}

function abilitiesOn(bodyId: string, actor: Actor): MinutesView['abilities'] {
  const step = (action: MinutesAction) => abilityOf(mayTakeMinutesStep(actor, bodyId, action));
  const write = abilityOf(mayWriteMinutes(actor, bodyId));
  return {
    ...{ correct: write, close: write, review: step('review'), return: step('return') },
    ...{ approve: step('approve'), publish: step('publish'), unpublish: step('unpublish') },
  };
}

export function correctionView({ id, at, by, text, pointId }: MinutesAdditionRow): MinutesCorrectionView {
  return { id, at: at.toISOString(), by, text, pointId };
}

/** A correction as the rule takes it: in plain text, with the Danish day it was added. */
export function datedCorrection({ at, by, text }: MinutesAdditionRow): MinutesCorrection {
  return { date: localOf(at.toISOString()).date, by, text: plainText(text) };
}
