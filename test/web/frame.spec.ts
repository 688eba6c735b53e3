import { describe, expect, it } from '@jest/globals';
import { startDesk } from './desk.js';

const web = startDesk();

describe('somebody who is not signed in', () => {
  it('is led to the login, which leads back to where they were going', async () => {
    const { page, go, close } = await web.open(null);
    await go('/follow-ups?unit=FAS');
    const button = page.getByRole('link', { name: 'Log ind' });
    expect(await button.getAttribute('href')).toBe('/sign-in?returnTo=%2Ffollow-ups%3Funit%3DFAS');
    await close();
  });

  it('is never led to a foreign place', async () => {
    const { page, go, close } = await web.open(null);
    await go('/login?returnTo=//evil.example/');
    expect(await page.getByRole('link', { name: 'Log ind' }).getAttribute('href')).toBe(
      '/sign-in?returnTo=%2F',
    );
    await close();
  });
});

describe('somebody who signs in', () => {
  it.each([
    ['MSA', '/overview'],
    ['KVL', '/overview'],
    ['IDA', '/follow-ups?unit=BFU'],
    ['PSN', '/follow-ups?unit=%C3%98KA'],
    ['NVA', '/overview'],
  ])('%s begins at %s', async (initials, address) => {
    const { page, go, close } = await web.open(initials);
    await go('/');
    await page.waitForURL(web.base + address);
    await close();
  });
});

describe('going from page to page', () => {
  it('puts the focus on the heading and changes the title, and not at first', async () => {
    const { page, go, close } = await web.open('MSA');
    await go('/overview');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.getByRole('link', { name: 'Møder', exact: true }).click();
    await page.locator('h1:focus').filter({ hasText: 'Møder' }).waitFor();
    expect(await page.title()).toBe('Møder – Dagsorden');
    await page.goBack();
    await page.locator('h1:focus').filter({ hasText: 'Oversigt' }).waitFor();
    await close();
  });

  it('says which view of the meetings is the one that is shown', async () => {
    const { page, go, close } = await web.open('MSA');
    await go('/meetings');
    const current = page.locator('.views [aria-current=page]');
    expect(await current.allInnerTexts()).toEqual(['Liste']);
    await page.getByRole('link', { name: 'Kalender' }).click();
    await current.filter({ hasText: 'Kalender' }).waitFor();
    expect(await current.count()).toBe(1);
    await close();
  });

  it('can skip the header', async () => {
    const { page, go, close } = await web.open('MSA');
    await go('/meetings');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#content:focus').waitFor();
    await close();
  });
});

describe('a session that ends', () => {
  it('is told on the page, which goes on when the same person is back', async () => {
    const { page, go, close } = await web.open('MSA');
    await go('/follow-ups');
    await page.locator('[data-follow-up]').first().focus();
    await page.keyboard.press('k');
    await page.getByRole('textbox', { name: 'Kommentar' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Det er aftalt.');
    await web.api.database.query("UPDATE session SET ends_at = ends_at - interval '1 day'");
    await page.keyboard.press('Control+Enter');
    await page.getByText('Du er ikke logget ind længere.').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Kommentar' }).inputValue()).toBe('Det er aftalt.');
    await page.getByRole('dialog').getByText('Du er blevet logget ud').waitFor();
    await web.api.database.query("UPDATE session SET ends_at = ends_at + interval '1 day'");
    await page.evaluate(() => new BroadcastChannel('dagsorden.signed-in').postMessage('signed-in'));
    await page.getByText('Du er blevet logget ud').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByText('Kommentaren er gemt.').first().waitFor();
    await close();
  });
});

describe('a lost connection', () => {
  it('is told under the header until it is back', async () => {
    const { page, go, close } = await web.open('MSA');
    await go('/overview');
    await page.context().setOffline(true);
    await page.locator('.strip', { hasText: 'Offline.' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('.strip', { hasText: 'Offline.' }).waitFor({ state: 'detached' });
    await close();
  });
});

describe('an administrator', () => {
  it('is told what is wrong with a form, and saves it when it is right', async () => {
    const { page, go, close } = await web.open('NVA');
    await go('/admin/units?id=new');
    await page.getByRole('button', { name: 'Gem' }).click();
    const summary = page.locator('.fault-summary:focus');
    await summary.getByText('Ret 2 fejl, før du gemmer').waitFor();
    expect(await page.title()).toMatch(/^Fejl: /);
    await page.getByRole('link', { name: 'Kode skal udfyldes.' }).click();
    await page.getByLabel('Kode', { exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('KUL');
    await page.getByLabel('Navn', { exact: true }).fill('Kultur');
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByText('KUL er oprettet.').first().waitFor();
    await page.getByRole('link', { name: /^KUL/ }).waitFor();
    await close();
  });

  it('sees what somebody else has saved meanwhile, beside what was typed', async () => {
    const { page, go, close } = await web.open('NVA');
    const [unit] = await web.api.database.query<{ id: string }>("SELECT id FROM unit WHERE code = 'VOS'");
    await go(`/admin/units?id=${unit?.id ?? ''}`);
    await page.getByLabel('Navn', { exact: true }).fill('Voksne');
    await web.api.database.query("UPDATE unit SET name = 'Støtte', version = version + 1 WHERE code = 'VOS'");
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByText('En anden har ændret det imens').waitFor();
    expect(await page.locator('.conflict').innerText()).toMatch(/Gælder nu: Støtte[\s\S]*Dit: Voksne/);
    await page.getByRole('button', { name: 'Gem mit alligevel' }).click();
    await page.getByText('VOS er gemt.').first().waitFor();
    await close();
  });

  it('gives a role and ends it again', async () => {
    const { page, go, close } = await web.open('NVA');
    const [person] = await web.api.database.query<{ id: string }>(
      "SELECT id FROM person WHERE initials = 'PSN'",
    );
    await go(`/admin/users?id=${person?.id ?? ''}`);
    await page.getByLabel('Rolle', { exact: true }).selectOption('reader');
    await page.getByLabel('Forum').selectOption({ label: 'Rådmandsmøde' });
    await page.getByRole('button', { name: 'Giv en rolle' }).click();
    await page.getByText('Læser, Rådmandsmøde', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Afslut rollen: Læser, Rådmandsmøde' }).click();
    await page.getByText('Læser, Rådmandsmøde', { exact: true }).waitFor({ state: 'detached' });
    await close();
  });
});
