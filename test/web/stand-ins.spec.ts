import { beforeEach, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let id = '';
const people = { IDA: '', HBO: '' };
beforeEach(async () => {
  await web.api.database.query('DELETE FROM stand_in');
  const found = await web.api.database.query<{ initials: 'IDA' | 'HBO'; id: string; unit: string }>(
    `SELECT p.initials, p.id, m.unit_id AS unit FROM person p JOIN membership m ON m.person_id = p.id
     WHERE p.initials IN ('IDA', 'HBO') AND m.role = 'leader'`,
  );
  for (const person of found) people[person.initials] = person.id;
  const unitId = found.find(({ initials }) => initials === 'IDA')?.unit;
  const author = { name: 'Dorte Prøve' };
  const draft = await makeIndstilling(web.api, {
    bodyId: web.bodyId,
    unitId,
    author,
    title: 'Efterårstider',
  });
  ({ id } = draft);
  await web.api.send('post', `indstillinger/${id}/steps`, { action: 'submit' }, { ifMatch: draft.version });
});

const openAs = async (initials: string, path: string): Promise<TestPage> => {
  const open = await web.open(initials);
  await open.go(path);
  return open;
};
const region = ({ page }: TestPage) => page.getByRole('region', { name: 'Stedfortræder' });
const kept = () =>
  web.api.database.query<{ away: string; here: string }>(
    'SELECT person_id AS away, stand_in_id AS here FROM stand_in',
  );

async function chooseHanne(open: TestPage): Promise<void> {
  const part = region(open);
  await part.getByLabel('Stedfortræder').selectOption(people.HBO);
  await part.getByLabel('Fra').fill('1. januar 2026');
  await part.getByLabel('Til og med').fill('31. december 2099');
  await part.getByRole('button', { name: 'Tilføj stedfortræder' }).click();
  await part.getByText('fra 1. januar 2026 til og med 31. december 2099').waitFor();
}

describe('a stand-in', () => {
  it('is chosen on the page of the one who is away, taken back, and removed with a way back', async () => {
    const open = await openAs('IDA', '/profile');
    const part = region(open);
    await part.getByRole('button', { name: 'Tilføj stedfortræder' }).click();
    await part.locator('.fault', { hasText: 'Vælg en person.' }).waitFor();
    await part.locator('.fault', { hasText: 'Skriv den sidste dag' }).waitFor();
    expect(await open.page.evaluate(() => document.activeElement?.id)).toBe('stand-in-standInId');
    await chooseHanne(open);
    expect(await kept()).toEqual([{ away: people.IDA, here: people.HBO }]);
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await kept()).length === 0);
    await chooseHanne(open);
    await part.getByRole('button', { name: /^Fjern: .* for Ida Dalumgård$/ }).click();
    await until(async () => (await kept()).length === 0);
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await kept()).length === 1);
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
  });

  it('finds what waits, judges it for the one who is away, and the way says so', async () => {
    const from = '2026-01-01';
    const standIn = { personId: people.IDA, standInId: people.HBO, from, to: '2099-12-31' };
    await web.api.send('post', 'stand-ins', standIn);
    const open = await openAs('HBO', '/indstillinger');
    const row = open.page.getByRole('row', { name: /Efterårstider/ }).first();
    await row.getByText(/Ida Dalumgård, .* \(for Ida Dalumgård\) siden \d+\. \w+\./).waitFor();
    await row.getByRole('link', { name: 'Efterårstider' }).click();
    await open.page.locator('.stop-now', { hasText: '(for Ida Dalumgård) · siden i dag' }).waitFor();
    await open.page.getByRole('button', { name: 'Godkend', exact: true }).click();
    await open.page.getByText('Indstillingen er hos andre nu').waitFor();
    const now = await web.api.take(indstilling, 'get', `indstillinger/${id}`);
    expect(now.state).toBe('with-secretariat');
    const author = await openAs('IDA', `/indstillinger/${id}`);
    await author.page.locator('.stop-done', { hasText: /af .* for Ida Dalumgård/ }).waitFor();
  });

  it('is chosen by the secretariat for the rådmand of its body, and as that only', async () => {
    const open = await openAs('MSA', `/admin/bodies?id=${web.bodyId}&part=stand-ins`);
    const away = region(open).getByLabel('Hvem er væk');
    const raadmand = away.locator('option', { hasText: '(KVL)' });
    await raadmand.waitFor({ state: 'attached' });
    await away.selectOption({ label: (await raadmand.textContent()) ?? '' });
    await chooseHanne(open);
    const [made] = await web.api.database.query<{ here: string; body: string; initials: string }>(
      `SELECT s.stand_in_id AS here, s.body_id AS body, p.initials
       FROM stand_in s JOIN person p ON p.id = s.person_id`,
    );
    expect(made).toEqual({ here: people.HBO, body: web.bodyId, initials: 'KVL' });
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('is chosen by an administrator for somebody who cannot', async () => {
    const open = await openAs('NVA', `/admin/users?id=${people.IDA}`);
    await chooseHanne(open);
    expect(await kept()).toEqual([{ away: people.IDA, here: people.HBO }]);
    expect(await axeFindings(open.page)).toEqual([]);
  });
});
