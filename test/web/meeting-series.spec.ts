import { beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let open: TestPage;

beforeEach(async () => {
  open = await web.open('MSA');
  await open.go('/meetings');
});

/** Counts what a person does: presses of the mouse and keys that are not part of typing a text. */
async function countActs(): Promise<() => Promise<number>> {
  await open.page.evaluate(() => {
    const counted = window as unknown as { acts: number };
    counted.acts = 0;
    for (const kind of ['pointerdown', 'keydown'])
      addEventListener(kind, (event) => (counted.acts += event.isTrusted ? 1 : 0), true);
  });
  return () => open.page.evaluate(() => (window as unknown as { acts: number }).acts);
}

const status = () => open.page.getByRole('region', { name: 'Datoerne' }).getByRole('status');
const make = () => open.page.getByRole('button', { name: /^Opret \d+/ });
const ofBody = async (): Promise<number> => {
  const [row] = await web.api.database.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM meeting WHERE date >= '2027-01-01' AND state = 'planned'",
  );
  return row?.n ?? -1;
};

describe('a year of meetings', () => {
  it('is planned with one form that is right from the start, a look at its dates, and one confirmation, and taken back with one press', async () => {
    const before = await ofBody();
    const acts = await countActs();
    await open.page.getByRole('link', { name: 'Opret mødeserie' }).click();
    await status().filter({ hasText: 'møder fra' }).waitFor();
    const [count = '0'] = /\d+/.exec(await status().innerText()) ?? [];
    expect(Number(count)).toBeGreaterThan(40);
    await make().click();
    await open.page
      .locator('#undo')
      .filter({ hasText: `${count}\u00a0møder er oprettet.` })
      .waitFor();
    expect(await acts()).toBe(2);
    expect(await ofBody()).toBe(before + Number(count));
    expect(await open.page.locator('h1').innerText()).toBe('Møder');
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await ofBody()) === before);
  });

  it('leaves out what is taken out by hand, and says of each other day why there is no meeting', async () => {
    await open.page.getByRole('link', { name: 'Opret mødeserie' }).click();
    await open.page.getByLabel('Ugedag').selectOption('Torsdag');
    await open.page.getByLabel('Fra og med').fill('1. maj 2028');
    await open.page.getByLabel('Til og med').fill('30. juni 2028');
    await status()
      .filter({ hasText: /^8\smøder fra/ })
      .waitFor();
    await open.page.getByRole('checkbox', { name: /torsdag den 22\./ }).uncheck();
    await status()
      .filter({ hasText: /^7\smøder fra/ })
      .waitFor();
    await open.page.getByText(/^1\sdag springes over/).click();
    expect(await open.page.locator('.series-skipped li').allInnerTexts()).toEqual([
      '25. maj 2028: Kristi himmelfartsdag',
    ]);
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('names what is typed wrong where it stands, and makes nothing', async () => {
    const before = await ofBody();
    await open.page.getByRole('link', { name: 'Opret mødeserie' }).click();
    // A year in which nobody has planned anything yet.
    await open.page.getByLabel('Fra og med').fill('1. januar 2029');
    await open.page.getByLabel('Til og med').fill('31. december 2029');
    await status().filter({ hasText: '2029' }).waitFor();
    await open.page.getByLabel('Begynder').fill('25');
    await make().click();
    await open.page.getByRole('link', { name: 'Skriv et klokkeslæt, for eksempel 9.00.' }).click();
    expect(await open.page.evaluate(() => document.activeElement?.id)).toBe('start');
    await open.page.getByLabel('Til og med').fill('1. januar 2029');
    await open.page.getByRole('alert').filter({ hasText: 'Der er ingen sådan dag i perioden' }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    expect(await ofBody()).toBe(before);
  });
});
