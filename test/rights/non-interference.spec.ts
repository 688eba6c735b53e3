import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from '../support/test-api.js';
import { AskedWorld, idsIn } from './answers.js';
import type { Call } from './answers.js';
import { canariesIn, canaryCount } from './canaries.js';
import { makeTwoWorlds, stopTwoWorlds, WALKERS } from './two-worlds.js';
import type { TwoWorlds } from './two-worlds.js';
import { CALLS, walk } from './walks.js';

/** `WALKS=300` walks as often as the product promises; a few go with every run. */
const WALKS = Number(process.env.WALKS ?? '5');

let worlds: TwoWorlds;
let here: AskedWorld;
let there: AskedWorld;
beforeAll(async () => {
  worlds = await makeTwoWorlds();
  const known = new Set([...(await idsIn(worlds.plain.database)), ...worlds.secrets, NOBODYS]);
  here = await AskedWorld.of(worlds.plain, known);
  there = await AskedWorld.of(worlds.secretive, known);
}, 300_000);
afterAll(async () => {
  here.close();
  there.close();
  await stopTwoWorlds(worlds);
});

const NOBODYS = randomUUID();

/** How a walk went: the pairs that were equal, those that were writes let through, and those that differed. */
interface Pairs {
  equal: number;
  written: number;
  readonly differing: string[];
  readonly canaries: string[];
}

/** Where two answers part, with some of what stands around it. */
function apart(mine: string, theirs: string): string {
  const at = Array.from(mine).findIndex((letter, i) => letter !== theirs[i]);
  const around = (text: string): string => text.slice(Math.max(0, at - 200), at + 300);
  return `\n${around(mine)}\n${around(theirs)}`;
}

async function walkOnce(column: string, seed: number, pairs: Pairs): Promise<void> {
  const by = worlds.walkers.get(column) ?? null;
  const ids = [...worlds.things.values(), ...worlds.secrets, NOBODYS];
  for (const step of walk(seed, worlds.things, ids)) {
    const ifMatch = step.writesTo === undefined ? undefined : await here.etag(by, step.writesTo);
    const call: Call = ifMatch === undefined ? step : { ...step, ifMatch };
    const [mine, theirs] = await Promise.all([here.told(by, call), there.told(by, call)]);
    pairs.canaries.push(...canariesIn(theirs));
    if (mine === theirs) pairs.equal += 1;
    else
      pairs.differing.push(`${call.method} ${call.path} ${JSON.stringify(call.body)}${apart(mine, theirs)}`);
    if (mine === theirs && call.method !== 'GET' && mine.startsWith('2')) pairs.written += 1;
  }
}

/** What the documents print that the open audience has, or an indstilling's readers, in the order they were asked for. */
function sourcesIn({ database }: TestApi): Promise<unknown[]> {
  return database.query(
    `SELECT kind, subject_id, audience, source_state, file_name, source FROM document
     WHERE audience = 'open' OR (kind = 'indstilling' AND subject_id = ANY($1::uuid[])) ORDER BY created_at, id`,
    [[...worlds.things.values()]],
  );
}

describe('two municipalities that differ only in what is closed', () => {
  it.each(WALKERS)(
    'answer %s the very same, whatever they ask and write',
    async (column) => {
      if (column !== 'adm') await worlds.hideFromAllButAdministrators();
      const pairs: Pairs = { equal: 0, written: 0, differing: [], canaries: [] };
      for (let seed = 1; seed <= WALKS && pairs.differing.length <= 3; seed += 1)
        await walkOnce(column, seed, pairs);
      console.log(
        `${column}: ${WALKS} walks, ${pairs.equal} equal pairs of answers, ${pairs.written} of them writes.`,
      );
      const { equal, differing, canaries } = pairs;
      expect({ equal, differing, canaries }).toEqual({ equal: WALKS * CALLS, differing: [], canaries: [] });
    },
    14_400_000,
  );

  it('print the very same in the documents that were asked for on the way', async () => {
    const [mine, theirs] = [await sourcesIn(worlds.plain), await sourcesIn(worlds.secretive)];
    expect(theirs).toEqual(mine);
    expect(mine.length).toBeGreaterThan(3);
    console.log(`${mine.length} documents print the same.`);
  });

  it('mark so many closed texts that a leak would show', () => {
    expect(canaryCount()).toBeGreaterThanOrEqual(100);
  });
});
