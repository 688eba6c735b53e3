import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { decision } from '../../libs/contracts/decisions.js';
import { documentView } from '../../libs/contracts/documents.js';
import { followUp } from '../../libs/contracts/follow-ups.js';
import { historyEvent } from '../../libs/contracts/history.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { openSession } from '../support/sign-in.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';
import { send } from './closed-things.js';
import { makeCommonWorld } from './two-worlds.js';
import type { CommonWorld } from './two-worlds.js';

let api: TestApi;
let world: CommonWorld;
beforeAll(async () => {
  api = await startTestApi();
  world = await makeCommonWorld(api);
}, 120_000);
afterAll(() => api.stop());

const idOf = (name: string): string => {
  const id = world.things.get(name);
  if (id === undefined) throw new Error(`There is no ${name}.`);
  return id;
};
const as = (column: string): SignedIn => {
  const by = world.walkers.get(column);
  if (!by) throw new Error(`There is no ${column}.`);
  return by;
};
const sourceOf = async (id: string): Promise<string> => {
  const rows = await api.database.query<{ source: string }>(
    'SELECT source::text FROM document WHERE id = $1',
    [id],
  );
  return rows[0]?.source ?? '';
};
const printed = async (by: SignedIn, path: string, fields: object): Promise<string> => {
  const { id } = await api.take(documentView, 'post', `${path}/documents`, fields, { by });
  return sourceOf(id);
};

describe('the document of an indstilling', () => {
  let path: string;
  let bodyId: string;
  beforeAll(() => {
    bodyId = idOf('body');
  });

  /** An indstilling that lies on a point of a meeting on 5 June, by an author who sees no draft of an agenda. */
  async function lyingOn(visibility: 'open' | 'closed'): Promise<{ author: SignedIn; meetingId: string }> {
    const { id: meetingId } = await makeMeeting(api, bodyId, '2026-06-09');
    const closed = visibility === 'closed' ? { closedReason: 'Personsag' } : {};
    const point = await makePoint(api, meetingId, 'Et punkt', { minutes: 5, visibility, ...closed });
    const author = await api.signIn([{ role: 'staff', unitId: idOf('unit') }]);
    const { id } = await makeIndstilling(api, {
      ...{ bodyId, unitId: idOf('unit'), author: { personId: author.personId } },
    });
    await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [point.id, id]);
    await putMeetingInto(api, meetingId, 'drafting');
    path = `indstillinger/${id}`;
    return { author, meetingId };
  }

  it('names the day of its meeting once the agenda is sent, and not from a draft of it', async () => {
    const { author, meetingId } = await lyingOn('open');
    expect(await printed(author, path, {})).not.toContain('9. juni 2026');
    await send(api, meetingId);
    expect(await printed(author, path, {})).toContain('9. juni 2026');
  });

  it('names no day of a closed point to those who do not read it', async () => {
    const { author, meetingId } = await lyingOn('closed');
    await send(api, meetingId);
    expect(await printed(author, path, {})).not.toContain('9. juni 2026');
  });

  it('is there for the open audience once it lies on an open point that was sent, and not before, closed or not', async () => {
    const told: string[] = [];
    const ask = async (by: SignedIn) =>
      told.push((await api.send('post', `${path}/documents`, { audience: 'open' }, { by })).told);
    const open = await lyingOn('open');
    await ask(open.author);
    await send(api, open.meetingId);
    await ask(open.author);
    const closed = await lyingOn('closed');
    await ask(closed.author);
    await send(api, closed.meetingId);
    await ask(closed.author);
    const refused = '422 not-for-this-audience';
    expect(told).toEqual([refused, '202', refused, refused]);
  });
});

