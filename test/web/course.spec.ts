import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { meetingOnCase } from '../builders/cases.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { makeBody } from '../builders/meetings.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';

const web = startDesk();

let made = 0;

/** A case that the rådmandsmøde sent on to another body, which decided it the year after. */
async function caseOfTwoBodies() {
  const { api, bodyId } = web;
  const caseNumber = `EMN-2025-90000${(made += 1)}`;
  const other = await makeBody(api);
  const [indstillingId, next] = [
    (await makeIndstilling(api, { bodyId, title: 'Nyt værested', caseNumber })).id,
    (await makeIndstilling(api, { bodyId: other, title: 'Værested ved havnen', caseNumber })).id,
  ];
  const first = await meetingOnCase(api, {
    ...{ bodyId, date: '2025-10-07', title: 'Nyt værested', indstillingId },
    decided: {
      outcome: 'referred',
      words: 'Oversendes med ros til det videre forløb.',
      referredBodyId: other,
    },
  });
  const last = await meetingOnCase(api, {
    ...{ bodyId: other, date: '2026-02-04', title: 'Værested ved havnen', indstillingId: next },
    decided: { outcome: 'approved', words: 'Godkendt.' },
  });
  return { indstillingId, first, last };
}

const partOf = (page: Page) => page.locator('details.course');
const openOn = async (page: Page) => {
  await page.getByText('Sagens forløb').click();
  await partOf(page).getByRole('listitem').first().waitFor();
  return partOf(page).getByRole('listitem').allInnerTexts();
};

describe('the course of a case', () => {
  it('is opened on the page of an indstilling, and leads to what was decided in another body', async () => {
    const { indstillingId, last } = await caseOfTwoBodies();
    const { page, go, complaints } = await web.open('MSA');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await go(`/indstillinger/${indstillingId}`);
    await page.getByText('Sagens forløb').waitFor();
    expect(asked.filter((url) => url.endsWith('/course'))).toEqual([]);
    const [first = '', second = ''] = await openOn(page);
    expect(first).toMatch(/^Oversendes til .+\n+7\. oktober 2025 · .+\n+Punkt 1\. Nyt værested/);
    expect(first).toContain('Oversendes med ros til det videre forløb.');
    expect(second).toMatch(/^Godkendt\n+4\. februar 2026 · .+\n+Punkt 1\. Værested ved havnen$/);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    await partOf(page).getByRole('link', { name: 'Punkt 1. Værested ved havnen' }).click();
    await page.waitForURL(`**/meetings/${last.meetingId}/points/${last.point.id}`);
    expect(complaints).toEqual([]);
  });

  it('stands on the page of a point too, which it says is the one that is shown', async () => {
    const { first } = await caseOfTwoBodies();
    const { page, go } = await web.open('MSA');
    await go(`/meetings/${first.meetingId}/points/${first.point.id}`);
    const lines = await openOn(page);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Punkt 1. Nyt værested (vises her)');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is read from reading mode, and leads on in it', async () => {
    const { first, last } = await caseOfTwoBodies();
    const { page, go } = await web.open('ABH', { viewport: { width: 820, height: 1180 }, hasTouch: true });
    await go(`/meetings/${first.meetingId}/read/${first.point.id}`);
    await openOn(page);
    expect(await axeFindings(page)).toEqual([]);
    await partOf(page).getByRole('link', { name: 'Punkt 1. Værested ved havnen' }).click();
    await page.waitForURL(`**/meetings/${last.meetingId}/read/${last.point.id}`);
  });
});
