import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeMeeting, putMeetingInto } from '../builders/meetings.js';
import { axeFindings, contentWidth, startTestWeb } from './support.js';
import type { TestWeb } from './support.js';

let web: TestWeb;
let bodyId = '';
beforeAll(async () => {
  web = await startTestWeb();
  const [body] = await web.api.database.query<{ id: string }>(
    "SELECT id FROM body WHERE name = 'Rådmandsmøde'",
  );
  bodyId = body?.id ?? '';
});
afterAll(() => web.stop());

/** Three meetings of a month of their own: planned, drafted and sent. */
async function threeMeetings(month: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const day of ['02', '09', '16']) ids.push((await makeMeeting(web.api, bodyId, `${month}-${day}`)).id);
  await putMeetingInto(web.api, ids[1] ?? '', 'drafting');
  await putMeetingInto(web.api, ids[2] ?? '', 'sent');
  return ids;
}

const statesOf = async (ids: readonly string[]): Promise<readonly string[]> => {
  const rows = await web.api.database.query<{ state: string }>(
    'SELECT state FROM meeting WHERE id = ANY($1) ORDER BY date',
    [ids],
  );
  return rows.map(({ state }) => state);
};

describe('choosing meetings in the list', () => {
  it('cancels those that are chosen for one reason, and takes all of it back at once, by keyboard', async () => {
    const ids = await threeMeetings('2028-02');
    const { page, go, close } = await web.open('MSA');
    await go(`/meetings?body=${bodyId}&from=2028-02-01`);
    await page.getByRole('button', { name: 'Vælg', exact: true }).press('Enter');
    const boxes = page.getByRole('checkbox', { name: /^Vælg: Rådmandsmøde, \d+\. februar 2028$/ });
    // A sent meeting is cancelled on its own page.
    expect(await boxes.count()).toBe(2);
    for (const box of await boxes.all()) await box.press('Space');
    await page.getByRole('status').getByText('2 møder valgt').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Aflys de valgte' }).press('Enter');
    await page.locator('#chosen-reason:focus[aria-invalid=true]').waitFor();
    await page.keyboard.type('Vinterferie');
    await page.keyboard.press('Enter');
    await page.getByText('2 møder er aflyst.').first().waitFor();
    await page.locator('#choose-meetings:focus').waitFor();
    expect(await statesOf(ids)).toEqual(['cancelled', 'cancelled', 'sent']);
    await page.locator('.table').getByText('Aflyst').nth(1).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await page.locator('.table').getByText('Aflyst').first().waitFor({ state: 'detached' });
    expect(await statesOf(ids)).toEqual(['planned', 'drafting', 'sent']);
    await close();
  });

  it('says which was refused, and takes back the others', async () => {
    const ids = await threeMeetings('2028-05');
    const { page, go, close } = await web.open('MSA', { viewport: { width: 320, height: 640 } });
    await go(`/meetings?body=${bodyId}&from=2028-05-01`);
    await page.getByRole('button', { name: 'Vælg', exact: true }).click();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    expect(await axeFindings(page)).toEqual([]);
    await web.api.send('patch', `meetings/${ids[1] ?? ''}`, { place: 'Her' }, { ifMatch: 1 });
    await page.getByLabel('Hvorfor de aflyses').fill('Ferie');
    await page.getByRole('button', { name: 'Aflys de valgte' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByText('1 møde er aflyst.').first().waitFor();
    expect(await statesOf(ids)).toEqual(['cancelled', 'drafting', 'sent']);
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.locator('.table').getByText('Aflyst').first().waitFor({ state: 'detached' });
    expect(await statesOf(ids)).toEqual(['planned', 'drafting', 'sent']);
    await close();
  });

  it('is nothing for those who do not make the meetings', async () => {
    const { page, go, close } = await web.open('KVL');
    await go('/meetings');
    expect(await page.getByRole('button', { name: 'Vælg', exact: true }).count()).toBe(0);
    await close();
  });
});