describe('a decision that sends its point to a closed body', () => {
  const refer = (by: SignedIn, ifMatch: number) =>
    api.take(
      ...([decision, 'put', `agenda-points/${idOf('held open point')}/decision`] as const),
      { outcome: 'referred', referredBodyId: idOf('closed body') },
      { by, ifMatch },
    );

  it('does not name it in the words of an open point, nor in the minutes', async () => {
    const saved = await refer(api.everybody, 1);
    expect(saved.referredBodyId).toBe(idOf('closed body'));
    expect(JSON.stringify(saved.text)).not.toContain('Forhandlingsudvalget');
    await api.database.query(`UPDATE minutes SET state = 'approved' WHERE meeting_id = $1`, [
      idOf('held meeting'),
    ]);
    const asked = [
      `agenda-points/${idOf('held open point')}/decision`,
      `meetings/${idOf('held meeting')}/minutes`,
    ];
    for (const column of ['rea', 'mem', 'sec', 'oth'])
      for (const path of asked) {
        const answer = await api.send('get', path, undefined, { by: as(column) });
        expect([answer.told, JSON.stringify(answer.body).includes(idOf('closed body'))]).toEqual([
          '200',
          false,
        ]);
      }
    const document = { kind: 'minutes', audience: 'open' };
    expect(await printed(as('rea'), `meetings/${idOf('held meeting')}`, document)).not.toContain(
      'Forhandlings',
    );
    expect(
      await printed(as('mem'), `meetings/${idOf('held meeting')}`, { kind: 'minutes', audience: 'all' }),
    ).not.toContain('Forhandlings');
    await api.database.query(`UPDATE minutes SET state = 'draft' WHERE meeting_id = $1`, [
      idOf('held meeting'),
    ]);
  });

  it('keeps it when somebody saves the decision who does not see where it goes', async () => {
    const path = `agenda-points/${idOf('held open point')}/decision`;
    const seen = await api.take(decision, 'get', path, undefined, { by: as('sec') });
    const { outcome, text, targetMeetingId, referredBodyId } = seen;
    const again = { outcome, text, targetMeetingId, referredBodyId };
    await api.take(decision, 'put', path, again, { by: as('sec'), ifMatch: seen.version });
    const rows = await api.database.query<{ to: string }>(
      'SELECT target_body_id AS to FROM decision WHERE point_id = $1',
      [idOf('held open point')],
    );
    expect(rows[0]?.to).toBe(idOf('closed body'));
  });
});

describe('the progress of a document', () => {
  /** Follows it until the stream ends; gives what has been said so far. */
  async function follow(
    by: SignedIn,
  ): Promise<{ said: () => string; ended: () => boolean; leave: () => void }> {
    if (!api.app.getHttpServer().listening) await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    let said = '';
    let ended = false;
    const path = `/api/v1/documents/${idOf('agenda document for open')}/progress`;
    const sent = request({ host: '127.0.0.1', port, path, headers: by.headers }, (answer) => {
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (said += chunk)).on('close', () => (ended = true));
    });
    sent.on('error', () => (ended = true)).end();
    await until(() => Promise.resolve(said.includes('"progress":')));
    return { said: () => said, ended: () => ended, leave: () => sent.destroy() };
  }

  const work = async (percent: number): Promise<void> => {
    const id = idOf('agenda document for open');
    await api.database.query('UPDATE document SET progress = $2 WHERE id = $1', [id, percent]);
    await api.database.query(`SELECT pg_notify('document', $1)`, [id]);
  };

  it.each<[string, (by: SignedIn) => Promise<unknown>, number]>([
    [
      'whose membership has ended',
      (by) =>
        api.database.query(
          `UPDATE membership SET valid_from = '2020-01-01', valid_to = '2020-01-02' WHERE person_id = $1`,
          [by.personId],
        ),
      11,
    ],
    ['who has signed out', (by) => api.send('post', 'session/end', { everywhere: false }, { by }), 12],
    [
      'who was deactivated',
      (by) => api.database.query('UPDATE person SET active = false WHERE id = $1', [by.personId]),
      13,
    ],
    [
      'whose session has come to its end',
      (by) => api.database.query('UPDATE session SET ends_at = now() WHERE person_id = $1', [by.personId]),
      14,
    ],
  ])('ends for somebody %s, and says nothing more', async (_, lose, percent) => {
    const by = await api.signIn([{ role: 'reader', bodyId: idOf('body') }]);
    const stream = await follow(by);
    await lose(by);
    await work(percent);
    await until(() => Promise.resolve(stream.ended()));
    expect(stream.said()).not.toContain(`"progress":${percent}`);
  });

  it('goes on for those who still see it, and does not keep their session from growing idle', async () => {
    const by = await openSession(api.database.url, as('rea').personId);
    await api.database.query(
      `UPDATE session SET last_seen_at = now() - interval '5 minutes' WHERE csrf_token = $1`,
      [by.headers['x-csrf-token']],
    );
    const stream = await follow(by);
    await api.database.query(
      `UPDATE session SET last_seen_at = now() - interval '5 minutes' WHERE csrf_token = $1`,
      [by.headers['x-csrf-token']],
    );
    await work(21);
    await until(() => Promise.resolve(stream.said().includes('"progress":21')));
    const rows = await api.database.query<{ idle: boolean }>(
      `SELECT last_seen_at < now() - interval '4 minutes' AS idle FROM session WHERE csrf_token = $1`,
      [by.headers['x-csrf-token']],
    );
    expect(rows).toEqual([{ idle: true }]);
    stream.leave();
  });
});

