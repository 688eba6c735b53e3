import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aarshjul } from '../../libs/contracts/aarshjul.js';
import { decision } from '../../libs/contracts/decisions.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let open: TestPage;
beforeEach(async () => {
  open = await web.open('MSA');
});
afterEach(async () => {
  expect(open.complaints).toEqual([]);
  await open.close();
});

const button = (name: string | RegExp) => open.page.getByRole('button', { name });
const undoBar = (text: string | RegExp) => open.page.locator('#undo').filter({ hasText: text }).waitFor();
const standing = async (): Promise<string[]> => {
  const rows = await web.api.database.query<{ title: string }>(
    `SELECT fields->>'title' AS title FROM standing_point WHERE body_id = $1 ORDER BY position`,
    [web.bodyId],
  );
  return rows.map(({ title }) => title);
};

describe('the template of a body', () => {
  it('is kept as a list: what is wrong is named and reached, and what is right is saved in its order', async () => {
    const before = await standing();
    await open.go(`/admin/bodies?id=${web.bodyId}&part=standing`);
    await button('Tilføj et fast punkt').click();
    const place = before.length + 1;
    await button('Gem').click();
    await open.page.getByRole('link', { name: `Skriv en titel i række ${place}.` }).click();
    await open.page.keyboard.type('Meddelelser');
    expect(await axeFindings(open.page)).toEqual([]);
    await button('Flyt ”Meddelelser” op').click();
    const focused = () => open.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('Flyt ”Meddelelser” op');
    await button('Gem').click();
    await undoBar('Rådmandsmøde er gemt.');
    const last = before.at(-1) ?? '';
    expect(await standing()).toEqual([...before.slice(0, -1), 'Meddelelser', last]);
    await open.page.setViewportSize({ width: 320, height: 700 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('shows both lists where somebody else saved theirs first, and loses neither', async () => {
    await open.go(`/admin/bodies?id=${web.bodyId}&part=aarshjul`);
    await button('Tilføj en post').click();
    await open.page.getByLabel('Titel').fill('Budget');
    const items = [{ title: 'Kvartalsstatus', month: 11 }];
    await web.api.take(aarshjul, 'put', `bodies/${web.bodyId}/aarshjul`, { items }, { ifMatch: 1 });
    await button('Gem').click();
    const panel = open.page.getByRole('alert').filter({ hasText: 'En anden har ændret det imens' });
    await panel.filter({ hasText: 'Kvartalsstatus, november' }).filter({ hasText: 'Budget' }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await button('Brug det nye').click();
    await until(async () => (await open.page.getByLabel('Titel').inputValue()) === 'Kvartalsstatus');
  });
});

describe('beside the agenda', () => {
  it('what was put off and what the year brings is laid on by a press or by being dropped on a row', async () => {
    const items = [{ title: 'Kvartalsstatus', month: 11, minutes: 10 }];
    const { version } = await web.api.take(aarshjul, 'get', `bodies/${web.bodyId}/aarshjul`);
    await web.api.take(aarshjul, 'put', `bodies/${web.bodyId}/aarshjul`, { items }, { ifMatch: version });
    const { id: old } = await makeMeeting(web.api, web.bodyId, '2034-11-07');
    const point = await makePoint(web.api, old, 'Åbningstider', { minutes: 10 });
    await web.api.send('post', `agenda-points/${point.id}/attachments`, {
      ...{ title: 'Kort', visibility: 'open' },
    });
    await putMeetingInto(web.api, old, 'in-session');
    const fields = { outcome: 'deferred', text: paragraph('Udsat.') };
    await web.api.take(decision, 'put', `agenda-points/${point.id}/decision`, fields);
    const { id: meetingId } = await makeMeeting(web.api, web.bodyId, '2034-11-14');
    for (const title of ['Dagsorden', 'Bordet rundt'])
      await makePoint(web.api, meetingId, title, { type: 'standing' });
    await putMeetingInto(web.api, meetingId, 'drafting');
    await open.go(`/meetings/${meetingId}/agenda`);
    const titles = () =>
      open.page
        .locator('.row-title')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLTextAreaElement).value));
    const shown = (expected: readonly string[]) =>
      until(async () => (await titles()).join() === expected.join());
    await open.page.getByText('1 bilag følger med').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await button('Læg på: Åbningstider').click();
    await undoBar('Punkt 2, Åbningstider, er tilføjet.');
    await shown(['Dagsorden', 'Åbningstider', 'Bordet rundt']);
    await open.page.getByText('Forummet har ingen udsatte punkter').waitFor();
    await button('Fortryd').click();
    await button('Læg på: Åbningstider').waitFor();
    const card = open.page.locator('.card-row', { hasText: 'Kvartalsstatus' });
    await card.dragTo(open.page.locator('.row').first(), { targetPosition: { x: 100, y: 4 } });
    await undoBar('Punkt 1, Kvartalsstatus, er tilføjet.');
    await shown(['Kvartalsstatus', 'Dagsorden', 'Bordet rundt']);
    await card.filter({ hasText: 'Står på dagsordenen' }).waitFor();
  });
});

describe('a view of the meetings', () => {
  it('is kept under a name, found again, renamed and removed, each taken back by Fortryd', async () => {
    await open.go('/meetings?view=calendar&state=planned&month=2034-11');
    const views = open.page.getByRole('navigation', { name: 'Gemte visninger' });
    await button('Gem visning').click();
    await button('Gem').click();
    await open.page.getByText('Skriv et navn til visningen.').waitFor();
    await open.page.keyboard.type('Planlagt i november');
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.keyboard.press('Enter');
    await undoBar('Visningen ”Planlagt i november” er gemt.');
    await open.go('/meetings');
    await views.getByRole('link', { name: 'Planlagt i november' }).click();
    await open.page.waitForURL(/view=calendar/);
    expect(new URL(open.page.url()).searchParams.get('month')).toBe('2034-11');
    await button('Fjern visningen').click();
    await undoBar('Visningen ”Planlagt i november” er fjernet.');
    await button('Fortryd').click();
    await views.getByRole('link', { name: 'Planlagt i november' }).waitFor();
    await button('Omdøb visningen').click();
    await open.page.getByLabel('Visningens navn').fill('November');
    await open.page.keyboard.press('Enter');
    await views.getByRole('link', { name: 'November', exact: true }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
  });
});
