import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { historyEvent } from '../../libs/contracts/history.js';
import { meetingInSession, paragraph } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let meetingId: string;
let pointId: string;

beforeAll(async () => {
  api = await startTestApi();
  const made = await meetingInSession(api, ['Tilsyn']);
  ({ bodyId, meetingId } = made);
  pointId = made.points[0]?.id ?? '';
});
afterAll(() => api.stop());

/** The newest event of a history that has a name, as somebody reads it who may read all. */
async function newest(kind: string, id: string, name: string) {
  const { items } = await api.take(pageOf(historyEvent), 'get', `history/${kind}/${id}`);
  return items.find((item) => item.name === name);
}

/** Whether any event row holds a word; texts that stand beside them are not looked at. */
async function isInSomeEvent(word: string): Promise<boolean> {
  return (
    (await api.database.query('SELECT 1 FROM event WHERE strpos(event::text, $1) > 0', [word])).length > 0
  );
}

async function changed(path: string, fields: object, ifMatch: number): Promise<void> {
  expect((await api.send('patch', path, fields, { ifMatch })).told).toBe('200');
}

describe('what is changed', () => {
  it('of a body or an open point is told field by field, with who did it', async () => {
    await changed(`bodies/${bodyId}`, { settings: { start: '10:00' } }, 1);
    const event = await newest('body', bodyId, 'body.changed');
    expect(event?.changes).toMatchObject([
      { field: 'settings', before: { start: '09:00' }, after: { start: '10:00' } },
    ]);
    expect(event?.person?.id).toBe(api.everybody.personId);
    await api.database.query(`UPDATE meeting SET state = 'drafting' WHERE id = $1`, [meetingId]);
    await changed(`agenda-points/${pointId}`, { title: 'Tilsyn i juli', minutes: 20 }, 1);
    expect((await newest('agenda-point', pointId, 'agenda-point.changed'))?.changes).toEqual([
      { field: 'title', before: 'Tilsyn', after: 'Tilsyn i juli', withheld: false },
      { field: 'minutes', before: null, after: 20, withheld: false },
    ]);
  });

  it('of a closed point is told to those who may read it, and its words stand in no event', async () => {
    await changed(
      `agenda-points/${pointId}`,
      { visibility: 'closed', closedReason: 'Personsag Kanariefugl' },
      2,
    );
    await changed(`agenda-points/${pointId}`, { title: 'Kanariefugl i buret' }, 3);
    expect((await newest('agenda-point', pointId, 'agenda-point.changed'))?.changes).toEqual([
      { field: 'title', before: 'Tilsyn i juli', after: 'Kanariefugl i buret', withheld: false },
    ]);
    expect(await isInSomeEvent('Kanariefugl')).toBe(false);
  });

  it('of a decision and an attachment stands under its hash, since the point may be closed', async () => {
    const paper = { title: 'Kanariefuglens bilag', visibility: 'open' };
    const made = await api.send('post', `agenda-points/${pointId}/attachments`, paper);
    expect(made.told).toBe('201');
    await api.database.query(`UPDATE meeting SET state = 'in-session' WHERE id = $1`, [meetingId]);
    const decision = { outcome: 'noted', text: paragraph('Kanariefuglen blev taget til efterretning.') };
    expect((await api.send('put', `agenda-points/${pointId}/decision`, decision)).told).toBe('200');
    expect(await isInSomeEvent('Kanariefugl')).toBe(false);
    const [{ id }] = (await api.database.query<{ id: string }>('SELECT id FROM decision')) as [
      { id: string },
    ];
    expect((await newest('decision', id, 'decision.recorded'))?.changes).toContainEqual({
      ...{ field: 'text', before: null, after: decision.text, withheld: false },
    });
  });

  it('counts nothing that keeps its value', async () => {
    const present = await api.send('get', `bodies/${bodyId}`);
    const { version } = present.body as { version: number };
    await changed(`bodies/${bodyId}`, { settings: { start: '10:00' } }, version);
    expect((await newest('body', bodyId, 'body.changed'))?.changes).toEqual([]);
  });
});
