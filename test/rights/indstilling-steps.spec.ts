import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { meeting as meetingContract } from '../../libs/contracts/meetings.js';
import { INDSTILLING_ACTIONS, INDSTILLING_STATES, STEP_KINDS } from '../../libs/domain/indstilling/index.js';
import type { IndstillingState } from '../../libs/domain/indstilling/index.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import {
  keepSubmission,
  makeIndstilling,
  putIndstillingInto,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';
import { COLUMNS, makeWorld } from './world.js';
import type { World } from './world.js';

interface Row {
  readonly state: IndstillingState;
  readonly action: string;
  readonly to: string;
  readonly cells: readonly string[];
}

const ROWS = readFileSync('test/rights/indstilling-steps.txt', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line): Row => {
    const [state = '', action = '', to = '', cells = ''] = line.split('|').map((part) => part.trim());
    return { state: state as IndstillingState, action, to, cells: Array.from(cells.replaceAll(' ', '')) };
  });

let api: TestApi;
let world: World;
let id: string;
beforeAll(async () => {
  api = await startTestApi();
  world = await makeWorld(api);
  const fields = { bodyId: thing('body'), unitId: thing('unit') };
  const author = { personId: world.people.get('aut')?.personId };
  id = (await makeIndstilling(api, { ...fields, author })).id;
}, 120_000);
afterAll(() => api.stop());

const thing = (name: string): string => world.things.get(name) ?? '';

/** The point that the indstilling lies on. */
let point: string;
let asked = 0;

/** Puts the indstilling into a state once more, off every point but for the states in which it lies on one. */
async function begin({ state, action }: Row): Promise<void> {
  await api.database.query('UPDATE agenda_point SET indstilling_id = NULL WHERE indstilling_id = $1', [id]);
  for (const table of ['sent_indstilling', 'indstilling_version', 'indstilling_step'])
    await api.database.query(`DELETE FROM ${table} WHERE indstilling_id = $1`, [id]);
  await api.database.query(
    'UPDATE indstilling SET version = 1, submission = 0, approved_submission = NULL WHERE id = $1',
    [id],
  );
  await putIndstillingInto(api, id, state, STEP_KINDS);
  await putMeetingInto(api, thing('approved meeting'), 'held');
  if (state === 'draft') return;
  await keepSubmission(api, id);
  if (state !== 'on-agenda' && state !== 'decided') return;
  const isDrafted = action === 'take-off' || action === 'postpone';
  point = isDrafted
    ? (await makePoint(api, thing('drafting meeting'), 'Sag')).id
    : thing(action === 'decide' ? 'approved open point' : 'sent open point');
  if (isDrafted)
    await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [point, id]);
  else await sendOnPoint(api, point, id);
}

async function ask({ action }: Row, by: SignedIn | null): Promise<ApiAnswer> {
  const meeting = `meetings/${thing('drafting meeting')}`;
  asked += 1;
  switch (action) {
    case 'revise': {
      const sections = { statement: fromPlainText(`Der er ${asked} flere.`) };
      return api.send('patch', `indstillinger/${id}`, { sections }, { ifMatch: 1, by });
    }
    case 'place': {
      const fields = { title: 'Sag', type: 'decision', indstillingId: id };
      return api.send('post', `${meeting}/agenda-points`, fields, { by });
    }
    case 'take-off':
      return api.send('delete', `agenda-points/${point}`, undefined, { ifMatch: 1, by });
    case 'postpone': {
      const to = (await makeMeeting(api, thing('body'), '2026-04-14')).id;
      return api.send('post', `agenda-points/${point}/move`, { meetingId: to }, { ifMatch: 1, by });
    }
    case 'decide': {
      const address = `meetings/${thing('approved meeting')}`;
      const { version } = await api.take(meetingContract, 'get', address);
      return api.send('post', `${address}/close`, undefined, { ifMatch: version, by });
    }
    default: {
      const step = { action, reason: 'Økonomien mangler.' };
      return api.send('post', `indstillinger/${id}/steps`, step, { ifMatch: 1, by });
    }
  }
}

function cellOf({ status, told }: ApiAnswer): string {
  if (told === '409 transition-not-allowed') return 'c';
  if (told === '422 reference-not-found') return 'r';
  const known = { 200: '+', 201: '+', 204: '+', 401: '!', 403: 'x', 404: '-' }[status];
  return known ?? told;
}

describe('the workflow of an indstilling', () => {
  it('has a row for every state and every step that can be asked for in it', () => {
    const onAgenda = ['take-off', 'postpone', 'decide'];
    const expected = INDSTILLING_STATES.flatMap((state) =>
      INDSTILLING_ACTIONS.filter((action) => state === 'on-agenda' || !onAgenda.includes(action)).map(
        (action) => `${state} ${action}`,
      ),
    );
    expect(ROWS.map(({ state, action }) => `${state} ${action}`).sort()).toEqual(expected.sort());
    expect(ROWS.filter(({ cells }) => cells.length !== COLUMNS.length)).toEqual([]);
  });

  it.each(ROWS.map((row) => [`${row.state} | ${row.action}`, row] as const))(
    'answers every role as the table says: %s',
    async (_, row) => {
      const answers: string[] = [];
      for (const column of COLUMNS) {
        await begin(row);
        const cell = cellOf(await ask(row, world.people.get(column) ?? null));
        answers.push(`${column} ${cell}`);
        const { state } = await api.take(indstilling, 'get', `indstillinger/${id}`);
        expect([column, state]).toEqual([column, cell === '+' ? row.to : row.state]);
      }
      expect(answers).toEqual(COLUMNS.map((column, i) => `${column} ${row.cells[i] ?? ''}`));
    },
    60_000,
  );
});
