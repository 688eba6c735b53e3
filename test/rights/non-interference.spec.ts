import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';
import { addressesIn } from './addresses.js';
import { AskedWorld } from './answers.js';
import type { Call } from './answers.js';
import { canariesIn, canaryCount } from './canaries.js';
import { makeTwoWorlds, stopTwoWorlds, WALKERS } from './two-worlds.js';
import type { TwoWorlds } from './two-worlds.js';
import { CALLS, walk } from './walks.js';

/** `WALKS=300` walks as often as the product promises; a few go with every run. */
const WALKS = Number(process.env.WALKS ?? '3');

let worlds: TwoWorlds;
let here: AskedWorld;
let there: AskedWorld;
beforeAll(async () => {
  worlds = await makeTwoWorlds();
  const known = new Set([...worlds.known, NOBODYS]);
  here = await AskedWorld.of(worlds.plain, known);
  there = await AskedWorld.of(worlds.secretive, known);
}, 300_000);
afterAll(async () => {
  here.close();
  there.close();
  await stopTwoWorlds(worlds);
});

/** Everybody when `WALKS` is set; else one of each kind. */
const SWEPT = process.env.WALKS === undefined ? (['rea', 'gcl'] as const) : WALKERS;
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
    await compare(by, call, pairs);
  }
}

async function compare(by: SignedIn | null, call: Call, pairs: Pairs): Promise<void> {
  const [mine, theirs] = await Promise.all([here.told(by, call), there.told(by, call)]);
  pairs.canaries.push(...canariesIn(theirs));
  if (mine === theirs) pairs.equal += 1;
  else pairs.differing.push(`${call.method} ${call.path} ${JSON.stringify(call.body)}${apart(mine, theirs)}`);
  if (mine === theirs && call.method !== 'GET' && mine.startsWith('2')) pairs.written += 1;
}

/** What was made while walking has another id in the other world. */
function isOfBefore(path: string): boolean {
  const [id] = /[0-9a-f-]{36}/.exec(path) ?? [];
  return id === undefined || worlds.known.has(id);
}

/** What administrators see of closed things, since it is theirs to keep: who is a guest of what, closed standing points. */
function isTheAdministrators(column: string, path: string): boolean {
  return (
    column === 'adm' && /^(memberships|imports|bodies|history\/(body|person)|people\/.*\/record)/.test(path)
  );
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

  it.each(SWEPT)(
    'answer %s the very same at every address there is',
    async (column) => {
      const by = worlds.walkers.get(column) ?? null;
      const pairs: Pairs = { equal: 0, written: 0, differing: [], canaries: [] };
      const paths = (await addressesIn(worlds.secretive)).filter(
        (path) => isOfBefore(path) && !isTheAdministrators(column, path),
      );
      for (const path of paths) await compare(by, { method: 'GET', path }, pairs);
      console.log(`${column}: ${paths.length} addresses, ${pairs.equal} equal pairs of answers.`);
      const { equal, differing, canaries } = pairs;
      expect({ equal, differing, canaries }).toEqual({ equal: paths.length, differing: [], canaries: [] });
    },
    3_600_000,
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
