import fc from 'fast-check';
import { STEP_KINDS } from '../../libs/domain/indstilling/index.js';
import type { StepKind } from '../../libs/domain/indstilling/index.js';
import { ACTORS } from './model.js';
import type { ActorName, Asked } from './model.js';

/** One thing that happens in the life of an indstilling. */
export type Act =
  | { readonly kind: 'asked'; readonly asked: Asked }
  /** Two ask at the same moment, both with the newest version before them. */
  | { readonly kind: 'at-once'; readonly both: readonly [Asked, Asked] }
  /** Whoever has it sends it on: the author submits, the holder of the step approves. */
  | { readonly kind: 'onwards' }
  /** The newest step is taken back: by whoever took it, or by somebody who happens to ask. */
  | { readonly kind: 'take-back'; readonly by: ActorName | null }
  | { readonly kind: 'place' | 'take-off' | 'postpone' | 'decide' };

/** A life to be tried: the steps of its body, those who take part, and what they do. */
export interface Script {
  readonly steps: readonly StepKind[];
  readonly actors: readonly ActorName[];
  readonly acts: readonly Act[];
}

const action = fc.constantFrom(
  ...(['submit', 'approve', 'return', 'reject', 'withdraw'] as const),
  // Withdrawn and rejected there is not much life left: they come less often than their share.
  ...(['submit', 'approve', 'return', 'approve', 'return'] as const),
);
const section = fc.constantFrom('introduction' as const, 'statement' as const);
const text = fc
  .tuple(fc.nat(999), fc.integer({ min: 0, max: 9 }))
  .map(([number, of]) => (of === 0 ? `Der er ${number}. HUSK at spørge.` : `Der er ${number} æbler.`));
const stale = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

function askedBy(actors: readonly ActorName[]): fc.Arbitrary<Asked> {
  const by = fc.constantFrom(...actors);
  const reason = fc.constantFrom(null, 'Økonomien mangler.', 'Spørg FAS først.');
  return fc.oneof(
    fc.record({ kind: fc.constant('step' as const), by, stale, action, reason }),
    fc.record({ kind: fc.constant('write' as const), by, stale, section, text }),
  );
}

function actOf(actors: readonly ActorName[]): fc.Arbitrary<Act> {
  const asked = askedBy(actors);
  const fresh = asked.map((one): Asked => ({ ...one, stale: false }));
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant({ kind: 'onwards' as const }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('asked' as const), asked }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('at-once' as const), both: fc.tuple(fresh, fresh) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('take-back' as const),
        by: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...actors)),
      }),
    },
    { weight: 3, arbitrary: fc.constant({ kind: 'place' as const }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...(['take-off', 'postpone', 'decide'] as const).map((kind) => ({ kind }))),
    },
  );
}

const others = (steps: readonly StepKind[]): readonly ActorName[] =>
  ACTORS.filter((actor) => actor !== 'author' && !steps.some((step) => step === actor));

/** Lives of three to five people: the author, those who hold a step, and whoever else there is room for. */
export const script: fc.Arbitrary<Script> = fc
  .shuffledSubarray([...STEP_KINDS], { minLength: 1 })
  .chain((steps) => {
    const room = { minLength: Math.max(0, 2 - steps.length), maxLength: 4 - steps.length };
    return fc.tuple(fc.constant(steps), fc.shuffledSubarray([...others(steps)], room));
  })
  .chain(([steps, more]) => {
    const actors = ['author' as const, ...steps, ...more];
    const acts = fc.array(actOf(actors), { minLength: 12, maxLength: 40, size: 'max' });
    return acts.map((all) => ({ steps, actors, acts: all }));
  });
