import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { DecisionView } from '../../../../../libs/contracts/decisions.js';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';
import { Autosave } from '../../lib/autosave/autosave.js';
import { useAutosaving } from '../../lib/autosave/use-autosaving.js';
import type { Saved, Unsaved } from '../../lib/autosave/autosave.js';
import { da } from '../../texts/da.js';
import { decisionIn, isDecisionDraft, savedOf, sendDecision } from './decision-saves.js';
import type { DecisionFields } from './outcomes.js';

/** What is typed into decisions and saved by itself, and each as it was saved last. */
export interface DecisionSaves {
  readonly autosave: Autosave<DecisionFields>;
  readonly savedNow: (pointId: string) => Saved<DecisionFields>;
  /** A decision as it was read, or as it was saved since: an answer may be older than what was saved while it came. */
  readonly newest: (pointId: string, read: DecisionView | null) => DecisionView | null;
}
export type UnsavedDecision = Unsaved<DecisionFields>;

/** Saves what is typed into the decisions of a meeting by itself; `onSaved` takes each that was, before anything else. */
export function useDecisionSaves(
  minutes: MinutesView,
  onSaved: (decision: DecisionView, before: DecisionView | null) => void,
): DecisionSaves {
  const known = useKnown(minutes);
  const told = useRef(onSaved);
  useEffect(() => {
    told.current = onSaved;
  });
  const [autosave] = useState(
    () =>
      new Autosave<DecisionFields>({
        page: `minutes.${minutes.meetingId}`,
        send: async (pointId, typed, version, leaving) => {
          const before = known.current.get(pointId) ?? null;
          const decision = await sendDecision(pointId, typed, version, { before, leaving });
          known.current.set(pointId, decision);
          told.current(decision, before);
          return savedOf(decision);
        },
        readCurrent: (current) => {
          const decision = decisionIn(current);
          if (decision === null) return null;
          known.current.set(decision.pointId, decision);
          return savedOf(decision);
        },
        isDraft: isDecisionDraft,
        faultOf: (typed) =>
          typed.outcome === 'referred' && (typed.referredBodyId ?? null) === null
            ? da.minutes.chooseBodyFirst
            : null,
      }),
  );
  useAutosaving(autosave);
  return {
    autosave,
    savedNow: (pointId) => savedOf(known.current.get(pointId) ?? null),
    newest: (pointId, read) => {
      const kept = known.current.get(pointId);
      return kept !== undefined && kept.version > (read?.version ?? 0) ? kept : read;
    },
  };
}

/** The newest that is known of each decision: what is saved is typed into that. */
function useKnown(minutes: MinutesView) {
  const known = useRef(new Map<string, DecisionView>());
  useEffect(() => {
    for (const { pointId, decision } of minutes.points) {
      const newest = known.current.get(pointId);
      if (decision !== null && decision.version >= (newest?.version ?? 0))
        known.current.set(pointId, decision);
    }
  }, [minutes]);
  return known;
}

/** What is typed into the decision of one point and not saved yet. */
export function useUnsaved({ autosave }: DecisionSaves, pointId: string): UnsavedDecision | undefined {
  return useSyncExternalStore(autosave.unsaved.subscribe, () => autosave.unsaved.get().get(pointId));
}
