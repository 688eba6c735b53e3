import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { putMeetingInto } from '../builders/meetings.js';
import { draftedMeeting, pointId, rowOf, storedTitles, untilTold } from './agenda-pages.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, startWithProfile } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();

let open: TestPage;
let meetingId = '';

/** A page of an agenda of two points. */
async function openPlain(): Promise<void> {
  meetingId = await draftedMeeting(web, web.bodyId, ['Dagsorden', 'Budget']);
  open = await web.open('MSA');
  await open.go(`/meetings/${meetingId}/agenda`);
}
const budget = (): Locator => rowOf(open.page, 'Budget');
const stored = () => storedTitles(web, meetingId);

const status = (text: string | RegExp) => open.page.locator('[role=status]').filter({ hasText: text });

describe('what is typed', () => {
  it('is said to be restored after a reload in the pause, and saved', async () => {
    await openPlain();
    await budget().locator('.row-title').fill('Budget 2035');
    await open.page.reload();
    await open.page.locator('.save-status', { hasText: /^Kladde gendannet\. Gemt/ }).waitFor();
    await status(/Kladde gendannet/).waitFor({ state: 'attached' });
    expect(await stored()).toContain('Budget 2035');
  });

  it('is there when the browser was killed and is opened again', async () => {
    await openPlain();
    const profile = await mkdtemp(join(tmpdir(), 'dagsorden-profile-'));
    const cookies = await open.page.context().cookies();
    const files = join(profile, 'Default', 'Local Storage', 'leveldb');
    const first = await startWithProfile(profile);
    await first.context.addCookies(cookies);
    const page = await first.context.newPage();
    await page.goto(`${web.base}/meetings/${meetingId}/agenda`);
    // Nothing reaches the server: only the device can have it.
    await page.route('**/api/v1/agenda-points/*', (route) => route.abort());
    await rowOf(page, 'Budget').locator('.row-title').fill('Budget 2036');
    await page.locator('.save-status', { hasText: 'Kunne ikke gemmes' }).waitFor();
    // The browser itself writes what a page keeps a few seconds later.
    await until(async () => {
      const texts = await Promise.all((await readdir(files)).map((file) => readFile(join(files, file))));
      return texts.some((text) => text.includes('Budget 2036'));
    }, 40_000);
    await first.kill();

    const again = await startWithProfile(profile);
    await again.context.addCookies(cookies);
    const back = await again.context.newPage();
    await back.goto(`${web.base}/meetings/${meetingId}/agenda`);
    await back.locator('.save-status', { hasText: /Kladde gendannet/ }).waitFor();
    await until(async () => (await stored()).includes('Budget 2036'));
    await again.context.close();
    await rm(profile, { recursive: true, force: true });
  });

  it('into the field for a new point is there after a reload, and waits for the line', async () => {
    await openPlain();
    await open.page.locator('#new-point').fill('Personale');
    await open.page.reload();
    await open.page.locator('#new-point').waitFor();
    expect(await open.page.locator('#new-point').inputValue()).toBe('Personale');
    await open.page.context().setOffline(true);
    await open.page.locator('#new-point').press('Enter');
    await open.page.locator('.new-point [role=alert]').waitFor();
    await until(async () => (await open.page.locator('#new-point').inputValue()) === 'Personale');
    await open.page.context().setOffline(false);
    await open.page.locator('#new-point').press('Enter');
    await untilTold(open.page, /Personale, er tilføjet/);
    expect(await open.page.locator('#new-point').inputValue()).toBe('');
    expect((await stored()).filter((title) => title === 'Personale')).toHaveLength(1);
  });

  it('into a point that somebody removed stands beside the agenda, also after a reload, and becomes a point', async () => {
    await openPlain();
    const id = await pointId(web, meetingId, 'Budget');
    await open.page.context().setOffline(true);
    await budget().locator('.row-title').fill('Budget, ny tekst');
    await open.page.locator('.save-status', { hasText: 'Kunne ikke gemmes' }).waitFor();
    await web.api.send('delete', `agenda-points/${id}`, undefined, { ifMatch: 1 });
    await open.page.context().setOffline(false);
    const panel = open.page.locator('.panel').filter({ hasText: 'er ikke på dagsordenen længere' });
    await panel.getByText('Budget, ny tekst').waitFor();
    await open.page.reload();
    await panel.getByText('Budget, ny tekst').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await panel.getByRole('button', { name: 'Kassér' }).click();
    await untilTold(open.page, 'er kasseret');
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await panel.getByRole('button', { name: 'Opret som nyt punkt' }).click();
    await untilTold(open.page, /Budget, ny tekst, er tilføjet/);
    expect(await stored()).toEqual(['Dagsorden', 'Budget, ny tekst']);
    expect(await panel.count()).toBe(0);
  });
});

