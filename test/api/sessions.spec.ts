import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { session } from '../../libs/contracts/rights.js';
import type { SessionView } from '../../libs/contracts/rights.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { Browser } from '../support/browser.js';
import type { Seen } from '../support/browser.js';
import { choose, startLocalSignIn, toTheChoice } from '../support/local-sign-in.js';
import type { LocalSignIn } from '../support/local-sign-in.js';

let local: LocalSignIn;
let url = '';
let body = '';
let otherBody = '';
/** People by what they are: the administrator, a secretariat of `body`, a member of both bodies, somebody without a role. */
let people: Record<'administrator' | 'secretariat' | 'member' | 'stranger', string>;

beforeAll(async () => {
  local = await startLocalSignIn();
  ({ url } = local.api);
  const names = ['administrator', 'secretariat', 'member', 'stranger'] as const;
  const ids = await Promise.all(names.map((name) => local.samplePerson(name)));
  people = Object.fromEntries(names.map((name, i) => [name, ids[i]])) as typeof people;
  [body, otherBody] = await Promise.all([makeBody('Rådmandsmøde'), makeBody('Udvalg')]);
  await member(people.administrator, 'administrator', null);
  await member(people.secretariat, 'secretariat', body);
  await member(people.member, 'member', body);
  await member(people.member, 'member', otherBody);
});
afterAll(() => local.stop());
beforeEach(() => local.api.database.query('TRUNCATE session, rate_limit'));

async function makeBody(name: string): Promise<string> {
  const id = newId();
  await local.api.database.query(
    `INSERT INTO body (id, name, kind, settings) VALUES ($1, $2, 'udvalg', '{}')`,
    [id, name],
  );
  return id;
}

async function member(personId: string, role: string, bodyId: string | null): Promise<string> {
  const id = newId();
  await local.api.database.query(
    'INSERT INTO membership (id, person_id, role, body_id) VALUES ($1, $2, $3, $4)',
    [...[id, personId, role, bodyId]],
  );
  return id;
}

async function sessionOf(browser: Browser): Promise<SessionView> {
  return session.parse(JSON.parse((await browser.ask(`${url}/api/v1/session`)).text));
}

const statusOf = async (browser: Browser): Promise<number> =>
  (await browser.ask(`${url}/api/v1/session`)).status;

/** Posts JSON with the session's token, and with what a test adds or bends. */
async function post(
  browser: Browser,
  path: string,
  fields: object,
  headers: Record<string, string> = {},
): Promise<Seen & { code: string }> {
  const { csrfToken } = await sessionOf(browser);
  return postWith(browser, path, fields, { 'x-csrf-token': csrfToken, ...headers });
}

async function postWith(browser: Browser, path: string, fields: object, headers: Record<string, string>) {
  const seen = await browser.ask(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  });
  const said = seen.text === '' ? {} : (JSON.parse(seen.text) as { code?: string });
  return { ...seen, code: said.code ?? '' };
}

describe('the cookie of a session', () => {
  it('cannot be read by scripts, is not sent along with posts of other sites, and ends with the browser', async () => {
    const browser = new Browser();
    const seen = await browser.ask(await choose(browser, await toTheChoice(browser, url), people.member));
    const cookie = seen.headers.getSetCookie().find((line) => line.startsWith('dagsorden=')) ?? '';
    const [, ...attributes] = cookie.split(';').map((part) => part.trim());
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
  });

  it('is new at every sign-in, and the one before it is worth nothing', async () => {
    const browser = await local.signIn(people.member);
    const before = browser.cookie(url, 'dagsorden') ?? '';
    await local.signIn(people.member, browser);
    expect(browser.cookie(url, 'dagsorden')).not.toBe(before);
    const thief = new Browser();
    thief.setCookie(url, 'dagsorden', before);
    expect(await statusOf(thief)).toBe(401);
  });

  it('is never one that somebody put there before the sign-in (fixation)', async () => {
    const planted = randomBytes(32).toString('base64url');
    const victim = new Browser();
    victim.setCookie(url, 'dagsorden', planted);
    await local.signIn(people.member, victim);
    const attacker = new Browser();
    attacker.setCookie(url, 'dagsorden', planted);
    expect([await statusOf(victim), await statusOf(attacker)]).toEqual([200, 401]);
  });

  it('is refused when it was tampered with, is somebody’s invention, or is sent twice', async () => {
    const browser = await local.signIn(people.member);
    const good = browser.cookie(url, 'dagsorden') ?? '';
    const last = good.endsWith('A') ? 'B' : 'A';
    const bent = [
      `${good.slice(0, -1)}${last}`,
      `${good}A`,
      good.toUpperCase(),
      '',
      `"${good}"`,
      `${good}; dagsorden=${good}`,
    ];
    for (const value of [
      ...bent,
      randomBytes(32).toString('base64url'),
      'a'.repeat(4000),
      "' OR 1=1 --",
      '%00',
    ]) {
      const other = new Browser();
      other.setCookie(url, 'dagsorden', value);
      expect([value, await statusOf(other)]).toEqual([value, 401]);
    }
  });

  it('stands in no table: its hash does', async () => {
    const browser = await local.signIn(people.member);
    const rows = await local.api.database.query('SELECT * FROM session');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(browser.cookie(url, 'dagsorden'));
  });
});

