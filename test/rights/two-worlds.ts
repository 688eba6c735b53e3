import { attachment } from '../../libs/contracts/attachments.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { decide, makeFollowUp } from '../builders/follow-ups.js';
import { makePoint, paragraph } from '../builders/meetings.js';
import { copyOfDatabase } from '../support/database.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi, TestApiOptions } from '../support/test-api.js';
import { makeWorld } from './world.js';
import type { World } from './world.js';

/** Two municipalities that differ only in what is closed, and what lower roles ask in both. */
export interface TwoWorlds {
  readonly plain: TestApi;
  /** The same with more, other and changed closed things. */
  readonly secretive: TestApi;
  readonly world: World;
  /** Ids of closed things that only the secretive one has. */
  readonly secrets: readonly string[];
}

/** What every closed text of the secretive world holds, numbered, so that one that leaks tells where it stood. */
export const CANARY = 'KANARIEFUGL';
let canaries = 0;

function canary(): string {
  canaries += 1;
  return `${CANARY}-${canaries}`;
}

/** How many closed texts have been marked. */
export function canaryCount(): number {
  return canaries;
}

export async function makeTwoWorlds(options: TestApiOptions = {}): Promise<TwoWorlds> {
  const first = await startTestApi();
  const world = await makeWorld(first);
  const { database, everybody } = first;
  // What is open is the same in both: also what the corrections below send with the closed things.
  await send(first, idOf(world, 'sent meeting'));
  await first.app.close();
  const copy = await copyOfDatabase(database, 'secretive');
  const plain = await startTestApi({ database });
  const secretive = await startTestApi({ ...options, database: copy });
  const again = (api: TestApi): TestApi => ({ ...api, everybody });
  const secrets = await makeSecretive(again(secretive), world);
  return { plain: again(plain), secretive: again(secretive), world, secrets };
}

const idOf = (world: World, name: string): string => world.things.get(name) ?? '';

/** Adds, changes and reorders closed things, through the product where it lets them be, else in the rows. */
async function makeSecretive(api: TestApi, world: World): Promise<string[]> {
  const secrets: string[] = [];
  for (const name of ['drafting', 'sent', 'held', 'in-review', 'approved'])
    await rewriteClosedPoint(api, idOf(world, `${name} closed point`), idOf(world, `${name} meeting`));
  secrets.push(...(await addClosedPoints(api, idOf(world, 'drafting meeting'))));
  secrets.push(...(await addClosedPoints(api, idOf(world, 'sent meeting'))));
  const open = idOf(world, 'sent open point');
  for (let i = 0; i < 3; i += 1) secrets.push(await closedAttachment(api, open));
  for (let i = 0; i < 2; i += 1) await sendCorrection(api, idOf(world, 'sent meeting'));
  secrets.push(...(await closedDecisions(api, world)));
  return secrets;
}

/** Another title, text, time and reason; in the sent versions too, as if it had always been so. */
async function rewriteClosedPoint(api: TestApi, pointId: string, meetingId: string): Promise<void> {
  const [title, purpose, reason] = [canary(), JSON.stringify(paragraph(canary())), canary()];
  await api.database.query(
    `UPDATE agenda_point SET title = $2, purpose = $3::jsonb, closed_reason = $4, minutes = 37, responsible = $5
     WHERE id = $1`,
    [pointId, title, purpose, reason, canary()],
  );
  await api.database.query(`UPDATE attachment SET title = $2 WHERE point_id = $1`, [pointId, canary()]);
  await api.database.query(
    `UPDATE agenda_version SET content = jsonb_set(content, '{points}', (
       SELECT jsonb_agg(CASE WHEN p->>'id' = $2 THEN p || jsonb_build_object('title', $3::text, 'minutes', 37) ELSE p END)
       FROM jsonb_array_elements(content->'points') p)) WHERE meeting_id = $1`,
    [meetingId, pointId, title],
  );
}

async function addClosedPoints(api: TestApi, meetingId: string): Promise<string[]> {
  const secrets: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const { id } = await makePoint(api, meetingId, canary(), {
      ...{ minutes: 5 + i, type: 'decision', visibility: 'closed', closedReason: canary() },
      ...{ purpose: paragraph(canary()), method: canary(), responsible: canary(), lateReason: canary() },
      position: i,
    });
    secrets.push(id, await closedAttachment(api, id), await closedAttachment(api, id));
  }
  return secrets;
}

async function closedAttachment(api: TestApi, pointId: string): Promise<string> {
  const fields = { title: canary(), visibility: 'closed' };
  return (await api.take(attachment, 'post', `agenda-points/${pointId}/attachments`, fields)).id;
}

async function sendCorrection(api: TestApi, meetingId: string): Promise<void> {
  await addClosedPoints(api, meetingId);
  await send(api, meetingId);
}

async function send(api: TestApi, meetingId: string): Promise<void> {
  const { version } = (await api.send('get', `meetings/${meetingId}`)).body as { version: number };
  await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, {}, { ifMatch: version });
}

/** Decisions, dissents and follow-ups of closed points, where minutes are still drafted. */
async function closedDecisions(api: TestApi, world: World): Promise<string[]> {
  const pointId = idOf(world, 'held closed point');
  await decide(api, pointId, `${canary()}. FAS følger op.`, 1);
  const secrets: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    const fields = { action: canary(), unitId: idOf(world, 'unit'), responsible: canary() };
    const { id } = await makeFollowUp(api, { pointId }, fields);
    await api.database.query(`UPDATE follow_up SET stage = 'issued' WHERE id = $1`, [id]);
    secrets.push(id);
  }
  await api.database.query(`UPDATE decision SET text = $1::jsonb WHERE point_id = ANY($2::uuid[])`, [
    JSON.stringify(paragraph(canary())),
    [idOf(world, 'in-review closed point'), idOf(world, 'approved closed point')],
  ]);
  return secrets;
}

export async function stopTwoWorlds({ plain, secretive }: TwoWorlds): Promise<void> {
  await secretive.stop();
  await plain.stop();
}
