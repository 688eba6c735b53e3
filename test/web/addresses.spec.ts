import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { openSession } from '../support/sign-in.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';

const web = startDesk();

/** So low that every list is longer than the window. */
const LOW = { viewport: { width: 1280, height: 400 } };

const scrolledTo = (page: Page): Promise<number> => page.evaluate(() => Math.round(window.scrollY));

/** Scrolls down and gives the place, once the page has noted it. */
async function scrollDown(page: Page): Promise<number> {
  await page.evaluate(() => window.scrollTo(0, 300));
  await until(async () => (await scrolledTo(page)) > 200);
  return scrolledTo(page);
}

/** A meeting of the rådmandsmøde that the sample people know, with an agenda of many points. */
async function longMeeting(): Promise<{ meetingId: string; pointId: string }> {
  const { id } = await makeMeeting(web.api, web.bodyId);
  const ids: string[] = [];
  for (let at = 1; at <= 12; at += 1) ids.push((await makePoint(web.api, id, `Sag ${at}`)).id);
  return { meetingId: id, pointId: ids[7] ?? '' };
}

describe('going back', () => {
  it('comes to the same meetings, filtered and scrolled as they were left', async () => {
    const bodyId = web.bodyId;
    for (let day = 1; day <= 14; day += 1)
      await makeMeeting(web.api, bodyId, `2027-03-${String(day).padStart(2, '0')}`);
    const { page, go, close } = await web.open('MSA', LOW);
    const address = `/meetings?body=${bodyId}&from=2027-03-01`;
    await go(address);
    const place = await scrollDown(page);
    // A press would bring the link into view first, and so leave from another place.
    await page.getByRole('link', { name: /^søn\. 7\. mar\./ }).evaluate((link: HTMLElement) => link.click());
    await page.locator('h1:focus').filter({ hasText: '7. marts 2027' }).waitFor();
    await page.goBack();
    await page.waitForURL(web.base + address);
    await page.getByRole('link', { name: /^søn\. 7\. mar\./ }).waitFor();
    await until(async () => Math.abs((await scrolledTo(page)) - place) <= 1);
    expect(await page.getByLabel('Forum').inputValue()).toBe(bodyId);
    await page.goForward();
    await page.locator('h1').filter({ hasText: '7. marts 2027' }).waitFor();
    await close();
  });

  it('comes to the same place in the follow-ups, and in the agenda that is made', async () => {
    const { meetingId, pointId } = await longMeeting();
    await putMeetingInto(web.api, meetingId, 'drafting');
    const { page, go, close } = await web.open('MSA', LOW);
    await go('/follow-ups?status=all&group=meeting');
    const place = await scrollDown(page);
    await page.locator('[data-follow-up] a').nth(5).click();
    await page.waitForURL('**/follow-ups/*');
    await page.goBack();
    await page.waitForURL(`${web.base}/follow-ups?status=all&group=meeting`);
    await until(async () => Math.abs((await scrolledTo(page)) - place) <= 1);

    await go(`/meetings/${meetingId}/agenda`);
    const row = await scrollDown(page);
    await page.getByRole('link', { name: 'Læs', exact: true }).evaluate((link: HTMLElement) => link.click());
    await page.waitForURL(`${web.base}/meetings/${meetingId}`);
    await page.locator(`a[href$="/points/${pointId}"]`).waitFor();
    await page.goBack();
    await page.waitForURL(`${web.base}/meetings/${meetingId}/agenda`);
    await until(async () => Math.abs((await scrolledTo(page)) - row) <= 1);
    await close();
  });
});

describe('an address that somebody was given', () => {
  it.each([
    ['a point', 'MSA', '/meetings/:meetingId/points/:pointId', '8. Sag 8'],
    ['meetings that are filtered', 'MSA', '/meetings?view=calendar&month=2026-03&state=drafting', 'Møder'],
    ['follow-ups of a unit', 'MSA', '/follow-ups?unit=FAS&status=all&group=meeting', 'Opfølgning – FAS'],
    ['closed minutes', 'MSA', '/meetings/:meetingId/minutes?part=closed', 'Referat'],
    ['a page to print', 'MSA', '/print/meetings/:meetingId/agenda', 'Dagsorden: '],
    ['the history', 'MSA', '/meetings/:meetingId/history', 'Historik'],
  ])('leads through the login to exactly %s', async (_, initials, route, heading) => {
    const { meetingId, pointId } = await longMeeting();
    const address = route.replace(':meetingId', meetingId).replace(':pointId', pointId);
    const { page, go, close } = await web.open(null);
    await go(address);
    const signIn = page.getByRole('link', { name: 'Log ind' });
    expect(await signIn.getAttribute('href')).toBe(`/sign-in?returnTo=${encodeURIComponent(address)}`);
    const [person] = await web.api.database.query<{ id: string }>(
      'SELECT id FROM person WHERE initials = $1',
      [initials],
    );
    const { headers } = await openSession(web.api.database.url, person?.id ?? '');
    const [name = '', value = ''] = headers.cookie.split('=');
    await page.context().addCookies([{ name, value, url: web.base, httpOnly: true, sameSite: 'Lax' }]);
    // The provider sends back to this very address.
    await go(new URL((await signIn.getAttribute('href')) ?? '', web.base).searchParams.get('returnTo') ?? '');
    expect(page.url()).toBe(web.base + address);
    expect(await page.locator('h1').innerText()).toContain(heading);
    await close();
  });

  it('of a closed point is, for those who may not read it, as one of nothing', async () => {
    const { meetingId } = await longMeeting();
    const closed = { visibility: 'closed', closedReason: 'Personsag' };
    const secret = await makePoint(web.api, meetingId, 'Opsigelse', closed);
    const nothing = await makePoint(web.api, meetingId, 'Findes ikke');
    await putMeetingInto(web.api, meetingId, 'sent');
    await web.api.database.query('DELETE FROM agenda_point WHERE id = $1', [nothing.id]);
    const { page, go, close } = await web.open('IDA');
    const seen: string[] = [];
    for (const id of [secret.id, nothing.id]) {
      await go(`/meetings/${meetingId}/points/${id}`);
      seen.push(`${await page.title()}\n${await page.locator('main').innerText()}`);
    }
    expect(seen[0]).toContain('Siden findes ikke');
    expect(seen[0]).toBe(seen[1]);
    await close();
  });
});