describe('a request that changes something', () => {
  const change = { everywhere: false };

  it('is refused without the token, with an empty or cut one, and with that of another session', async () => {
    const browser = await local.signIn(people.member);
    const { csrfToken } = await sessionOf(browser);
    const foreign = (await sessionOf(await local.signIn(people.stranger))).csrfToken;
    for (const headers of [
      {},
      ...['', csrfToken.slice(1), foreign].map((token) => ({ 'x-csrf-token': token })),
    ]) {
      const seen = await postWith(browser, 'session/end', change, headers);
      expect([seen.status, seen.code]).toEqual([403, 'csrf']);
    }
    expect(await statusOf(browser)).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://127.0.0.1:1'])(
    'is refused when the browser says that it comes from %s, token or not',
    async (origin) => {
      const browser = await local.signIn(people.member);
      const seen = await post(browser, 'session/end', change, { origin });
      expect([seen.status, seen.code]).toEqual([403, 'csrf']);
    },
  );

  it('is taken with the token from the product’s own pages', async () => {
    const browser = await local.signIn(people.member);
    expect((await post(browser, 'session/end', change, { origin: url })).status).toBe(204);
  });

  it('cannot be made by GET, nor by a header or a field that names another method', async () => {
    const browser = await local.signIn(people.member);
    const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override'];
    const headers = Object.fromEntries(overrides.map((name) => [name, 'POST']));
    await browser.ask(`${url}/api/v1/session/end?_method=POST`, { headers });
    await browser.ask(`${url}/api/v1/session/end`);
    await browser.ask(`${url}/api/v1/session`, { headers });
    expect(await statusOf(browser)).toBe(200);
  });

  it('cannot be made by a form of another site, whose kinds of body are not taken', async () => {
    const browser = await local.signIn(people.member);
    const { csrfToken } = await sessionOf(browser);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const seen = await postWith(browser, 'session/end', change, {
        'content-type': type,
        'x-csrf-token': csrfToken,
      });
      expect([type, seen.status]).toEqual([type, 415]);
    }
  });
});

describe('the life of a session', () => {
  it.each([
    [479, 200],
    [481, 401],
  ])('ends eight hours after it was last used: %i minutes after that it answers %i', async (idle, status) => {
    const browser = await local.signIn(people.member);
    const seen: number[] = [];
    for (const minutes of [230, idle]) {
      local.api.pass(minutes);
      seen.push(await statusOf(browser));
    }
    local.api.pass(-230 - idle);
    expect(seen).toEqual([200, status]);
  });

  it('ends after twelve hours, however much it is used', async () => {
    const browser = await local.signIn(people.member);
    const seen: number[] = [];
    for (const minutes of [240, 240, 239, 2]) {
      local.api.pass(minutes);
      seen.push(await statusOf(browser));
    }
    local.api.pass(-721);
    expect(seen).toEqual([200, 200, 200, 401]);
  });

  it('is noted as used once a minute at most', async () => {
    const browser = await local.signIn(people.member);
    const seenAt = async (): Promise<unknown> =>
      (await local.api.database.query('SELECT last_seen_at FROM session'))[0];
    const first = await seenAt();
    await statusOf(browser);
    const soonAfter = await seenAt();
    local.api.pass(1.1);
    await statusOf(browser);
    const later = await seenAt();
    local.api.pass(-1.1);
    expect(soonAfter).toEqual(first);
    expect(later).not.toEqual(first);
  });

  it('ends at the next request when the person is deactivated', async () => {
    const browser = await local.signIn(people.stranger);
    await local.api.database.query('UPDATE person SET active = false WHERE id = $1', [people.stranger]);
    const after = await statusOf(browser);
    await local.api.database.query('UPDATE person SET active = true WHERE id = $1', [people.stranger]);
    expect(after).toBe(401);
  });

  it('loses a role at the next request when the membership ends', async () => {
    const id = await member(people.stranger, 'secretariat', body);
    const browser = await local.signIn(people.stranger);
    const before = (await sessionOf(browser)).roles.map(({ role }) => role);
    await local.api.database.query(`UPDATE membership SET valid_to = current_date - 1 WHERE id = $1`, [id]);
    expect([before, (await sessionOf(browser)).roles]).toEqual([['secretariat'], []]);
  });
});

