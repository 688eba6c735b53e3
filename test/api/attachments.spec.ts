import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachment, attachmentList } from '../../libs/contracts/attachments.js';
import type { AttachmentView } from '../../libs/contracts/attachments.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { MeetingView } from '../../libs/contracts/meetings.js';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import type { IndstillingState } from '../../libs/domain/indstilling/index.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

interface Place {
  /** The address of the list. */
  readonly list: string;
  readonly ownerId: string;
  readonly meetingId: string;
}

async function newPoint(fields: Readonly<Record<string, unknown>> = {}): Promise<Place> {
  const { id: meetingId } = await makeMeeting(api, await makeBody(api));
  const { id } = await makePoint(api, meetingId, 'Budget', fields);
  return { list: `agenda-points/${id}/attachments`, ownerId: id, meetingId };
}

async function newIndstilling(): Promise<Place> {
  const { id } = await makeIndstilling(api);
  return { list: `indstillinger/${id}/attachments`, ownerId: id, meetingId: '' };
}

const OWNERS = [
  ['a point', newPoint],
  ['an indstilling', newIndstilling],
] as const;

const attach = (list: string, title: string, visibility: 'open' | 'closed' = 'open') =>
  api.take(attachment, 'post', list, { title, visibility });

/** Attaches titles in order; one that ends in "!" is closed. */
async function attachAll(list: string, titles: readonly string[]): Promise<Map<string, AttachmentView>> {
  const made = new Map<string, AttachmentView>();
  for (const title of titles)
    made.set(title, await attach(list, title, title.endsWith('!') ? 'closed' : 'open'));
  return made;
}

const idIn = (made: ReadonlyMap<string, AttachmentView>, title: string): string => made.get(title)?.id ?? '';

/** "1 Kort 2 Tal!": what a reader sees. */
async function printed(list: string): Promise<string> {
  const { items } = await api.take(attachmentList, 'get', list);
  expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index));
  return items.map(({ number, title }) => `${number} ${title}`).join(' ');
}

/** The positions as stored: dense from 0, whatever is open or closed. */
async function stored({ ownerId }: Place): Promise<number[]> {
  const rows = await api.database.query<{ position: number }>(
    'SELECT position FROM attachment WHERE point_id = $1 OR indstilling_id = $1 ORDER BY position',
    [ownerId],
  );
  return rows.map(({ position }) => position);
}

describe.each(OWNERS)('attaching to %s', (_name, newOwner) => {
  it.each<[string, object]>([
    ['no title', {}],
    ['an empty title', { title: ' ' }],
    ['a title of two lines', { title: 'Kort\nTal' }],
    ['a visibility that is none', { title: 'Kort', visibility: 'secret' }],
    ['an unknown key', { title: 'Kort', position: 1 }],
  ])('refuses %s', async (_fault, fields) => {
    const { list } = await newOwner();
    expect((await api.send('post', list, fields)).told).toBe('400 validation-failed');
  });

  it('finds no owner that is not there', async () => {
    const { list, ownerId } = await newOwner();
    const address = list.replace(ownerId, unknownId());
    expect((await api.send('post', address, { title: 'Kort' })).told).toBe('404 not-found');
    expect((await api.send('get', address)).told).toBe('404 not-found');
  });

  it('closes it until somebody opens it, and puts it last', async () => {
    const { list, ownerId } = await newOwner();
    await attach(list, 'Kort', 'closed');
    const answer = await api.send('post', list, { title: 'Tal' });
    expect(answer).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { title: 'Tal', visibility: 'closed', effectiveVisibility: 'closed', number: 2, position: 1 },
    });
    const { pointId, indstillingId } = attachment.parse(answer.body);
    expect([pointId, indstillingId].filter((owner) => owner !== null)).toEqual([ownerId]);
  });

  it('is done once however often it is asked with the same Idempotency-Key', async () => {
    const { list, ownerId } = await newOwner();
    const ask = () => api.send('post', list, { title: 'Kort' }, { key: `attach-${ownerId}` });
    expect((await ask()).body).toEqual((await ask()).body);
    expect(await printed(list)).toBe('1 Kort');
  });

  it('gives each of several at the same moment a place of its own', async () => {
    const owner = await newOwner();
    await Promise.all(['A', 'B', 'C', 'D', 'E'].map((title) => attach(owner.list, title)));
    expect(await stored(owner)).toEqual([0, 1, 2, 3, 4]);
  });

  it('lists the open before the closed, without a gap in the numbers', async () => {
    const { list } = await newOwner();
    await attachAll(list, ['Kort', 'Løn!', 'Tal', 'Navne!']);
    expect(await printed(list)).toBe('1 Kort 2 Tal 3 Løn! 4 Navne!');
  });
});

