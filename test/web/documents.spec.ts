import { afterEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Page } from 'playwright-core';
import { createWorker } from '../../apps/worker/create-worker.js';
import { QUICK } from '../support/quick-pace.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { makeMeeting, makePoint } from '../builders/meetings.js';
import { startDesk } from './desk.js';
import { axeFindings } from './support.js';
import type { TestPage } from './support.js';

const SLOW = 120_000;

const web = startDesk();

let worker: INestApplicationContext | null = null;
async function startWorker(soffice = 'soffice'): Promise<void> {
  worker = await createWorker({
    pace: QUICK,
    databaseUrl: web.api.database.url,
    redisUrl: null,
    dataDir: web.api.dataDir,
    applicationName: 'dagsorden-test-worker',
    logger: createLogger('test', 'silent'),
    soffice,
  });
}
let open: TestPage;
afterEach(async () => {
  await worker?.close();
  worker = null;
}, SLOW);

/** A meeting with an agenda that was sent, of an open and a closed point. */
async function sentMeeting(date: string): Promise<string> {
  const { id, version } = await makeMeeting(web.api, web.bodyId, date);
  await makePoint(web.api, id, 'Budget for Ærø', { minutes: 10 });
  await makePoint(web.api, id, 'Personsagen', { visibility: 'closed', closedReason: 'Personsag' });
  await web.api.database.query("UPDATE meeting SET state = 'drafting' WHERE id = $1", [id]);
  const path = `meetings/${id}/agenda-versions`;
  expect((await web.api.send('post', path, undefined, { ifMatch: version })).told).toBe('201');
  return id;
}

async function openAt(initials: string, address: string): Promise<Page> {
  open = await web.open(initials);
  await open.go(address);
  return open.page;
}
const row = (page: Page) => page.locator('.document').first();
const said = (page: Page, words: string) =>
  page.locator('[role=status]').filter({ hasText: words }).waitFor();

describe('the documents of a meeting', () => {
  it(
    'are asked for by one press, followed while one is elsewhere, told when ready, and fetched',
    async () => {
      const id = await sentMeeting('2026-10-06');
      const page = await openAt('MSA', `/meetings/${id}/documents`);
      await page.getByRole('button', { name: 'PDF: Dagsorden, kun åbne punkter' }).click();
      await row(page).getByText('I kø').waitFor();
      await said(page, 'bliver lavet.');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Læs', exact: true }).click();
      await page.getByRole('heading', { name: '1. Budget for Ærø' }).waitFor();
      await startWorker();
      await page.getByRole('link', { name: 'Dokumenter', exact: true }).last().click();
      const link = row(page).getByRole('link', { name: /^Hent Dagsorden.*\.pdf$/ });
      await link.waitFor({ timeout: 30_000 });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toMatch(/^Dagsorden.*\.pdf$/);
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.toString('latin1')).not.toContain('Personsagen');
    },
    SLOW,
  );

  it(
    'say while one looks on that they are ready',
    async () => {
      const id = await sentMeeting('2026-10-13');
      await startWorker();
      const page = await openAt('MSA', `/meetings/${id}/documents`);
      await page.getByRole('button', { name: 'Word (DOCX): Dagsorden, med lukkede punkter' }).click();
      await row(page).getByRole('link', { name: /^Hent/ }).waitFor({ timeout: 30_000 });
      await said(page, 'er klar.');
      await row(page).getByText('Med lukkede punkter', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Word (DOCX): Dagsorden, med lukkede punkter' }).click();
      await said(page, 'er klar.');
      expect(await page.locator('.document').count()).toBe(1);
    },
    SLOW,
  );

  it(
    'are asked for again every five seconds where the stream is held up',
    async () => {
      const id = await sentMeeting('2026-10-20');
      open = await web.open('MSA');
      await open.page.route('**/progress', (route) => route.abort());
      await open.go(`/meetings/${id}/documents`);
      await open.page.getByRole('button', { name: 'Word (DOCX): Dagsorden, kun åbne punkter' }).click();
      await row(open.page).getByText('I kø').waitFor();
      await startWorker();
      await row(open.page).getByRole('link', { name: /^Hent/ }).waitFor({ timeout: 30_000 });
    },
    SLOW,
  );

  it(
    'say plainly why one could not be made, and try again',
    async () => {
      const id = await sentMeeting('2026-10-27');
      await startWorker('/no/such/soffice');
      const page = await openAt('MSA', `/meetings/${id}/documents`);
      await page.getByRole('button', { name: 'PDF: Dagsorden, kun åbne punkter' }).click();
      await row(page).getByText('fordi LibreOffice mangler på serveren').waitFor({ timeout: 30_000 });
      await said(page, 'kunne ikke laves.');
      expect(await axeFindings(page)).toEqual([]);
      await worker?.close();
      await startWorker();
      await row(page)
        .getByRole('button', { name: /^Prøv igen/ })
        .click();
      await row(page).getByRole('link', { name: /^Hent/ }).waitFor({ timeout: 60_000 });
    },
    SLOW,
  );

  it(
    'are only the open ones for those who see only those, and no word of others',
    async () => {
      const id = await sentMeeting('2026-11-03');
      for (const audience of ['all', 'open'])
        await web.api.send('post', `meetings/${id}/documents`, { kind: 'agenda', audience });
      const page = await openAt('IDA', `/meetings/${id}/documents`);
      await row(page).waitFor();
      expect(await page.locator('.document').count()).toBe(1);
      expect(await page.getByRole('button', { name: /med lukkede punkter/ }).count()).toBe(0);
      expect(await page.locator('#content').innerText()).not.toMatch(/lukke|Personsag|Kladden/i);
      await page.goto(`${web.base}/documents`);
      await row(page).waitFor();
      // The indstillinger of her unit are hers to read whole; their documents are made by themselves.
      for (const shown of await page.locator('.document').allInnerTexts()) {
        expect(shown).toMatch(/Kun åbne punkter|Indstilling · version \d+ ·/);
        expect(shown).not.toMatch(/lukkede/i);
      }
    },
    SLOW,
  );
});

describe('the list of documents', () => {
  it(
    'is filtered by its address, and comes back so',
    async () => {
      const page = await openAt('MSA', '/documents');
      await page.getByLabel('Format').selectOption('PDF');
      await page.waitForURL(/\/documents\?format=pdf$/);
      await row(page).getByText(/· PDF/).waitFor();
      await page.getByLabel('Status').selectOption('Kunne ikke laves');
      await page.getByText('Ingen dokumenter passer til filtrene.').waitFor();
      await page.goBack();
      await row(page).waitFor();
      expect(await page.getByLabel('Format').inputValue()).toBe('pdf');
    },
    SLOW,
  );
});