describe('signing out', () => {
  it('ends this session only, takes its cookie back, and says where to sign out of the provider too', async () => {
    const here = await local.signIn(people.member);
    const there = await local.signIn(people.member);
    const seen = await post(here, 'session/end', {});
    expect(seen.headers.getSetCookie().join()).toMatch(/^dagsorden=;.*1970/);
    const end = new URL(seen.headers.get('end-session') ?? '');
    expect(end.origin).toBe(local.provider.issuer);
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${url}/login`);
    expect([await statusOf(here), await statusOf(there)]).toEqual([401, 200]);
  });

  it('everywhere ends all of the person’s sessions, and nobody else’s', async () => {
    const [here, there, other] = [
      await local.signIn(people.member),
      await local.signIn(people.member),
      await local.signIn(people.stranger),
    ];
    expect((await post(here, 'session/end', { everywhere: true })).status).toBe(204);
    expect([await statusOf(there), await statusOf(other)]).toEqual([401, 200]);
    expect((await local.api.events('session.ended')).at(-1)).toEqual({
      subjectId: people.member,
      data: { everywhere: true },
    });
  });
});

describe('seeing what somebody else sees', () => {
  it('is for reading only, until one is oneself again, and is recorded', async () => {
    const browser = await local.signIn(people.administrator);
    const seeing = session.parse(
      JSON.parse((await post(browser, 'session/view-as', { personId: people.member })).text),
    );
    expect(seeing.viewAs?.name).toBe('member');
    expect(seeing.roles.map(({ role }) => role)).toEqual(['member', 'member']);
    const write = await post(browser, 'memberships', {});
    expect([write.status, write.code]).toEqual([403, 'viewing-as']);
    await post(browser, 'session/view-as', { personId: null });
    expect((await sessionOf(browser)).viewAs).toBeNull();
    const recorded = (await local.api.events('session.view-as')).map(({ subjectId }) => subjectId);
    expect(recorded.slice(-2)).toEqual([people.member, people.administrator]);
  });

  it('shows a secretariat what the person sees in its own bodies, and nothing of the others', async () => {
    const browser = await local.signIn(people.secretariat);
    const seen = await post(browser, 'session/view-as', { personId: people.member });
    const { roles } = session.parse(JSON.parse(seen.text));
    expect(roles.map(({ bodyId }) => bodyId)).toEqual([body]);
  });

  it('is refused to others, to a secretariat for people of other bodies, and for people who are not there', async () => {
    const told = async (who: string, whom: string) => {
      const seen = await post(await local.signIn(who), 'session/view-as', { personId: whom });
      return `${seen.status} ${seen.code}`;
    };
    expect(await told(people.member, people.stranger)).toBe('403 not-allowed');
    expect(await told(people.member, newId())).toBe('403 not-allowed');
    expect(await told(people.secretariat, people.administrator)).toBe('403 not-allowed');
    expect(await told(people.administrator, newId())).toBe('404 not-found');
  });

  it('ends at the next request with the right to it', async () => {
    const id = await member(people.stranger, 'administrator', null);
    const browser = await local.signIn(people.stranger);
    await post(browser, 'session/view-as', { personId: people.member });
    await local.api.database.query('DELETE FROM membership WHERE id = $1', [id]);
    const after = await sessionOf(browser);
    expect([after.viewAs, after.roles]).toEqual([null, []]);
  });
});