describe('two at one title', () => {
  it('the second is told who and when, compares word by word, keeps the focus, and the history has both', async () => {
    await openPlain();
    const id = await pointId(web, meetingId, 'Budget');
    // The page hears of nothing meanwhile.
    await open.page.route('**/agenda/presence', (route) => route.abort());
    const jkj = await web.api.signIn([{ role: 'secretariat', bodyId: web.bodyId }], 'Maja Bro');
    await web.api.send('patch', `agenda-points/${id}`, { title: 'Budget for 2035' }, { ifMatch: 1, by: jkj });
    await budget().locator('.row-title').fill('Budget for skoler');
    const alert = open.page.getByRole('alert');
    await alert
      .filter({ hasText: /^Maja Bro gemte en nyere version kl\.\s\d+\.\d\d\. Din tekst er bevaret\.$/ })
      .waitFor();
    expect(await open.page.locator('.conflict').innerText()).toMatch(
      /Budget for 2035[\s\S]*Budget for skoler/,
    );
    await open.page.getByRole('button', { name: 'Sammenlign' }).click();
    expect(await open.page.locator('.word-marks del').innerText()).toContain('2035');
    expect(await open.page.locator('.word-marks ins').innerText()).toContain('skoler');
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.getByRole('button', { name: 'Behold min tekst' }).click();
    await open.page.locator('[data-control=title]:focus').waitFor();
    await until(async () => (await stored()).includes('Budget for skoler'));
    await open.go(`/meetings/${meetingId}/history`);
    const told = await open.page.locator('.history').first().innerText();
    expect(told).toContain('Budget for 2035');
    expect(told).toContain('Budget for skoler');
  });
});

describe('what is said', () => {
  it('of saving stands in a status, and nothing at all in a message that goes by itself', async () => {
    await openPlain();
    await budget().locator('[data-control=minutes]').fill('9');
    await open.page.locator('.save-status', { hasText: /^Gemt kl\./ }).waitFor();
    await status(/Gemt kl\./).waitFor({ state: 'attached' });
    await open.page.locator('h1').focus();
    await untilTold(open.page, 'Punkt 2, Budget, er sat til 9\u00a0min.');
    await status('Punkt 2, Budget, er sat til 9\u00a0min.').waitFor({ state: 'attached' });
    // The undo bar takes its own room: what it says stands in the history as well.
    await open.go(`/meetings/${meetingId}/history`);
    await open.page.locator('[data-event="agenda-point.changed"]').first().waitFor();
  });
});

describe('one person in two tabs', () => {
  /** Opens the same page once more, where it is only read until it is taken over. */
  const takesOver = async (path: string, field: string): Promise<void> => {
    await open.go(path);
    await open.page.locator(field).first().waitFor();
    const other = await open.page.context().newPage();
    await other.goto(web.base + path);
    await other.getByText('Åben i en anden fane.').waitFor();
    expect(await other.locator(field).count()).toBe(0);
    await other.getByRole('button', { name: 'Ret her i stedet' }).click();
    await other.locator(field).first().waitFor();
    await open.page.getByText('Åben i en anden fane.').waitFor();
    expect(await open.page.locator(field).count()).toBe(0);
  };

  it('writes the minutes in one of them', async () => {
    meetingId = await draftedMeeting(web, web.bodyId, ['Budget']);
    await putMeetingInto(web.api, meetingId, 'in-session');
    await web.api.send('post', `meetings/${meetingId}/minutes`);
    open = await web.open('MSA');
    await takesOver(`/meetings/${meetingId}/minutes`, '.minutes textarea');
  });

  it('writes the titles of bilag in one of them', async () => {
    await openPlain();
    const id = await pointId(web, meetingId, 'Budget');
    await web.api.send('post', `agenda-points/${id}/attachments`, { title: 'Budgettet i tal' });
    await takesOver(`/meetings/${meetingId}/points/${id}`, '.bilag-title');
  });
});