describe('the minutes of a meeting with two points for one guest', () => {
  it('hold the point that was sent, and not the one that never was', async () => {
    await api.database.query(
      `INSERT INTO agenda_point (id, meeting_id, position, title, type, visibility)
       VALUES (gen_random_uuid(), $1, 90, 'Aldrig sendt', 'discussion', 'open')`,
      [idOf('approved meeting')],
    );
    await api.database.query(
      `INSERT INTO membership (id, person_id, role, point_id)
       SELECT gen_random_uuid(), $1, 'guest', id FROM agenda_point WHERE title = 'Aldrig sendt'`,
      [as('gop').personId],
    );
    const by = await openSession(api.database.url, as('gop').personId);
    const answer = await api.send('get', `meetings/${idOf('approved meeting')}/minutes`, undefined, { by });
    expect(answer.told).toBe('200');
    expect(JSON.stringify(answer.body)).toContain('Punkt approved open');
    expect(JSON.stringify(answer.body)).not.toContain('Aldrig sendt');
    await api.database.query(
      `DELETE FROM membership WHERE point_id IN (SELECT id FROM agenda_point WHERE title = 'Aldrig sendt')`,
    );
    await api.database.query(`DELETE FROM agenda_point WHERE title = 'Aldrig sendt'`);
  });
});

describe('a step of a follow-up of a closed point', () => {
  it('stays closed in its history when the point is opened', async () => {
    const id = idOf('issued follow-up of closed point');
    const { version } = await api.take(followUp, 'get', `follow-ups/${id}`);
    await api.take(followUp, 'post', `follow-ups/${id}/steps`, { action: 'wait' }, { ifMatch: version });
    await api.database.query(`UPDATE agenda_point SET visibility = 'open' WHERE id = $1`, [
      idOf('held closed point'),
    ]);
    const page = pageOf(historyEvent);
    const { items } = await api.take(page, 'get', `history/follow-up/${id}`, undefined, { by: as('lea') });
    const moved = items.find(({ name }) => name === 'follow-up.moved-on');
    expect(moved?.changes).toEqual([{ field: 'status', before: null, after: null, withheld: true }]);
    const mine = await api.take(page, 'get', `history/follow-up/${id}`, undefined, { by: as('sec') });
    expect(mine.items.find(({ name }) => name === 'follow-up.moved-on')?.changes).toEqual([
      { field: 'status', before: 'new', after: 'waiting', withheld: false },
    ]);
    await api.database.query(`UPDATE agenda_point SET visibility = 'closed' WHERE id = $1`, [
      idOf('held closed point'),
    ]);
  });
});

describe('the list of follow-ups', () => {
  it('holds what was confirmed unless another stage is asked for', async () => {
    const list = async (query: string): Promise<string[]> => {
      const { items } = await api.take(pageOf(followUp), 'get', `follow-ups?limit=200${query}`, undefined, {
        by: as('sec'),
      });
      return [...new Set(items.map(({ stage }) => stage))].sort();
    };
    expect(await list('')).toEqual(['confirmed', 'issued']);
    expect(await list('&stage=suggested')).toEqual(['suggested']);
    expect(await list('&stage=suggested&stage=issued')).toEqual(['issued', 'suggested']);
  });
});