describe('a title', () => {
  it.each([
    ['Bilag 2: Kort', 'Kort'],
    ['Bilag_3_Tal.pdf', 'Tal'],
    ['Kort over bilag 2', null],
  ])('%s is kept, with %s offered instead', async (title, offeredTitle) => {
    const { list } = await newPoint();
    expect(await attach(list, title)).toMatchObject({ title, offeredTitle, number: 1 });
  });
});

describe('the attachments of a closed point', () => {
  it('are closed with it, and stand as they were put', async () => {
    const { list } = await newPoint({ visibility: 'closed', closedReason: 'Personsag' });
    await attachAll(list, ['Løn!', 'Kort']);
    const { items } = await api.take(attachmentList, 'get', list);
    expect(
      items.map(({ title, visibility, effectiveVisibility }) => [title, visibility, effectiveVisibility]),
    ).toEqual([
      ['Løn!', 'closed', 'closed'],
      ['Kort', 'open', 'closed'],
    ]);
  });

  it('are closed with its parent, too', async () => {
    const parent = await newPoint({ visibility: 'closed', closedReason: 'Personsag' });
    const sub = await makePoint(api, parent.meetingId, 'Underpunkt', { parentId: parent.ownerId });
    const attached = await attach(`agenda-points/${sub.id}/attachments`, 'Kort');
    expect(attached).toMatchObject({ visibility: 'open', effectiveVisibility: 'closed' });
  });
});

describe('reading one attachment', () => {
  it('refuses what is no id and finds none that is not there', async () => {
    expect((await api.send('get', 'attachments/2')).told).toBe('400 validation-failed');
    expect((await api.send('get', `attachments/${unknownId()}`)).told).toBe('404 not-found');
  });

  it('gives it with its number and its version as ETag', async () => {
    const { list } = await newIndstilling();
    const made = await attachAll(list, ['Kort', 'Tal']);
    const answer = await api.send('get', `attachments/${idIn(made, 'Tal')}`);
    expect(answer).toMatchObject({ etag: '"1"', body: { title: 'Tal', number: 2 } });
  });
});

