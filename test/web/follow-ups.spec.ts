import { beforeEach, describe, expect, it } from '@jest/globals';
import { startDesk } from './desk.js';
import { axeFindings } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let open: TestPage;

beforeEach(async () => {
  open = await web.open('MSA');
  await open.go('/follow-ups');
});

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await open.page.keyboard.press(key);
};
/** Waits until the status region says it. */
const said = (words: string) => open.page.locator('[role=status]').filter({ hasText: words }).waitFor();
const focused = () =>
  open.page.evaluate(() => {
    const row = document.activeElement?.closest('[data-follow-up]');
    return row?.querySelector('.what-cell')?.textContent ?? document.activeElement?.tagName;
  });
const rows = () => open.page.locator('[data-follow-up]');
const rowOf = (what: string) => rows().filter({ hasText: what });

/** Goes into the list by Tab, as somebody without a mouse does. */
async function intoList(): Promise<string> {
  for (let presses = 0; presses < 40; presses += 1) {
    await keys('Tab');
    if (await open.page.evaluate(() => document.activeElement?.hasAttribute('data-follow-up'))) {
      return (await focused()) ?? '';
    }
  }
  throw new Error('Tab never comes into the list.');
}

/** Gives the follow-up that has the focus to a unit, chosen by typing its code. */
async function giveTo(unit: string): Promise<void> {
  await keys('a');
  await open.page.getByRole('dialog').getByLabel('Enhed').and(open.page.locator(':focus')).waitFor();
  await open.page.keyboard.type(unit);
  await keys('Control+Enter');
  await open.page.locator('#undo').waitFor();
}

describe('the follow-ups by keyboard alone', () => {
  it('are one stop for Tab, and arrows go from one to the next', async () => {
    const first = await intoList();
    await keys('ArrowDown');
    const second = await focused();
    expect(second).not.toBe(first);
    await keys('ArrowUp');
    expect(await focused()).toBe(first);
    await keys('End', 'Home');
    expect(await focused()).toBe(first);
  });

  it('are set to done with a note, and taken back exactly', async () => {
    const what = await intoList();
    await keys('s');
    await open.page.getByRole('dialog').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await keys('ArrowDown', 'ArrowDown', 'Control+Enter');
    await open.page.getByText('Skriv, hvad der kom ud af det.').waitFor();
    await open.page.locator('#status-note:focus').waitFor();
    await open.page.keyboard.type('Tallene er sendt.');
    await keys('Control+Enter');
    await open.page.locator('#undo').waitFor();
    await said('er sat til Udført.');
    await rowOf(what).waitFor({ state: 'detached' });
    await open.page.locator('[data-follow-up]:focus').waitFor();
    await keys('Control+z');
    await said('Det er fortrudt.');
    await rowOf(what).filter({ hasText: 'Ny' }).waitFor();
  });

  it('get another due date typed straight through', async () => {
    const what = await intoList();
    await keys('f');
    await open.page.locator('.date-segment:focus').first().waitFor();
    await open.page.keyboard.type('24122027');
    await keys('Control+Enter');
    await open.page.locator('#undo').waitFor();
    expect(await rowOf(what).innerText()).toContain('24. dec. 2027');
    await rowOf(what).and(open.page.locator(':focus')).waitFor();
    await open.page.getByRole('button', { name: 'Fortryd' }).press('Enter');
    await open.page.getByText('24. dec. 2027').waitFor({ state: 'detached' });
  });

  it('are given to somebody else, and commented', async () => {
    const what = await intoList();
    await giveTo('JOB');
    expect(await rowOf(what).innerText()).toContain('JOB');
    await rowOf(what).and(open.page.locator(':focus')).waitFor();
    await keys('k');
    await open.page.getByLabel('Kommentar').and(open.page.locator(':focus')).waitFor();
    await open.page.keyboard.type('Det er aftalt med centeret.');
    await keys('Control+Enter');
    await open.page.getByText('Kommentaren er gemt.').first().waitFor();
  });

  it('show what was done, and take the next act, before the list is asked for again', async () => {
    const what = await intoList();
    let asked = 0;
    await open.page.route('**/api/v1/follow-ups?*', () => {
      asked += 1;
    });
    await giveTo('FAS');
    expect(await rowOf(what).innerText()).toContain('FAS');
    await open.page.locator('#undo').getByRole('button', { name: 'Luk' }).click();
    await rowOf(what).focus();
    await giveTo('BFU');
    expect(await rowOf(what).innerText()).toContain('BFU');
    expect(asked).toBeGreaterThan(0);
  });

  it('keep who is responsible while the units to choose from are not there yet', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    await open.page.route('**/api/v1/units?*', async (route) => {
      await held;
      await route.continue();
    });
    await open.page.goto(`${web.base}/follow-ups`);
    await rows().first().waitFor();
    await intoList();
    await keys('a');
    const dialog = open.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByRole('button', { name: 'Gem' }).count()).toBe(0);
    release();
    const unit = dialog.getByLabel('Enhed');
    await unit.and(open.page.locator(':focus')).waitFor();
    expect(await unit.inputValue()).not.toBe('');
  });

  it('open beside the list, with their history, and close on the way back', async () => {
    await open.page.getByLabel('Status', { exact: true }).selectOption('all');
    await open.page.waitForURL(/status=all$/);
    await intoList();
    await keys('e');
    await open.page.locator('.side-panel .facts').waitFor();
    await open.page.locator('h2:focus').waitFor();
    expect(open.page.url()).toMatch(/\/follow-ups\/[0-9a-f-]{36}\?status=all$/);
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.goBack();
    await open.page.locator('.side-panel').waitFor({ state: 'detached' });
    await open.page.waitForURL(/\/follow-ups\?status=all$/);
  });

  it('are chosen with Space, and acted on together', async () => {
    await intoList();
    await keys('Space', 'ArrowDown', 'Space');
    await open.page.getByText('2 valgt').waitFor();
    await keys('s');
    await open.page.getByText(/Gælder: 2\sopfølgninger/).waitFor();
    await keys('Escape');
    await open.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('hear no letters when they are switched off in the profile', async () => {
    await open.go('/profile');
    await open.page.getByRole('group', { name: 'Genveje med ét bogstav' }).getByLabel('Slået fra').check();
    await open.page.getByRole('link', { name: 'Opfølgning', exact: true }).click();
    await rows().first().waitFor();
    await intoList();
    await keys('s');
    await keys('ArrowDown');
    expect(await open.page.getByRole('dialog').count()).toBe(0);
  });

  it('show all keys under "?"', async () => {
    await intoList();
    await keys('?');
    await open.page.getByRole('dialog', { name: 'Genveje' }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
  });
});

describe('the filters', () => {
  it('stand in the address, and the way back undoes them', async () => {
    await open.page.getByLabel('Enhed').selectOption('FAS');
    await open.page.getByRole('heading', { level: 1, name: 'Opfølgning – FAS' }).waitFor();
    await open.page.getByLabel('Frist', { exact: true }).selectOption('overdue');
    await open.page.waitForURL(/unit=FAS&due=overdue/);
    await open.page.goBack();
    await open.page.waitForURL(/\/follow-ups\?unit=FAS$/);
    await open.page.getByRole('button', { name: 'Ryd filtre' }).click();
    await open.page.waitForURL(/\/follow-ups$/);
  });
});
