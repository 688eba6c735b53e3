import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { meeting } from '../../libs/contracts/meetings.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();

let open: TestPage;
async function visit(initials: string, path: string): Promise<Page> {
  open = await web.open(initials);
  await open.go(path);
  return open.page;
}

interface Sent {
  readonly id: string;
  readonly points: readonly string[];
}

/** A meeting whose agenda of these points was sent once; closed ones are marked with a star before the title. */
async function sentOnce(date: string, titles: readonly string[]): Promise<Sent> {
  const { id } = await makeMeeting(web.api, web.bodyId, date);
  const points: string[] = [];
  for (const title of titles) {
    const closed = title.startsWith('*') ? { visibility: 'closed', closedReason: 'Personsag' } : {};
    points.push((await makePoint(web.api, id, title.replace('*', ''), { minutes: 10, ...closed })).id);
  }
  await putMeetingInto(web.api, id, 'drafting');
  await send(id);
  return { id, points };
}
async function send(id: string): Promise<void> {
  const { version } = await web.api.take(meeting, 'get', `meetings/${id}`);
  const answer = await web.api.send('post', `meetings/${id}/agenda-versions`, undefined, {
    ifMatch: version,
  });
  expect(answer.told).toBe('201');
}
const change = (pointId: string | undefined, fields: object, ifMatch = 1) =>
  web.api.send('patch', `agenda-points/${pointId}`, fields, { ifMatch });
const said = (page: Page, pointId: string | undefined) =>
  page.locator(`.changes [data-point="${pointId}"] .change-said`).innerText();

describe('what changed between versions of an agenda', () => {
  it('is told point by point, of the meeting too, and of any two that the address names', async () => {
    const { id, points } = await sentOnce('2027-03-02', ['Budget', 'Skoler', 'Bordet rundt']);
    await change(points[0], { title: 'Budget 2028', minutes: 15, purpose: paragraph('Nu med tal.') });
    await web.api.send('post', `agenda-points/${points[1]}/attachments`, {
      ...{ title: 'Kort', visibility: 'open' },
    });
    await web.api.send('post', `agenda-points/${points[2]}/withdraw`, {}, { ifMatch: 1 });
    const late = await makePoint(web.api, id, 'Snerydning', { lateReason: 'Kom i dag' });
    const { version } = await web.api.take(meeting, 'get', `meetings/${id}`);
    await web.api.send('patch', `meetings/${id}`, { place: 'Rådhuset' }, { ifMatch: version });

    const page = await visit('MSA', `/meetings/${id}/changes`);
    expect(await page.locator('h1').innerText()).toBe('Ændringer: Rådmandsmøde, 2. marts 2027');
    const sentences = await said(page, points[0]);
    for (const words of [
      'Punktet hed før ”Budget”.',
      'Rettet: Baggrund/formål.',
      '15\u00a0min. i stedet for',
    ])
      expect(sentences).toContain(words);
    expect(await said(page, points[1])).toContain('Nyt: Bilag 1, ”Kort”.');
    expect(await said(page, points[2])).toContain('Punktet udgår.');
    expect(await said(page, late.id)).toBe('Punktet er nyt.');
    await page.getByText(/^Sted: Rådhuset i stedet for /).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFindings(page)).toEqual([]);
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);

    // Any two: the address says which, and the way back leads to those before.
    await page.getByLabel('Til', { exact: true }).selectOption('1');
    await page.getByText('Intet ændret siden version 1.').waitFor();
    expect(page.url()).toContain('changes?from=1&to=1');
    await page.goBack();
    await page.getByText('Punktet hed før').waitFor();
    expect(open.complaints).toEqual([]);
  });

  it('is marked on the rows of those who correct it at once, in words, and not by another time alone', async () => {
    const { id, points } = await sentOnce('2027-03-09', ['Budget', 'Skoler']);
    const page = await visit('MSA', `/meetings/${id}`);
    expect(await page.getByText('Ændret', { exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Ret og genudsend' }).click();
    const row = page.locator(`[data-point="${points[0]}"]`);
    await row.locator('.row-minutes input').fill('20');
    await row.getByText('Ændret', { exact: true }).waitFor();
    expect(await row.locator('[title^="anden varighed"]').innerText()).toContain('anden varighed');
    expect(await page.locator(`[data-point="${points[1]}"]`).getByText('Ændret').count()).toBe(0);
  });

  it('is nothing to readers until it is sent, and then what they may read of it', async () => {
    const { id, points } = await sentOnce('2027-03-16', ['Budget', '*Lukket sag']);
    await change(points[0], { title: 'Budget 2028' });
    let page = await visit('IDA', `/meetings/${id}`);
    await page.getByText('Budget', { exact: false }).first().waitFor();
    expect(await page.getByText('Ændret', { exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /^Hvad er ændret/ }).count()).toBe(0);

    await change(points[1], { title: 'Lukket sag, rettet' });
    await send(id);
    page = await visit('IDA', `/meetings/${id}`);
    await page.getByText('Ændret', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Hvad er ændret siden version 1?' }).click();
    await page.getByText('Punktet hed før ”Budget”.').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Lukket sag');
    expect(await page.getByLabel('Til', { exact: true }).locator('option').count()).toBe(2);
  });

  it('leads from the list of a correction and from the history', async () => {
    const { id, points } = await sentOnce('2027-03-23', ['Budget']);
    await change(points[0], { title: 'Budget 2028' });
    const page = await visit('MSA', `/meetings/${id}/send`);
    await page.getByRole('link', { name: 'Sammenlign versionerne' }).click();
    await until(() => Promise.resolve(page.url().includes('/changes?from=1&to=draft')));
    await page.getByRole('link', { name: 'Historik' }).click();
    await page.getByRole('link', { name: 'Sammenlign versioner' }).click();
    await page.getByText('Punktet hed før ”Budget”.').waitFor();
  });
});
