import { describe, expect, it } from '@jest/globals';
import { startDesk } from './desk.js';
import { axeFindings } from './support.js';

const web = startDesk();

describe('a form that is tried with faults in it', () => {
  it.each([
    ['/meetings/new', 'Dato', 'Opret og åbn dagsorden'],
    ['/meetings/series', 'Fra og med', /^Opret \d+ møder$/],
  ] as const)('%s gathers them above, with a way to each field', async (path, date, make) => {
    const { page, go, close } = await web.open('MSA');
    await go(path);
    const title = await page.title();
    await page.getByLabel('Slutter').fill('8.00');
    await page.getByLabel('Begynder').fill('halv ni');
    await page.getByRole('button', { name: make }).press('Enter');
    await page.locator('.fault-summary:focus').waitFor();
    expect(await page.title()).toBe(`Fejl: ${title}`);
    const links = page.locator('.fault-summary a');
    for (const link of await links.all()) {
      const field = (await link.getAttribute('href')) ?? '';
      await link.click();
      await page.locator(`${field}:focus[aria-invalid=true]`).waitFor();
    }
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Begynder').fill('8.30');
    await page.getByRole('button', { name: make }).press('Enter');
    await page.locator('.fault-summary:focus').getByText('efter starttidspunktet').waitFor();
    await page.getByLabel(date, { exact: true }).fill('engang');
    await page.locator('.fault-summary a').first().click();
    await page.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit());
    await page.locator('.fault-summary:focus li').nth(1).waitFor();
    await close();
  });

  it('is not at fault any more once it was tried without any', async () => {
    const { page, go, close } = await web.open('MSA');
    await go('/meetings/new');
    await page.getByLabel('Dato', { exact: true }).fill('snart');
    await page.getByRole('button', { name: 'Opret og åbn dagsorden' }).click();
    await page.locator('.fault-summary:focus').waitFor();
    await page.getByLabel('Dato', { exact: true }).fill('2. marts 2027');
    await page.getByRole('button', { name: 'Opret og åbn dagsorden' }).click();
    await page.locator('h1:focus').filter({ hasText: '2. marts 2027' }).waitFor();
    expect(await page.title()).not.toContain('Fejl');
    await close();
  });
});

describe('a time and a date', () => {
  it('take the form in which they are printed when the field is left, and not before', async () => {
    const { page, go, close } = await web.open('MSA');
    await go('/meetings/new');
    const start = page.getByLabel('Begynder');
    await start.fill('');
    await start.pressSequentially('1815');
    expect(await start.inputValue()).toBe('1815');
    await start.press('Tab');
    expect(await start.inputValue()).toBe('18.15');
    await page.getByLabel('Dato', { exact: true }).fill('14/1-2027');
    await page.getByLabel('Dato', { exact: true }).press('Tab');
    expect(await page.getByLabel('Dato', { exact: true }).inputValue()).toBe('14. januar 2027');
    await close();
  });
});