describe.each(OWNERS)('an attachment of %s', (_name, newOwner) => {
  it('is changed, moved and removed only by who read it as it is', async () => {
    const { list } = await newOwner();
    const { id } = await attach(list, 'Kort');
    await api.take(attachment, 'patch', `attachments/${id}`, { title: 'Kort over byen' }, { ifMatch: 1 });
    const asks = [
      ['patch', `attachments/${id}`, { title: 'Tal' }],
      ['post', `attachments/${id}/move`, { position: 0 }],
      ['delete', `attachments/${id}`, undefined],
    ] as const;
    for (const [method, address, fields] of asks) {
      const absent = address.replace(id, unknownId());
      expect((await api.send(method, absent, fields, { ifMatch: 1 })).told).toBe('404 not-found');
      expect((await api.send(method, address, fields)).told).toBe('428 if-match-required');
      const stale = await api.send(method, address, fields, { ifMatch: 1 });
      expect(stale.told).toBe('412 stale-version');
      expect(stale.body).toMatchObject({ current: { title: 'Kort over byen', version: 2 } });
    }
  });

  it.each<[string, object]>([
    ['a title that is no text', { title: 7 }],
    ['a visibility that is none', { visibility: 'hidden' }],
    ['a position', { position: 2 }],
  ])('refuses %s', async (_fault, fields) => {
    const { list } = await newOwner();
    const { id } = await attach(list, 'Kort');
    expect((await api.send('patch', `attachments/${id}`, fields, { ifMatch: 1 })).told).toBe(
      '400 validation-failed',
    );
  });

  it('is numbered anew when it is closed, and finds its old place when it is opened again', async () => {
    const { list } = await newOwner();
    const made = await attachAll(list, ['Kort', 'Tal']);
    const address = `attachments/${idIn(made, 'Kort')}`;
    const closed = await api.send('patch', address, { visibility: 'closed' }, { ifMatch: 1 });
    expect(closed).toMatchObject({ etag: '"2"', body: { visibility: 'closed', number: 2 } });
    expect(await printed(list)).toBe('1 Tal 2 Kort');
    await api.send('patch', address, { visibility: 'open' }, { ifMatch: 2 });
    expect(await printed(list)).toBe('1 Kort 2 Tal');
  });

  it.each([
    ['C', 0, '1 C 2 A 3 B 4 D!'],
    ['A', 2, '1 B 2 C 3 A 4 D!'],
    ['A', 1, '1 B 2 A 3 C 4 D!'],
    ['B', 1, '1 A 2 B 3 C 4 D!'],
  ])('%s moved to place %d gives %s', async (title, position, expected) => {
    const owner = await newOwner();
    const made = await attachAll(owner.list, ['D!', 'A', 'B', 'C']);
    const address = `attachments/${idIn(made, title)}/move`;
    const { items } = await api.take(attachmentList, 'post', address, { position }, { ifMatch: 1 });
    expect(items.map((item) => `${item.number} ${item.title}`).join(' ')).toBe(expected);
    expect(await printed(owner.list)).toBe(expected);
    expect(await stored(owner)).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['A', -1, '400 validation-failed'],
    ['A', 0.5, '400 validation-failed'],
    ['A', 3, '422 attachment-place'],
    ['A', 2, '422 closed-before-open'],
    ['D!', 0, '422 closed-before-open'],
  ])('%s is not moved to place %d: %s', async (title, position, expected) => {
    const { list } = await newOwner();
    const made = await attachAll(list, ['A', 'B', 'D!']);
    const answer = await api.send(
      'post',
      `attachments/${idIn(made, title)}/move`,
      { position },
      { ifMatch: 1 },
    );
    expect(answer.told).toBe(expected);
    expect(await printed(list)).toBe('1 A 2 B 3 D!');
  });

  it('leaves the versions of the others alone when it is moved', async () => {
    const { list } = await newOwner();
    const made = await attachAll(list, ['A', 'B']);
    const address = `attachments/${idIn(made, 'A')}/move`;
    const { items } = await api.take(attachmentList, 'post', address, { position: 1 }, { ifMatch: 1 });
    expect(items.map(({ title, version }) => [title, version])).toEqual([
      ['B', 1],
      ['A', 2],
    ]);
  });

  it('leaves no gap when it is removed', async () => {
    const owner = await newOwner();
    const made = await attachAll(owner.list, ['A', 'B', 'C']);
    const address = `attachments/${idIn(made, 'B')}`;
    expect((await api.send('delete', address, undefined, { ifMatch: 1 })).told).toBe('204');
    expect((await api.send('get', address)).told).toBe('404 not-found');
    expect(await printed(owner.list)).toBe('1 A 2 C');
    expect(await stored(owner)).toEqual([0, 1]);
  });

  it('tells its history without its title', async () => {
    const { list } = await newOwner();
    const { id } = await attach(list, 'En hemmelig titel', 'closed');
    await api.send('patch', `attachments/${id}`, { title: 'En hemmelig til' }, { ifMatch: 1 });
    const events = await api.database.query(
      'SELECT name, data FROM event WHERE subject_id = $1 ORDER BY seq',
      [id],
    );
    expect(events).toMatchObject([
      { name: 'attachment.created', data: { visibility: 'closed' } },
      { name: 'attachment.changed', data: { fields: ['title'] } },
    ]);
    expect(JSON.stringify(events)).not.toContain('hemmelig');
  });
});

