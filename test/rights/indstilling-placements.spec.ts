import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role, Actor } from '../../libs/domain/rights/index.js';
import { placementsOf } from '../../libs/features/indstillinger/indstilling.access.js';
import {
  WITH_CLOSED_PAPERS,
  barredFrom,
  onReadablePoint,
  sightParameters,
  submissionRead,
  withoutClosedOf,
} from '../../libs/features/indstillinger/indstilling.conditions.js';
import { onPointsFor } from '../../libs/features/indstillinger/placement.policy.js';
import type { OnPoints } from '../../libs/features/indstillinger/placement.policy.js';
import { IndstillingRow } from '../../libs/features/indstillinger/index.js';
import { reachOf } from '../../libs/features/organisation/index.js';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

const HOW_MANY = 240;

let api: TestApi;
let bodies: string[];
const points: string[] = [];
beforeAll(async () => {
  api = await startTestApi();
  bodies = [];
  for (let i = 0; i < 3; i += 1) bodies.push(await makeBodyWithSteps(api));
  await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [bodies[2]]);
  const { id: like } = await makeIndstilling(api, { bodyId: bodies[0] });
  const chance = chanceFrom(20_260_310);
  for (let i = 0; i < HOW_MANY; i += 1) await addIndstilling(like, chance);
}, 120_000);
afterAll(() => api.stop());

/** Numbers below a bound, the same in every run. */
function chanceFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

/** An indstilling with three submissions, on up to three points of meetings of their own. */
async function addIndstilling(like: string, chance: (bound: number) => number): Promise<void> {
  const id = newId();
  await api.database.query(
    `INSERT INTO indstilling (id, body_id, template, title, author, sections, state, submission, approved_submission)
     SELECT $1, body_id, template, title, author, sections, 'withdrawn', 3, $3 FROM indstilling WHERE id = $2`,
    [id, like, chance(3) === 0 ? null : 3],
  );
  await api.database.query(
    `INSERT INTO indstilling_version (indstilling_id, number, content, content_hash)
     SELECT $1, number, '{}', 'x' FROM generate_series(1, 3) AS number`,
    [id],
  );
  for (let i = chance(4); i > 0; i -= 1) await addPlacement(id, chance);
}

async function addPlacement(id: string, chance: (bound: number) => number): Promise<void> {
  const [meetingId, pointId, parentId] = [newId(), newId(), newId()];
  const { database } = api;
  const one = <Value>(...values: readonly Value[]): Value | undefined => values[chance(values.length)];
  await database.query(
    `INSERT INTO meeting (id, body_id, kind, date, state) VALUES ($1, $2, 'ordinary', '2026-03-10', $3)`,
    [meetingId, one(...bodies), one('sent', 'sent', 'held', 'drafting')],
  );
  for (const [of, parent] of [
    [parentId, null],
    [pointId, one(parentId, null)],
  ] as const)
    await database.query(
      `INSERT INTO agenda_point (id, meeting_id, parent_id, position, title, type, visibility, withdrawn, frozen_number,
         indstilling_id) VALUES ($1, $2, $3, $8, 'Sag', 'decision', $4, $5, $6, $7)`,
      [
        ...[of, meetingId, parent, one('open', 'open', 'open', 'closed'), chance(6) === 0],
        ...[chance(5) === 0 ? null : '1', of === pointId ? id : null, of === pointId ? 1 : 0],
      ],
    );
  for (const number of [1, 2].slice(0, chance(3))) {
    const versionId = newId();
    await database.query(
      `INSERT INTO agenda_version (id, meeting_id, number, sent_at, content, content_hash)
       VALUES ($1, $2, $3, '2026-03-01'::timestamptz + $4 * interval '1 second', '{"points": []}', 'x')`,
      [versionId, meetingId, number, chance(1_000_000)],
    );
    if (chance(4) > 0) await addSent(versionId, pointId, id, chance(3) + 1);
  }
  if (chance(4) === 0) await addSent(null, pointId, id, chance(3) + 1);
  points.push(pointId);
}

const addSent = (versionId: string | null, pointId: string, id: string, submission: number) =>
  api.database.query(
    'INSERT INTO sent_indstilling (version_id, point_id, indstilling_id, submission) VALUES ($1, $2, $3, $4)',
    [versionId, pointId, id, submission],
  );

const grants = (role: Role, scopes: readonly (string | undefined)[]): Actor['grants'] =>
  scopes.map((scope = '') => ({ role, bodyId: scope, unitId: scope, pointId: scope }));
const everySecond = (from: number): string[] => points.filter((_, i) => i % 2 === from);

const PEOPLE: Readonly<Record<string, () => Partial<Actor>>> = {
  stranger: () => ({}),
  reader: () => ({ grants: grants('reader', bodies.slice(0, 1)) }),
  administrator: () => ({ grants: grants('administrator', ['']) }),
  'member of an open body': () => ({ grants: grants('member', bodies.slice(1, 2)) }),
  'member of the closed body and reader': () => ({
    grants: [...grants('member', bodies.slice(2)), ...grants('reader', bodies.slice(0, 1))],
  }),
  secretariat: () => ({ grants: grants('secretariat', bodies.slice(0, 1)) }),
  'guest of every second point': () => ({ grants: grants('guest', everySecond(0)) }),
  'reader and guest': () => ({
    grants: [...grants('administrator', ['']), ...grants('guest', everySecond(1))],
  }),
  'director, disqualified on every second point': () => ({
    ...{ grants: grants('director', ['']), disqualifiedFrom: everySecond(0) },
  }),
};

describe('what is read of an indstilling through its points', () => {
  it.each(Object.keys(PEOPLE))('is the same in a list as by itself: %s', async (name) => {
    const actor: Actor = {
      ...{ personId: newId(), product: false, grants: [], disqualifiedFrom: [], viewedBy: null },
      ...PEOPLE[name]?.(),
    };
    const tx = api.app.get(Transactions).reader;
    const reach = await reachOf(tx, actor);
    const listed = await tx
      .createQueryBuilder(IndstillingRow, 'i')
      .select('i.id', 'id')
      .addSelect('i.approved_submission', 'approved')
      .addSelect(submissionRead('i'), 'submission')
      .addSelect(onReadablePoint('i', WITH_CLOSED_PAPERS), 'withClosedPapers')
      .addSelect(barredFrom('i'), 'barred')
      .addSelect(withoutClosedOf('i'), 'withoutClosed')
      .setParameters(sightParameters(reach))
      .getRawMany<OnPoints & { id: string; approved: number | null }>();
    const judged: typeof listed = [];
    for (const { id, approved } of listed) {
      const found = onPointsFor(actor, await placementsOf(tx, reach, id), approved);
      judged.push({ id, approved, ...found });
    }
    expect(listed).toEqual(judged);
    const read = new Set(judged.map(({ submission }) => submission));
    expect([name, read.size]).toEqual([name, name === 'stranger' ? 1 : 4]);
  });
});
