import type { FollowUpView } from '../../contracts/follow-ups.js';
import type { MinutesCorrectionView, MinutesView } from '../../contracts/minutes.js';
import { localOf } from '../../domain/calendar/index.js';
import { groupBy } from '../../domain/group-by.js';
import { MINUTES_WORKFLOW } from '../../domain/minutes/index.js';
import type { MinutesCorrection } from '../../domain/minutes/index.js';
import { plainText } from '../../domain/text/index.js';
import { actionsFrom } from '../../domain/workflow.js';
import type { RuledAgenda } from '../agenda-points/index.js';
import { decisionView } from '../decisions/index.js';
import type { DecisionRow } from '../decisions/index.js';
import type { MinutesAdditionRow, MinutesRow } from './minutes.entity.js';

/** What minutes are put together from. */
export interface MinutesParts {
  readonly agenda: RuledAgenda;
  readonly decisions: readonly DecisionRow[];
  readonly followUps: readonly FollowUpView[];
  readonly corrections: readonly MinutesAdditionRow[];
}

export function minutesView(row: MinutesRow, parts: MinutesParts): MinutesView {
  const decisions = new Map(parts.decisions.map((decision) => [decision.pointId, decision]));
  const onAgenda = new Set(parts.agenda.points.map(({ point }) => point.id));
  const followUps = groupBy(parts.followUps, (followUp) => followUp.pointId);
  return {
    ...{ id: row.id, meetingId: row.meetingId, state: row.state, version: row.version },
    approvedAt: row.approvedAt?.toISOString() ?? null,
    actions: [...actionsFrom(MINUTES_WORKFLOW, row.state)],
    points: parts.agenda.points.map(({ point, number, part, withdrawn }) => {
      const decision = decisions.get(point.id);
      return {
        ...{ pointId: point.id, number, part, title: point.title, withdrawn },
        decision: decision ? decisionView(decision) : null,
        followUps: [...(followUps.get(point.id) ?? [])],
      };
    }),
    followUps: parts.followUps.filter(({ pointId }) => pointId === null || !onAgenda.has(pointId)),
    unsettledFollowUps: parts.followUps.filter((followUp) => followUp.stage === 'suggested').length,
    corrections: parts.corrections.map(correctionView),
  };
}

export function correctionView({ id, at, by, text, pointId }: MinutesAdditionRow): MinutesCorrectionView {
  return { id, at: at.toISOString(), by, text, pointId };
}

/** A correction as the rule takes it: in plain text, with the Danish day it was added. */
export function datedCorrection({ at, by, text }: MinutesAdditionRow): MinutesCorrection {
  return { date: localOf(at.toISOString()).date, by, text: plainText(text) };
}
