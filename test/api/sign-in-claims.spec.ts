import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { session } from '../../libs/contracts/rights.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { Browser } from '../support/browser.js';
import { CLIENT, startHostileProvider } from '../support/hostile-provider.js';
import type { HostileProvider } from '../support/hostile-provider.js';
import { accessOn, freePort, startSignInApi } from '../support/sign-in-api.js';
import type { SignInApi } from '../support/sign-in-api.js';

jest.setTimeout(60_000);

let provider: HostileProvider;
let api: SignInApi;
let personId = '';

beforeAll(async () => {
  provider = await startHostileProvider();
  const roles = { 'DAG-ADM': 'administrator', 'DAG-SEK': 'secretariat@Rådmandsmøde', 'DAG-LEDER': 'leader' };
  const claims = { roleClaim: 'roles', unitClaim: 'unit', roles };
  const access = { issuer: provider.issuer, ...CLIENT, algorithm: 'RS256', claims };
  api = await startSignInApi(accessOn(await freePort(), { provider: access }));
  personId = await api.person('Mette Sandager', provider.issuer, 'subject-1');
  await api.database.query(
    `INSERT INTO body (id, name, kind, settings) VALUES ($1, 'Rådmandsmøde', 'raadmandsmoede', '{}')`,
    [newId()],
  );
  await api.database.query(
    `INSERT INTO unit (id, code, name, letterhead) VALUES ($1, 'FAS', 'Sekretariatet', '{}')`,
    [newId()],
  );
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

/** Signs in with claims of the provider, and says what roles that gives. */
async function rolesWith(more: Record<string, unknown>): Promise<string[]> {
  provider.lies = { claims: (claims) => ({ ...claims, ...more }) };
  const browser = new Browser();
  await browser.follow(`${api.url}/sign-in`, (next) => next === `${api.url}/`);
  const seen = await browser.ask(`${api.url}/api/v1/session`);
  const { roles } = session.parse(JSON.parse(seen.text));
  return roles.map(({ role, bodyName, unitCode }) => `${role} ${bodyName ?? unitCode ?? '-'}`).sort();
}

describe('roles that the provider claims', () => {
  it('are held from the sign-in on, go when they are no longer claimed, and are on record', async () => {
    expect(await rolesWith({ roles: ['DAG-SEK', 'DAG-LEDER', 'DAG-UKENDT'], unit: 'FAS' })).toEqual([
      'leader FAS',
      'secretariat Rådmandsmøde',
    ]);
    expect(await rolesWith({ roles: 'DAG-ADM' })).toEqual(['administrator -']);
    expect(await rolesWith({})).toEqual([]);
    const given = (await api.events('membership.created')).map(
      ({ data }) => `${String(data.role)} ${String(data.source)}`,
    );
    const taken = (await api.events('membership.changed')).map(({ data }) => data.role);
    expect(given).toEqual(['secretariat claims', 'leader claims', 'administrator claims']);
    expect(taken.sort()).toEqual(['administrator', 'leader', 'secretariat']);
  });

  it('leave alone what was given by hand', async () => {
    await api.database.query(`INSERT INTO membership (id, person_id, role) VALUES ($1, $2, 'director')`, [
      ...[newId(), personId],
    ]);
    expect(await rolesWith({ roles: ['DAG-ADM'] })).toEqual(['administrator -', 'director -']);
    expect(await rolesWith({ roles: [] })).toEqual(['director -']);
  });

  it('of a body or unit that is not there are none', async () => {
    expect(await rolesWith({ roles: ['DAG-LEDER'], unit: 'NIX' })).toEqual(['director -']);
  });

  it('are not made twice by signing in twice', async () => {
    await rolesWith({ roles: ['DAG-SEK'] });
    expect(await rolesWith({ roles: ['DAG-SEK'] })).toEqual(['director -', 'secretariat Rådmandsmøde']);
  });
});
