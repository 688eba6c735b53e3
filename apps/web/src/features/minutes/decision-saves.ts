import type { DecisionView, SaveDecision } from '../../../../../libs/contracts/decisions.js';
import { ApiError } from '../../lib/api/problem.js';
import type { Saved } from '../../lib/autosave/autosave.js';
import type { KeptDraft } from '../../lib/autosave/drafts.js';
import { getDecision, saveDecision } from './api/minutes.js';
import { NOTHING_DECIDED } from './outcomes.js';
import type { DecisionFields } from './outcomes.js';
import { textToType, typedText } from '../../lib/typed-text.js';

/** A decision as one types into it; version 0: there is none yet. */
export function savedOf(decision: DecisionView | null): Saved<DecisionFields> {
  if (decision === null) return { fields: NOTHING_DECIDED, version: 0 };
  const { outcome, text, targetMeetingId, referredBodyId, version } = decision;
  return { fields: { outcome, text: textToType(text), targetMeetingId, referredBodyId }, version };
}

/**
 * Writes what was typed to a decision, with all else that it says. A first decision that somebody else was first with is
 * told as a stale version, with theirs.
 */
export async function sendDecision(
  pointId: string,
  typed: Partial<DecisionFields>,
  version: number,
  { before, leaving }: { readonly before: DecisionView | null; readonly leaving: boolean },
): Promise<DecisionView> {
  try {
    return await saveDecision(pointId, version, wholeOf(typed, before), leaving);
  } catch (error) {
    if (version > 0 || !(error instanceof ApiError) || error.problem.code !== 'if-match-required')
      throw error;
    const current = await getDecision(pointId);
    throw new ApiError({ code: 'stale-version', status: 412, current });
  }
}

function wholeOf({ text, ...typed }: Partial<DecisionFields>, before: DecisionView | null): SaveDecision {
  const stood = before?.text ?? [];
  return {
    outcome: before?.outcome ?? null,
    targetMeetingId: before?.targetMeetingId ?? null,
    referredBodyId: before?.referredBodyId ?? null,
    absent: before?.absent ?? [],
    disqualified: before?.disqualified ?? [],
    prevented: before?.prevented ?? [],
    dissents: before?.dissents ?? [],
    votes: before?.votes ?? null,
    ...typed,
    text: text === undefined ? stood : typedText(text, stood),
  };
}

/** The decision in a refusal of a stale version, or null when it is none. */
export function decisionIn(current: unknown): DecisionView | null {
  const isDecision = isRecord(current) && typeof current.pointId === 'string' && Array.isArray(current.text);
  // The tests of the api hold its refusals to the contract.
  return isDecision ? (current as DecisionView) : null;
}

/** Whether something kept on the device is a draft of a decision. */
export function isDecisionDraft(kept: unknown): kept is KeptDraft<DecisionFields> {
  return (
    isRecord(kept) &&
    isRecord(kept.typed) &&
    isRecord(kept.base) &&
    typeof kept.base.text === 'string' &&
    typeof kept.version === 'number'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
