import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { pdf } from '../builders/files.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import type { TestPage } from './support.js';

const web = startDesk({ regretSeconds: 600 });
let open: TestPage;

beforeEach(async () => {
  const { id } = await makeIndstilling(web.api, {
    bodyId: web.bodyId,
    title: 'Åbningstider i sommeren',
    minutes: 10,
  });
  await putIndstillingInto(web.api, id, 'approved', RAADMAND_MEETING_STEPS);
  open = await web.open('MSA');
  await open.go('/meetings');
});

/** Counts presses of the mouse, files dropped, and keys but those held down with another. */
async function countActs(): Promise<() => Promise<number>> {
  await open.page.evaluate(() => {
    const held = ['Alt', 'Shift', 'Control'];
    const count = (): void => {
      sessionStorage.setItem('acts', String(Number(sessionStorage.getItem('acts') ?? '0') + 1));
    };
    addEventListener('pointerdown', (event) => event.isTrusted && count(), true);
    addEventListener('keydown', (event) => event.isTrusted && !held.includes(event.key) && count(), true);
  });
  return () => open.page.evaluate(() => Number(sessionStorage.getItem('acts') ?? '0'));
}

const row = (title: string) =>
  open.page
    .locator('.row')
    .filter({ has: open.page.locator('.row-title', { hasText: new RegExp(`^${title}$`) }) });
const waits = () =>
  open.page
    .getByText(/Udsendes om \d+\ssekunder/)
    .first()
    .waitFor();

/** Two files let go over a row, as the desktop does it. */
async function dropOn(title: string): Promise<void> {
  const files = ['Kort.pdf', 'Tal.pdf'].map((name) => ({ name, bytes: pdf(name).toString('base64') }));
  const data = await open.page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of list) {
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], name, { type: 'application/pdf' }));
    }
    return transfer;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await row(title).locator('.file-drop').dispatchEvent(type, { dataTransfer: data });
}

describe('next week’s rådmandsmøde', () => {
  it('is made from the template, given an indstilling and two bilag, and sent, in at most 8 acts by mouse', async () => {
    const acts = await countActs();
    await open.page.getByRole('link', { name: 'Nyt møde' }).click();
    await open.page.getByRole('button', { name: 'Opret og åbn dagsorden' }).click();
    await open.page.getByRole('button', { name: 'Læg på: Åbningstider i sommeren' }).click();
    await row('Åbningstider i sommeren').waitFor();
    await dropOn('Åbningstider i sommeren');
    await open.page.getByRole('button', { name: /^Lukkede bilag/ }).click();
    await row('Åbningstider i sommeren').getByText('2\u00a0bilag').waitFor();
    await open.page.getByRole('link', { name: 'Udsend' }).click();
    await open.page.getByRole('button', { name: /^Udsend til \d+\smodtager/ }).click();
    await waits();
    // Letting the files go is an act that no event of the page's own tells of.
    expect((await acts()) + 1).toBeLessThanOrEqual(8);
    const [sending] = await web.api.database.query<{ title: string; bilag: number }>(
      `SELECT point->>'title' AS title, jsonb_array_length(point->'attachments') AS bilag
       FROM sending, jsonb_array_elements(content->'points') point WHERE point->>'indstillingId' IS NOT NULL`,
    );
    expect(sending).toEqual({ title: 'Åbningstider i sommeren', bilag: 2 });
  });

  it('is all of that with at most 30 keys and no mouse, the focus never lost', async () => {
    const lost = async (): Promise<boolean> =>
      (await open.page.evaluate(() => document.activeElement?.tagName)) === 'BODY';
    const focused = (): Promise<string> =>
      open.page.evaluate(() => {
        const now = document.activeElement;
        return now?.getAttribute('aria-label') ?? now?.textContent ?? '';
      });
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 30; presses += 1) {
        await open.page.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`Tab never comes to ${name.source}.`);
    };
    await open.page.locator('h1').focus();
    const acts = await countActs();
    await tabTo(/^Nyt møde$/);
    await open.page.keyboard.press('Enter');
    await open.page.getByRole('button', { name: 'Opret og åbn dagsorden' }).waitFor();
    await until(async () => !(await lost()));
    await open.page.keyboard.press('Enter');
    await open.page.waitForURL('**/agenda');
    await open.page.locator('.row-title').first().waitFor();
    expect(await lost()).toBe(false);
    await open.page.locator('h1:focus').waitFor();
    await open.page.keyboard.press('F6');
    await until(async () => (await focused()).startsWith('Læg på: Åbningstider'));
    await open.page.keyboard.press('Enter');
    await row('Åbningstider i sommeren').locator('.row-title:focus').waitFor();
    const chooser = open.page.waitForEvent('filechooser');
    await tabTo(/^Mere/);
    await open.page.keyboard.press('Enter');
    await until(async () => (await focused()).startsWith('Vedhæft filer'));
    await open.page.keyboard.press('Enter');
    const files = ['Kort.pdf', 'Tal.pdf'].map((name) => ({
      ...{ name, mimeType: 'application/pdf', buffer: pdf(name) },
    }));
    await (await chooser).setFiles(files);
    await open.page.getByRole('button', { name: /^Lukkede bilag/ }).waitFor();
    expect(await lost()).toBe(false);
    await tabTo(/^Lukkede bilag/);
    await open.page.keyboard.press('Enter');
    await row('Åbningstider i sommeren').getByText('2\u00a0bilag').waitFor();
    expect(await lost()).toBe(false);
    await open.page.keyboard.press('Shift+F6');
    await tabTo(/^Udsend$/);
    await open.page.keyboard.press('Enter');
    await open.page.getByRole('button', { name: /^Udsend til/ }).waitFor();
    expect(await lost()).toBe(false);
    await open.page.keyboard.press('F6');
    await tabTo(/^Udsend til \d+\smodtager/);
    await open.page.keyboard.press('Enter');
    await waits();
    expect(await acts()).toBeLessThanOrEqual(30);
  });
});

