import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiError, noAnswer } from '../api/problem.js';
import { Autosave } from './autosave.js';
import type { Saved } from './autosave.js';
import { clearDrafts, draftsOwner } from './drafts.js';
import type { KeptDraft } from './drafts.js';

interface Fields {
  readonly title: string;
  readonly minutes: number | null;
}

/** A device that keeps texts, as a browser does. */
class Device implements Partial<Storage> {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** One point as a server keeps it. */
class Server {
  now: Saved<Fields> = { fields: { title: 'Budget', minutes: 10 }, version: 1 };
  readonly asked: Partial<Fields>[] = [];
  failing: ApiError | null = null;

  readonly send = (_: string, typed: Partial<Fields>, version: number): Promise<Saved<Fields>> => {
    this.asked.push(typed);
    if (this.failing) return Promise.reject(this.failing);
    if (version !== this.now.version)
      return Promise.reject(new ApiError({ code: 'stale-version', status: 412, current: this.now }));
    this.write(typed);
    return Promise.resolve(this.now);
  };

  /** What somebody writes elsewhere. */
  write(fields: Partial<Fields>): void {
    this.now = { fields: { ...this.now.fields, ...fields }, version: this.now.version + 1 };
  }
}

const START: Saved<Fields> = { fields: { title: 'Budget', minutes: 10 }, version: 1 };
const isDraft = (kept: unknown): kept is KeptDraft<Fields> => kept !== null && typeof kept === 'object';
const open = (server: Server): Autosave<Fields> =>
  new Autosave<Fields>({
    ...{ page: 'agenda 1', send: server.send, isDraft },
    readCurrent: (current) => current as Saved<Fields>,
    faultOf: ({ title }) => (title === '' ? 'Skriv en titel.' : null),
  });

let server: Server;
let page: Autosave<Fields>;
const state = () => page.unsaved.get().get('p')?.state;
const title = (text: string): void => {
  page.type('p', START, { title: text });
};

beforeEach(() => {
  jest.useFakeTimers();
  globalThis.localStorage = new Device() as unknown as Storage;
  draftsOwner.set('me');
  server = new Server();
  page = open(server);
});
afterEach(() => {
  page.stop();
  jest.useRealTimers();
});

describe('what is typed', () => {
  it('is sent once, after a pause', async () => {
    title('B');
    title('Bu');
    await jest.advanceTimersByTimeAsync(700);
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(799);
    expect(server.asked).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(server.asked).toEqual([{ title: 'Budget 2027' }]);
    expect(state()).toBeUndefined();
    expect(page.lastSaved.get()).not.toBeNull();
  });

  it('is sent every five seconds while nobody pauses', async () => {
    for (let key = 0; key < 12; key += 1) {
      title(`Budget ${key}`);
      await jest.advanceTimersByTimeAsync(500);
    }
    expect(server.asked).toHaveLength(1);
  });

  it('is not sent when it is as it was', async () => {
    title('Budget 2027');
    title('Budget');
    await jest.advanceTimersByTimeAsync(6000);
    expect(server.asked).toEqual([]);
  });

  it('goes back to what stood there although what was typed first is on its way', async () => {
    let arrive = (): void => undefined;
    const road = new Promise<void>((resolve) => (arrive = resolve));
    const slow = new Autosave<Fields>({
      ...{ page: 'agenda 2', isDraft, readCurrent: () => null },
      send: async (id, typed, version) => {
        await road;
        return server.send(id, typed, version);
      },
    });
    slow.type('p', START, { title: 'Andet' });
    const sent = slow.flush();
    slow.type('p', START, { title: 'Budget' });
    arrive();
    await sent;
    await slow.flush();
    expect(server.now.fields.title).toBe('Budget');
  });

  it('is not sent when it is wrong, and says why until it is right', async () => {
    title('');
    await jest.advanceTimersByTimeAsync(800);
    expect([server.asked, state(), page.unsaved.get().get('p')?.error]).toEqual([
      [],
      'refused',
      'Skriv en titel.',
    ]);
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(800);
    expect(server.now.fields.title).toBe('Budget 2027');
  });
});

describe('on the device', () => {
  it('it is found by the next visit, which sends it', async () => {
    title('Budget 2027');
    page.stop();
    page = open(server);
    page.takeUp();
    expect(page.unsaved.get().get('p')).toMatchObject({ restored: true, typed: { title: 'Budget 2027' } });
    await jest.advanceTimersByTimeAsync(800);
    expect(server.now.fields.title).toBe('Budget 2027');
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('it is another person’s to nobody, and gone when one signs out', () => {
    title('Budget 2027');
    draftsOwner.set('you');
    const yours = open(server);
    yours.takeUp();
    expect(yours.unsaved.get().size).toBe(0);
    clearDrafts();
    expect(Object.keys(localStorage)).toEqual([]);
  });
});

describe('without a connection', () => {
  it('it is tried again, ever more seldom, and goes through when there is one', async () => {
    server.failing = noAnswer();
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(800 + 1000 + 2000);
    expect([server.asked.length, state()]).toEqual([3, 'failed']);
    title('Budget 2028');
    expect(server.asked).toHaveLength(3);
    server.failing = null;
    await jest.advanceTimersByTimeAsync(4000);
    expect(server.now.fields.title).toBe('Budget 2028');
    expect(state()).toBeUndefined();
  });

  it('is not tried again when a rule refuses it', async () => {
    server.failing = new ApiError({ code: 'agenda-sent', status: 409 });
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([server.asked.length, state()]).toEqual([1, 'refused']);
  });
});

describe('where somebody else was first', () => {
  it('with another field, both stand', async () => {
    server.write({ minutes: 20 });
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(900);
    expect(server.now.fields).toEqual({ title: 'Budget 2027', minutes: 20 });
    expect(state()).toBeUndefined();
  });

  it('with the same field, both are shown and nothing is sent until one chooses', async () => {
    server.write({ title: 'Budget og regnskab' });
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(900);
    title('Budget 2028');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(page.unsaved.get().get('p')).toMatchObject({
      ...{ state: 'conflict', typed: { title: 'Budget 2028' } },
      theirs: { fields: { title: 'Budget og regnskab' }, version: 2 },
    });
    expect(server.asked).toHaveLength(1);
    await page.keepMine('p');
    expect(server.now.fields.title).toBe('Budget 2028');
  });

  it('who lets the other text stand has their own in the history all the same', async () => {
    server.write({ title: 'Budget og regnskab' });
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(900);
    await page.takeTheirs('p');
    expect(server.asked).toEqual([
      { title: 'Budget 2027' },
      { title: 'Budget 2027' },
      { title: 'Budget og regnskab' },
    ]);
    expect([server.now.fields.title, state()]).toEqual(['Budget og regnskab', undefined]);
  });

  it('who goes on typing while the choice is on its way has what they typed', async () => {
    server.write({ title: 'Budget og regnskab' });
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(900);
    const chosen = page.takeTheirs('p');
    title('Budget 2028');
    await chosen;
    await jest.advanceTimersByTimeAsync(6000);
    expect(server.asked.map((typed) => typed.title)).toEqual(['Budget 2027', 'Budget 2027', 'Budget 2028']);
    expect([server.now.fields.title, state()]).toEqual(['Budget 2028', undefined]);
  });

  it('with the very same text, there is nothing to choose', async () => {
    server.write({ title: 'Budget 2027' });
    title('Budget 2027');
    await jest.advanceTimersByTimeAsync(900);
    expect([server.asked.length, state()]).toEqual([1, undefined]);
  });
});
