import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';
import { CANARY, canaryCount, makeTwoWorlds, stopTwoWorlds } from './two-worlds.js';
import type { TwoWorlds } from './two-worlds.js';
import type { Column } from './world.js';

/** `WALKS=300` walks as often as the product promises; a few go with every run. */
const WALKS = Number(process.env.WALKS ?? '12');
const CALLS = 40;

/** Those who may read nothing closed; the author and the guest have one closed thing each, which both worlds share. */
const LOWER_ROLES: readonly Column[] = ['adm', 'ose', 'lea', 'sta', 'oth', 'rea', 'non'];

let worlds: TwoWorlds;
beforeAll(async () => {
  worlds = await makeTwoWorlds();
}, 180_000);
afterAll(() => stopTwoWorlds(worlds));

const PLACES = [
  'meetings/{id}',
  'meetings/{id}/agenda',
  'meetings/{id}/agenda?audience=open',
  'meetings/{id}/agenda-points',
  'meetings/{id}/agenda-versions',
  'meetings/{id}/agenda-versions/1',
  'meetings/{id}/agenda-versions/2',
  'meetings/{id}/sending-check',
  'meetings/{id}/minutes',
  'agenda-points/{id}',
  'agenda-points/{id}/attachments',
  'agenda-points/{id}/decision',
  'attachments/{id}',
  'follow-ups/{id}',
  'follow-ups/{id}/notes',
  'indstillinger/{id}',
  'indstillinger/{id}/attachments',
  'documents/{id}',
  'documents/{id}/file',
  'documents?subjectId={id}',
  'bodies/{id}',
] as const;
const LISTS = [
  'meetings',
  'meetings?limit=2',
  'follow-ups',
  'follow-ups?limit=1',
  'follow-ups?unit=ENH',
  'indstillinger',
  'indstillinger?limit=3',
  'documents',
  'bodies',
] as const;

/** A row of numbers from 0 to below 1 that is the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed * 7919 + 17;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** One call of a walk: an address, and whether it tries to write. */
interface Call {
  readonly method: 'get' | 'patch' | 'post';
  readonly path: string;
}

function walk(seed: number, ids: readonly string[]): Call[] {
  const next = chance(seed);
  const among = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return Array.from({ length: CALLS }, () => {
    if (next() < 0.2) return { method: 'get', path: among(LISTS) };
    const path = among(PLACES).replace('{id}', among(ids));
    const method = next() < 0.85 || path.includes('?') ? 'get' : next() < 0.5 ? 'patch' : 'post';
    return { method, path };
  });
}

/** All that an answer says, but for what differs between any two requests. */
async function told(api: TestApi, by: SignedIn | null, { method, path }: Call): Promise<string> {
  const agent = request(api.app.getHttpServer());
  const call = agent[method](`/api/v1/${path}`).set(by?.headers ?? {});
  const answer = await (method === 'get' ? call : call.set('If-Match', '"999999"').send({}));
  const body = answer.headers['content-type']?.includes('json') ? answer.text : JSON.stringify(answer.body);
  const requestId = answer.get('X-Request-Id');
  const headers = Object.entries(answer.headers as Record<string, string>).filter(
    ([name]) => !/^date$|x-request-id|ratelimit|retry-after/.test(name),
  );
  return `${answer.status} ${JSON.stringify(headers)} ${body.replaceAll(requestId ?? ' ', 'REQUEST')}`;
}

describe('two municipalities that differ only in what is closed', () => {
  it.each(LOWER_ROLES)(
    'answer %s the very same, whatever they ask',
    async (column) => {
      const { plain, secretive, world, secrets } = worlds;
      const by = world.people.get(column) ?? null;
      const ids = [...world.things.values(), ...secrets, randomUUID()];
      const answers = { same: 0, differing: [] as string[] };
      for (let seed = 1; seed <= WALKS; seed += 1) {
        for (const call of walk(seed, ids)) {
          const [here, there] = [await told(plain, by, call), await told(secretive, by, call)];
          expect(there).not.toContain(CANARY);
          if (here === there) answers.same += 1;
          else answers.differing.push(`${call.method} ${call.path}\n${here}\n${there}`);
        }
        if (answers.differing.length > 3) break;
      }
      expect(answers).toEqual({ same: WALKS * CALLS, differing: [] });
    },
    3_600_000,
  );

  it('mark so many closed texts that a leak would show', () => {
    expect(canaryCount()).toBeGreaterThanOrEqual(100);
  });
});