describe('the attachments of a point', () => {
  const STOPPED = '409 meeting-in-session';
  /** What each state of the meeting answers to attach, rename, close, move and remove. */
  const TABLE: readonly (readonly [MeetingView['state'], readonly string[]])[] = [
    ['planned', ['201', '200', '200', '200', '204']],
    ['drafting', ['201', '200', '200', '200', '204']],
    ['sent', ['201', '200', '200', '200', '204']],
    ['in-session', [STOPPED, STOPPED, '200', STOPPED, STOPPED]],
    ['held', Array<string>(5).fill('409 meeting-held')],
    ['closed', Array<string>(5).fill('409 meeting-closed')],
    ['cancelled', Array<string>(5).fill('409 meeting-cancelled')],
  ];

  it.each(TABLE)('of a meeting that is %s answer %j', async (state, expected) => {
    const { list, meetingId } = await newPoint();
    const made = await attachAll(list, ['A', 'B', 'C', 'D', 'E']);
    await putMeetingInto(api, meetingId, state);
    const options = { ifMatch: 1 };
    const answers = [
      await api.send('post', list, { title: 'Ny' }),
      await api.send('patch', `attachments/${idIn(made, 'A')}`, { title: 'Kort' }, options),
      await api.send('patch', `attachments/${idIn(made, 'B')}`, { visibility: 'closed' }, options),
      await api.send('post', `attachments/${idIn(made, 'C')}/move`, { position: 0 }, options),
      await api.send('delete', `attachments/${idIn(made, 'D')}`, undefined, options),
    ];
    expect(answers.map(({ told }) => told)).toEqual(expected);
  });

  it('stand on the agenda of the meeting with the same numbers', async () => {
    const { list, meetingId } = await newPoint();
    await attachAll(list, ['Løn!', 'Kort']);
    const agenda = await api.send('get', `meetings/${meetingId}/agenda`);
    expect(agenda.body).toMatchObject({
      points: [
        {
          attachments: [
            { number: 1, title: 'Kort' },
            { number: 2, title: 'Løn!' },
          ],
        },
      ],
    });
  });
});

describe('the attachments of an indstilling', () => {
  const read = (id: string) => api.take(indstilling, 'get', `indstillinger/${id}`);

  it.each<[IndstillingState, IndstillingState, number]>([
    ['draft', 'draft', 1],
    ['returned', 'returned', 1],
    ['with-leader', 'with-leader', 2],
    ['with-director', 'with-leader', 2],
    ['approved', 'with-leader', 2],
    ['on-agenda', 'with-leader', 2],
  ])('attached while it is %s leave it %s, at version %d', async (from, state, version) => {
    const { list, ownerId } = await newIndstilling();
    await putIndstillingInto(api, ownerId, from, RAADMAND_MEETING_STEPS);
    await attach(list, 'Kort');
    expect(await read(ownerId)).toMatchObject({ state, version });
  });

  it.each<[string, (id: string) => Promise<{ told: string }>]>([
    ['renamed', (id) => api.send('patch', `attachments/${id}`, { title: 'Nyt' }, { ifMatch: 1 })],
    ['closed', (id) => api.send('patch', `attachments/${id}`, { visibility: 'closed' }, { ifMatch: 1 })],
    ['moved', (id) => api.send('post', `attachments/${id}/move`, { position: 1 }, { ifMatch: 1 })],
    ['removed', (id) => api.send('delete', `attachments/${id}`, undefined, { ifMatch: 1 })],
  ])(
    '%s after an approval send it back to the first step; in the end nothing more is taken',
    async (_name, act) => {
      const { list, ownerId } = await newIndstilling();
      const made = await attachAll(list, ['A', 'B']);
      await putIndstillingInto(api, ownerId, 'decided', RAADMAND_MEETING_STEPS);
      expect((await act(idIn(made, 'A'))).told).toBe('409 transition-not-allowed');
      expect(await printed(list)).toBe('1 A 2 B');
      await putIndstillingInto(api, ownerId, 'approved', RAADMAND_MEETING_STEPS);
      expect((await act(idIn(made, 'A'))).told).toMatch(/^20[04]$/);
      expect(await read(ownerId)).toMatchObject({ state: 'with-leader', version: 2 });
    },
  );

  it('leave its approval alone when nothing changed', async () => {
    const { list, ownerId } = await newIndstilling();
    const { id } = await attach(list, 'Kort');
    await putIndstillingInto(api, ownerId, 'approved', RAADMAND_MEETING_STEPS);
    const same = { title: 'Kort', visibility: 'open' };
    await api.take(attachment, 'patch', `attachments/${id}`, same, { ifMatch: 1 });
    await api.take(attachmentList, 'post', `attachments/${id}/move`, { position: 0 }, { ifMatch: 1 });
    expect(await read(ownerId)).toMatchObject({ state: 'approved', version: 1 });
  });

  it('make the approval stale of who read the indstilling before they came', async () => {
    const { list, ownerId } = await newIndstilling();
    await putIndstillingInto(api, ownerId, 'with-leader', RAADMAND_MEETING_STEPS);
    await attach(list, 'Kort');
    const answer = await api.send(
      'post',
      `indstillinger/${ownerId}/steps`,
      { action: 'approve' },
      { ifMatch: 1 },
    );
    expect(answer.told).toBe('412 stale-version');
  });
});
