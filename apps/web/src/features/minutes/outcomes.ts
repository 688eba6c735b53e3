import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { ProposalView } from '../../../../../libs/contracts/proposals.js';
import { OUTCOMES } from '../../../../../libs/domain/decision/outcomes.js';
import type { OutcomeCode } from '../../../../../libs/domain/decision/outcomes.js';
import { usualPhrase } from '../../../../../libs/domain/decision/usual-phrase.js';
import { saysTheSame, textToType } from '../../lib/typed-text.js';

/** What a point of each type usually comes to, the most usual first. */
const USUAL: Readonly<Record<AgendaPointView['type'], readonly OutcomeCode[]>> = {
  decision: ['approved', 'approved-with-changes', 'deferred', 'nothing'],
  discussion: ['discussed', 'noted', 'deferred', 'nothing'],
  information: ['noted', 'informed', 'discussed', 'nothing'],
  'written-information': ['noted', 'nothing', 'discussed'],
  standing: ['approved', 'noted', 'informed', 'nothing'],
};

/** The outcomes a type of point usually has, with the one that is chosen; and all of them, those first. */
export function outcomesFor(
  type: AgendaPointView['type'],
  chosen: OutcomeCode | null,
): { usual: readonly OutcomeCode[]; all: readonly OutcomeCode[] } {
  const usual = USUAL[type];
  const others = OUTCOMES.map(({ code }) => code).filter((code) => !usual.includes(code));
  return {
    usual: chosen === null || usual.includes(chosen) ? usual : [...usual, chosen],
    all: [...usual, ...others],
  };
}

/** What is typed of a decision: the outcome, where it sends the point, and the text as one types it. */
export interface DecisionFields {
  readonly outcome: OutcomeCode | null;
  readonly text: string;
  readonly targetMeetingId: string | null;
  readonly referredBodyId: string | null;
}

export const NOTHING_DECIDED: DecisionFields = {
  outcome: null,
  text: '',
  targetMeetingId: null,
  referredBodyId: null,
};

/** The name and the date of what a decision can send a point to. */
export interface Targets {
  readonly bodyName: (id: string | null) => string | null;
  readonly meetingDate: (id: string | null) => string | null;
}

/** What changes when an outcome is chosen: its usual phrase is written where nothing else is. */
export function chooseOutcome(
  now: DecisionFields,
  outcome: OutcomeCode,
  targets: Targets,
): Partial<DecisionFields> {
  const next = {
    outcome,
    targetMeetingId: outcome === 'deferred' ? now.targetMeetingId : null,
    referredBodyId: outcome === 'referred' ? now.referredBodyId : null,
  };
  return { ...next, ...rewritten(now, { ...now, ...next }, targets) };
}

/**
 * What changes when the point is decided as its indstilling proposes; null where nothing is proposed, where something else is
 * written, and where that is what is written.
 */
export function asProposed(
  now: DecisionFields,
  proposal: ProposalView | null,
  targets: Targets,
): DecisionFields | null {
  const text = textToType(proposal?.text ?? []);
  if (proposal === null || !isFree(now, targets) || saysTheSame(now.text, text)) return null;
  return { outcome: proposal.outcome, text, targetMeetingId: null, referredBodyId: null };
}

/** What changes when the place a point is sent to is chosen: the phrase names it. */
export function chooseTarget(
  now: DecisionFields,
  target: Partial<Pick<DecisionFields, 'targetMeetingId' | 'referredBodyId'>>,
  targets: Targets,
): Partial<DecisionFields> {
  return { ...target, ...rewritten(now, { ...now, ...target }, targets) };
}

/** The phrase of a decision, as the api writes it too. */
export function phraseOf(fields: DecisionFields, targets: Targets): string {
  if (fields.outcome === null) return '';
  return usualPhrase(fields.outcome, {
    meetingDate: targets.meetingDate(fields.targetMeetingId),
    bodyName: targets.bodyName(fields.referredBodyId),
  });
}

/** Nobody has written anything but the phrase that comes by itself. */
function isFree(now: DecisionFields, targets: Targets): boolean {
  return now.text.trim() === '' || saysTheSame(now.text, phraseOf(now, targets));
}

function rewritten(now: DecisionFields, next: DecisionFields, targets: Targets): { text?: string } {
  return isFree(now, targets) ? { text: phraseOf(next, targets) } : {};
}