describe('an agenda that is sent', () => {
  /** A meeting whose agenda is out as version 1. */
  async function sentAgenda(): Promise<{ id: string; budget: string }> {
    const { id } = await makeMeeting(web.api, web.bodyId, '2027-03-02');
    const budget = (await makePoint(web.api, id, 'Budget', { minutes: 10 })).id;
    await makePoint(web.api, id, 'Skoler', { minutes: 10 });
    await putMeetingInto(web.api, id, 'drafting');
    const { version } = await web.api.take(meeting, 'get', `meetings/${id}`);
    await web.api.send('post', `meetings/${id}/agenda-versions`, undefined, { ifMatch: version });
    return { id, budget };
  }
  /** What a reader has of a point: its title and chips, once it says something that is fetched after it. */
  async function readerSees(id: string, pointId: string, says?: RegExp): Promise<string> {
    const reader = await web.open('KVL');
    await reader.go(`/meetings/${id}`);
    const point = reader.page.locator('.point').filter({ has: reader.page.locator(`[href$="${pointId}"]`) });
    await point.waitFor();
    if (says !== undefined) await point.filter({ hasText: says }).waitFor();
    const seen = await point.innerText();
    await reader.close();
    return seen;
  }
  let worker: INestApplicationContext | null = null;
  afterEach(async () => {
    await worker?.close();
    worker = null;
  });

  it('is corrected and sent again in at most 4 acts; readers keep version 1 until then, and see what is changed', async () => {
    const { id, budget } = await sentAgenda();
    await open.go(`/meetings/${id}`);
    const acts = await countActs();
    await open.page.getByRole('link', { name: 'Ret og genudsend' }).click();
    await row('Budget').locator('.row-title').click();
    await open.page.locator('.row-title:focus').fill('Budget 2028');
    await open.page.getByRole('link', { name: 'Udsend', exact: true }).click();
    await open.page.getByRole('button', { name: /^Udsend rettelsen til \d+\smodtager/ }).click();
    await waits();
    expect(await acts()).toBeLessThanOrEqual(4);
    const before = await readerSees(id, budget);
    expect(before).toContain('Budget');
    expect(before).not.toMatch(/2028|Ændret/);

    await web.api.database.query(
      "UPDATE sending SET due_at = now() WHERE meeting_id = $1 AND state = 'waiting'",
      [id],
    );
    worker = await createWorker({
      ...{ databaseUrl: web.api.database.url, redisUrl: null, dataDir: web.api.dataDir },
      ...{ applicationName: 'dagsorden-test-worker', logger: createLogger('test', 'silent') },
    });
    await until(async () => {
      const versions = await web.api.database.query<{ number: number }>(
        'SELECT number FROM agenda_version WHERE meeting_id = $1 ORDER BY number',
        [id],
      );
      return versions.length === 2;
    }, 40_000);
    expect(await readerSees(id, budget, /Ændret\s*: ny titel/)).toContain('Budget 2028');
  });
});
