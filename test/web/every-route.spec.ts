import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AT_400_PERCENT,
  FINGER_PX,
  MOUSE_PX,
  clippedTexts,
  foreignFormats,
  movingParts,
  smallTargets,
  spacedOut,
  stuckHeight,
  unmarkedParts,
  withLargeText,
} from './looks.js';
import { ROUTES, prepareRoutes, visitor } from './routes.js';
import { axeFindings, contentWidth, startTestWeb } from './support.js';
import type { TestWeb } from './support.js';

let web: TestWeb;
let addressOf: (route: string) => string;
beforeAll(async () => {
  web = await startTestWeb();
  addressOf = await prepareRoutes(web);
});
afterAll(() => web.stop());

describe('every route', () => {
  it.each(ROUTES)(
    '%s finds nothing wrong at %s, wide and light, narrow and dark',
    async (initials, address, heading) => {
      const { page, go, close, complaints } = await web.open(visitor(initials), {
        reducedMotion: 'reduce',
      });
      await go(addressOf(address));
      await page.locator('h1', { hasText: heading }).waitFor();
      expect(await page.title()).toContain('Dagsorden');
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await axeFindings(page)).toEqual([]);
      expect(await movingParts(page)).toEqual([]);
      expect(await smallTargets(page, MOUSE_PX)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect(await unmarkedParts(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
      expect(await axeFindings(page)).toEqual([]);
      expect(await foreignFormats(page)).toEqual([]);
      await spacedOut(page);
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
      expect(await clippedTexts(page)).toEqual([]);
      await page.setViewportSize(AT_400_PERCENT);
      expect(await stuckHeight(page)).toBeLessThanOrEqual(AT_400_PERCENT.height / 2);
      await page.setViewportSize({ width: 640, height: 640 });
      await withLargeText(page);
      expect(await contentWidth(page)).toBeLessThanOrEqual(640);
      expect(await clippedTexts(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

/** What is read and answered on a tablet. */
const TOUCHED = [
  ...['/overview', '/meetings', '/meetings?view=calendar', '/meetings/new', '/meetings/series'],
  ...['/meetings/:meetingId', '/meetings/:draftId/agenda', '/meetings/:draftId/send'],
  ...['/meetings/:minutesOf/read/:goalsId', '/meetings/:udvalgId/read/:pointId'],
  ...['/meetings/:udvalgId/points/:pointId', '/meetings/:minutesOf/minutes', '/meetings/:minutesOf/history'],
  ...['/meetings/:minutesOf/documents', '/documents', '/print/meetings/:minutesOf/agenda'],
  ...['/follow-ups', '/follow-ups/:followUpId?status=all', '/profile', '/findes-ikke'],
];

describe('on a tablet', () => {
  it('has room for a finger at everything that can be pressed', async () => {
    const { page, go, close } = await web.open('MSA', {
      viewport: { width: 820, height: 1180 },
      hasTouch: true,
      isMobile: true,
    });
    for (const path of TOUCHED) {
      await go(addressOf(path));
      expect([path, await smallTargets(page, FINGER_PX)]).toEqual([path, []]);
      expect(await contentWidth(page)).toBeLessThanOrEqual(820);
    }
    await close();
  });
});

describe('on a phone 320 pixels wide', () => {
  it('reaches every page by the menu', async () => {
    const { page, go, close } = await web.open('NVA', { viewport: { width: 320, height: 640 } });
    await go('/overview');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('link', { name: 'Møder', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Møder' }).waitFor();
    await page.getByRole('button', { name: /^Brugermenu/ }).click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    await page.getByRole('link', { name: 'Brugere' }).click();
    await page.getByRole('heading', { level: 1, name: 'Brugere' }).waitFor();
    await close();
  });
});
