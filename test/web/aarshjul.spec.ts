import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aarshjul } from '../../libs/contracts/aarshjul.js';
import { makeMeeting, putMeetingInto } from '../builders/meetings.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';

const web = startDesk();

/** Gives the rådmandsmøde these themes, whatever it had. */
async function writeAarshjul(items: readonly object[]): Promise<void> {
  const { version } = await web.api.take(aarshjul, 'get', `bodies/${web.bodyId}/aarshjul`);
  await web.api.take(aarshjul, 'put', `bodies/${web.bodyId}/aarshjul`, { items }, { ifMatch: version });
}

const month = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('the year month by month', () => {
  it('shows the secretariat what is due, the meetings of each month, and where one is missing', async () => {
    await writeAarshjul([
      { title: 'Budget', month: 3, type: 'decision', minutes: 20 },
      { title: 'Regnskab', month: 4 },
      { title: 'Ferieplan', month: 5 },
    ]);
    await makeMeeting(web.api, web.bodyId, '2029-03-06');
    const { id: cancelled } = await makeMeeting(web.api, web.bodyId, '2029-04-03');
    await putMeetingInto(web.api, cancelled, 'cancelled');
    const { page, go, complaints } = await web.open('MSA');
    await go('/aarshjul?year=2029');
    expect(await page.locator('h1').innerText()).toBe('Årshjul 2029');
    const march = await month(page, 'Marts').innerText();
    expect(march).toMatch(/Budget\s+Rådmandsmøde · Beslutning · 20\smin\./);
    expect(march).not.toContain('Intet møde');
    expect(await month(page, 'April').innerText()).toMatch(/Regnskab[\s\S]*Intet møde i april[\s\S]*Aflyst/);
    expect(await month(page, 'Maj').innerText()).toMatch(
      /Ferieplan[\s\S]*Intet møde i maj[\s\S]*Ingen møder/,
    );
    expect(await month(page, 'Juni').innerText()).toContain('Ingen temaer eller møder.');
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await axeFindings(page)).toEqual([]);
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });

  it('is reached from the menu, turned from year to year and to one body, and leads to its meetings', async () => {
    await writeAarshjul([{ title: 'Budget', month: 3 }]);
    await makeMeeting(web.api, web.bodyId, '2031-03-04');
    const { page, go } = await web.open('MSA');
    await go('/aarshjul?year=2030');
    await page
      .getByRole('link', { name: 'Årshjul', exact: true })
      .and(page.locator('[aria-current]'))
      .waitFor();
    await page.getByRole('link', { name: 'Næste år' }).click();
    await page.locator('h1').filter({ hasText: 'Årshjul 2031' }).waitFor();
    await page.getByLabel('Forum').selectOption({ label: 'Rådmandsmøde' });
    await page.waitForURL(`**/aarshjul?year=2031&body=${web.bodyId}`);
    await page.getByRole('link', { name: 'Ret årshjulet for Rådmandsmøde' }).waitFor();
    expect(await page.getByRole('link', { name: /^Ret årshjulet for/ }).count()).toBe(1);
    await month(page, 'Marts').getByRole('link').click();
    await page.locator('h1').filter({ hasText: '4. marts 2031' }).waitFor();
  });

  it('is the meetings alone to whoever makes no agendas: some themes become closed points', async () => {
    await writeAarshjul([{ title: 'Lønforhandling', month: 3 }]);
    await makeMeeting(web.api, web.bodyId, '2032-03-02');
    const { page, go } = await web.open('KVL');
    await go('/aarshjul?year=2032');
    expect(await month(page, 'Marts').innerText()).toContain('tirs. 2. mar. 2032');
    const whole = await page.locator('body').innerText();
    expect(whole).not.toContain('Lønforhandling');
    expect(whole).not.toContain('Temaer');
    expect(await page.getByRole('link', { name: /^Ret årshjulet/ }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});
