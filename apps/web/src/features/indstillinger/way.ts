import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import type { TakenStep } from '../../../../../libs/contracts/indstilling-trail.js';
import { UNDER_WAY, isBeingWritten } from '../../../../../libs/domain/indstilling/index.js';
import { indstilling as text } from '../../texts/indstilling.js';

/** One stop on the way of an indstilling: what was done, where it is now, or where it goes later. */
export interface Stop {
  readonly kind: 'done' | 'undone' | 'now' | 'later';
  readonly text: string;
  /** When it was done, or since when it is there: an instant in UTC. */
  readonly at: string | null;
  readonly by: string | null;
  /** In whose stead it was done; null in their own right. */
  readonly insteadOf: string | null;
  readonly reason: string | null;
  /** The submitted version that a step was about; null before the first. */
  readonly submission: number | null;
  /** When it was taken back; null for what stands. */
  readonly takenBackAt: string | null;
  /** The step that the one who looks may take back, and until when. */
  readonly regret: { readonly stepId: string; readonly until: string } | null;
}

type Followed = Pick<IndstillingView, 'state' | 'step' | 'steps'>;
const { way } = text;
const NOTHING = {
  at: null,
  by: null,
  insteadOf: null,
  reason: null,
  submission: null,
  takenBackAt: null,
  regret: null,
};

/** The whole way of an indstilling: the steps taken, who has it and since when, and the steps to come. */
export function wayOf(one: Followed, taken: readonly TakenStep[], stateInWords: string): readonly Stop[] {
  const done = taken.map((step): Stop => {
    const { at, by, insteadOf, reason, submission, action, takenBackAt, regretUntil } = step;
    return {
      ...{ kind: takenBackAt === null ? 'done' : 'undone', text: way.done[action], at, by, reason },
      ...{ insteadOf, submission: submission || null, takenBackAt },
      regret: regretUntil === null ? null : { stepId: step.id, until: regretUntil },
    };
  });
  if (!UNDER_WAY.includes(one.state)) return done;
  const since = taken.findLast(({ takenBackAt }) => takenBackAt === null)?.at ?? null;
  const now: Stop = {
    ...NOTHING,
    kind: 'now',
    text: one.state === 'returned' ? way.withAuthor : stateInWords,
    at: since,
  };
  return [...done, now, ...laterThan(one).map((later): Stop => ({ ...NOTHING, kind: 'later', text: later }))];
}

function laterThan({ state, step, steps }: Followed): readonly string[] {
  const end = [way.approved, way.agenda, way.decided];
  if (state === 'approved') return end.slice(1);
  if (state === 'on-agenda') return end.slice(2);
  const waiting = steps.map((kind) => way.at[kind]);
  if (isBeingWritten(state)) return [...waiting, ...end];
  return [...waiting.slice(step === null ? 0 : steps.indexOf(step) + 1), ...end];
}
