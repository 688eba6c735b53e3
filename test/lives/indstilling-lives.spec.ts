import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeUnit } from '../builders/follow-ups.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { script } from './acts.js';
import type { Act, Script } from './acts.js';
import { Lived } from './lived.js';
import type { LivedIndstilling } from './lived.js';
import { ACTORS, answerTo, answerToTakingBack, newestStep, onItsAgenda, sees, waitingAt } from './model.js';
import type { Asked, Life } from './model.js';

/** How many lives are lived, and where they begin: `LIVES=1000 SEED=7`. */
const LIVES = Number(process.env.LIVES ?? 25);
const SEED = process.env.SEED === undefined ? undefined : Number(process.env.SEED);

let api: TestApi;
let lived: Lived;
beforeAll(async () => {
  api = await startTestApi();
  lived = new Lived(api, await makeUnit(api, 'MØB'));
});
afterAll(() => api.stop());

/** Whoever has it, if they take part, sends it on. */
function onwards(life: Life, { actors }: Script): Asked | null {
  const step = waitingAt(life.state);
  const by = step ?? 'author';
  if (!actors.includes(by)) return null;
  return { kind: 'step', by, stale: false, action: step === null ? 'submit' : 'approve', reason: null };
}

/** Two who ask at once are answered as if one had come first: the other had an old version before them then. */
async function atOnce(life: Life, one: LivedIndstilling, both: readonly [Asked, Asked]): Promise<Life> {
  const told = await one.askAtOnce(both);
  const inOrder = (first: 0 | 1): { told: readonly string[]; after: Life } => {
    const a = answerTo(life, both[first]);
    const late = { ...both[1 - first], stale: a.told === '200' } as Asked;
    const b = answerTo(a.after, late);
    return { told: first === 0 ? [a.told, b.told] : [b.told, a.told], after: b.after };
  };
  const orders = [inOrder(0), inOrder(1)];
  const happened = orders.find((order) => order.told.join() === told.join());
  expect(orders.map((order) => order.told.join())).toContain(told.join());
  return happened?.after ?? life;
}

async function happen(life: Life, one: LivedIndstilling, act: Act, of: Script): Promise<Life> {
  switch (act.kind) {
    case 'at-once':
      return atOnce(life, one, act.both);
    case 'asked':
      return asked(life, one, act.asked);
    case 'onwards': {
      const next = onwards(life, of);
      return next === null ? life : asked(life, one, next);
    }
    case 'take-back': {
      const at = newestStep(life);
      const by = act.by ?? (at === null ? null : life.trail[at]?.by) ?? null;
      if (at === null || by === null || !of.actors.includes(by)) return life;
      const { told, after } = answerToTakingBack(life, by);
      expect([act, await one.takeBack(at, by)]).toEqual([act, told]);
      return after;
    }
    case 'place':
      if (life.state !== 'approved' || one.liesOnAPoint) return life;
      await one.placeOnAgenda();
      return onItsAgenda(life, 'place', 'secretariat');
    case 'take-off':
      if (!one.liesOnAPoint || life.state === 'decided') return life;
      await one.takeOffAgenda();
      return life.state === 'on-agenda' ? onItsAgenda(life, 'take-off', 'secretariat') : life;
    default:
      if (life.state !== 'on-agenda') return life;
      await one.stepOfAgenda(act.kind);
      return onItsAgenda(life, act.kind, null);
  }
}

async function asked(life: Life, one: LivedIndstilling, what: Asked): Promise<Life> {
  const { told, after } = answerTo(life, what);
  expect([what, await one.ask(what)]).toEqual([what, told]);
  return after;
}

async function live(whole: Script): Promise<Life> {
  const one = await lived.begin(whole.steps);
  let life = one.atFirst(whole.steps);
  for (const act of whole.acts) {
    life = await happen(life, one, act, whole);
    const { state, texts, submission } = life;
    expect(await one.present()).toEqual({ state, texts, submission });
  }
  expect(await one.seenBy()).toEqual(ACTORS.filter((actor) => sees(life, actor)));
  expect(await one.history()).toEqual({ versions: life.versions, trail: life.trail });
  return life;
}

describe('the life of an indstilling', () => {
  it(
    `has no illegal state, loses no text and leaves a whole history: ${LIVES} of them at random`,
    async () => {
      const ends = new Map<string, number>();
      const property = fc.asyncProperty(script, async (whole) => {
        const { state, trail } = await live(whole);
        ends.set(state, (ends.get(state) ?? 0) + 1);
        ends.set('steps taken', (ends.get('steps taken') ?? 0) + trail.length);
      });
      await fc.assert(property, {
        numRuns: LIVES,
        interruptAfterTimeLimit: 50_000 + LIVES * 3_500,
        markInterruptAsFailure: true,
        ...(SEED === undefined ? {} : { seed: SEED }),
      });
      if (LIVES > 100) console.log(JSON.stringify(Object.fromEntries(ends)));
    },
    60_000 + LIVES * 4_000,
  );
});
