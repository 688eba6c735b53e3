import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { attachmentList } from '../../libs/contracts/attachments.js';
import { docx, pdf, sendFile } from '../builders/files.js';
import { makePoint } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let open: TestPage;
let meetingId = '';
let pointId = '';
beforeAll(async () => {
  const [row] = await web.api.database.query<{ id: string }>(
    "SELECT id FROM meeting WHERE state = 'drafting' LIMIT 1",
  );
  meetingId = row?.id ?? '';
});

beforeEach(async () => {
  ({ id: pointId } = await makePoint(web.api, meetingId, 'Et punkt med bilag'));
  open = await web.open('MSA');
});
afterEach(async () => {
  expect(open.complaints).toEqual([]);
  await open.close();
});

const goToPoint = () => open.go(`/meetings/${meetingId}/points/${pointId}`);
const attach = (name: string, bytes = pdf(name), visibility = 'closed') =>
  sendFile(web.api, `agenda-points/${pointId}/attachments/file`, name, bytes, { visibility });

/** "1 kort lukket": what the api has, in order. */
async function kept(): Promise<string[]> {
  const { items } = await web.api.take(attachmentList, 'get', `agenda-points/${pointId}/attachments`);
  return items.map(({ number, title, visibility }) => `${number} ${title} ${visibility}`);
}

const rows = (): Locator => open.page.locator('.bilag');
const titles = () =>
  open.page
    .locator('.bilag-title')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
const question = () => open.page.getByRole('group', { name: 'Lukkede eller åbne bilag' });
const button = (name: string | RegExp) => open.page.getByRole('button', { name });

/** Drops files on the bilag of the point, as a mouse does. */
async function drop(files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  const data = await open.page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) transfer.items.add(new File([Uint8Array.from(bytes)], name));
    return transfer;
  }, plain);
  const target = open.page.locator('.file-drop');
  for (const type of ['dragenter', 'dragover', 'drop'])
    await target.dispatchEvent(type, { dataTransfer: data });
}

const two = [
  { name: 'Kort.pdf', bytes: pdf('kort') },
  { name: 'Tal.pdf', bytes: pdf('tal') },
];

describe('files dropped on a point', () => {
  it('are attached in their order, closed, and asked about once', async () => {
    await goToPoint();
    await drop(two);
    await rows().nth(1).waitFor();
    expect(await question().count()).toBe(1);
    expect(await question().innerText()).toContain('2\u00a0filer lægges på som lukkede bilag.');
    expect(await kept()).toEqual(['1 Kort closed', '2 Tal closed']);
    expect(await rows().allInnerTexts()).toEqual([
      expect.stringContaining('Fortroligt'),
      expect.stringContaining('Fortroligt'),
    ]);
    expect(await axeFindings(open.page)).toEqual([]);
    await button('Lukkede bilag').click();
    await question().waitFor({ state: 'detached' });
    expect(await kept()).toEqual(['1 Kort closed', '2 Tal closed']);
  });

  it('are opened together where that is chosen, and closed again together', async () => {
    await goToPoint();
    await drop(two);
    await button('Åbne bilag').click();
    await open.page.locator('#undo').filter({ hasText: 'De 2 bilag er åbne.' }).waitFor();
    expect(await kept()).toEqual(['1 Kort open', '2 Tal open']);
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await open.page.getByText('Fortroligt').nth(1).waitFor();
    expect(await kept()).toEqual(['1 Kort closed', '2 Tal closed']);
  });

  it('on a closed point are closed, and nothing is asked', async () => {
    await web.api.database.query(
      "UPDATE agenda_point SET visibility = 'closed', closed_reason = 'x' WHERE id = $1",
      [pointId],
    );
    await goToPoint();
    await drop(two);
    await rows().nth(1).waitFor();
    expect(await question().count()).toBe(0);
  });

  it('that are not what they say are named with what they are, and the others are taken', async () => {
    await goToPoint();
    await drop([{ name: 'Notat.pdf', bytes: docx() }, ...two]);
    const failed = open.page.locator('.upload').filter({ hasText: 'Notat.pdf' });
    await failed.getByRole('button', { name: 'Prøv igen med Notat.pdf' }).waitFor();
    await rows().nth(1).waitFor();
    expect(await failed.innerText()).toContain(
      'Ikke lagt på. Filen hedder .pdf, men indeholder et Word-dokument.',
    );
    expect(await axeFindings(open.page)).toEqual([]);
    await failed.getByRole('button', { name: /^Fjern fra listen/ }).click();
    await failed.waitFor({ state: 'detached' });
    expect(await kept()).toEqual(['1 Kort closed', '2 Tal closed']);
  });

  it('are tried again once the line is back, and are attached once', async () => {
    await goToPoint();
    let down = true;
    await open.page.route('**/attachments/file?*', async (route) => {
      if (!down) return route.continue();
      // The api has it, and its answer is lost.
      await route.fetch();
      return route.abort();
    });
    await drop(two.slice(0, 1));
    const again = button('Prøv igen med Kort.pdf');
    await again.waitFor();
    expect(await open.page.locator('.upload').innerText()).toContain('Der er ingen forbindelse');
    down = false;
    await again.click();
    await rows().first().waitFor();
    await open.page.locator('.upload').waitFor({ state: 'detached' });
    expect(await kept()).toEqual(['1 Kort closed']);
  });

  it('tell how far they are', async () => {
    await goToPoint();
    const cdp = await open.page.context().newCDPSession(open.page);
    const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 100_000 };
    await cdp.send('Network.emulateNetworkConditions', line);
    await drop([{ name: 'Stor.pdf', bytes: pdf('x'.repeat(250_000)) }]);
    await open.page.getByText(/^Uploader [1-9]\d?\s%$/).waitFor();
    await rows().first().waitFor();
    expect(await rows().first().innerText()).toContain('PDF, 250\u00a0kB');
  });
});

describe('the bilag of a point', () => {
  it('are moved by the keyboard, and the focus goes with them', async () => {
    for (const name of ['A.pdf', 'B.pdf', 'C.pdf']) await attach(name);
    await goToPoint();
    const up = () => button('Flyt op: bilag 3');
    await up().focus();
    await open.page.keyboard.press('Enter');
    await open.page.locator('#undo').filter({ hasText: '”C” er flyttet til plads 2 af 3.' }).waitFor();
    expect(await titles()).toEqual(['A', 'C', 'B']);
    const focused = () => open.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('Flyt op: bilag 2');
    await open.page.keyboard.press('Enter');
    await open.page.locator('#undo').filter({ hasText: 'plads 1 af 3' }).waitFor();
    expect(await button('Flyt op: bilag 1').getAttribute('aria-disabled')).toBe('true');
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await kept())[0] === '1 A closed');
    await until(async () => (await titles()).join() === 'A,C,B');
  });

  it('are moved by each of two presses that follow one another at once', async () => {
    for (const name of ['A.pdf', 'B.pdf', 'C.pdf']) await attach(name);
    await goToPoint();
    await button('Flyt op: bilag 3').evaluate((up: HTMLElement) => {
      up.click();
      up.click();
    });
    await until(async () => (await titles()).join() === 'C,A,B');
    expect(await kept()).toEqual(['1 C closed', '2 A closed', '3 B closed']);
    await open.page.locator('[aria-label="Flyt op: bilag 1"]:focus').waitFor();
  });

  it('get a new file as a new version, and keep their title and number', async () => {
    await attach('Kort.pdf');
    await goToPoint();
    const chooser = open.page.waitForEvent('filechooser');
    await button('Erstat filen i bilag 1').click();
    const file = { name: 'Nyt kort.docx', mimeType: '', buffer: docx() };
    await (await chooser).setFiles(file);
    await open.page.getByText('Erstattet (version 2)').waitFor();
    expect(await rows().first().innerText()).toContain('Word');
    expect(await kept()).toEqual(['1 Kort closed']);
  });

  it('are renamed where they stand, and offered a title without a number', async () => {
    await attach('Bilag 2 - Kort.pdf');
    await goToPoint();
    await button('Brug titlen ”Kort”').click();
    await button('Brug titlen ”Kort”').waitFor({ state: 'detached' });
    const title = open.page.getByRole('textbox', { name: 'Titel på bilag 1' });
    await title.fill('Kort over byen');
    await title.press('Tab');
    await until(async () => (await kept())[0] === '1 Kort over byen closed');
    await title.fill(' ');
    await title.press('Tab');
    await open.page.getByText('Skriv en titel.').waitFor();
    expect(await kept()).toEqual(['1 Kort over byen closed']);
  });

  it('are opened, closed and removed at once, and each can be taken back', async () => {
    await attach('Kort.pdf');
    await goToPoint();
    await button('Gør åbent: bilag 1').click();
    await button('Gør lukket: bilag 1').waitFor();
    expect(await kept()).toEqual(['1 Kort open']);
    await button('Fjern bilag 1').click();
    await open.page.getByText('Der er ingen bilag.').waitFor();
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await rows().first().waitFor();
    expect(await kept()).toEqual(['1 Kort open']);
    const [file] = await Promise.all([
      open.page.waitForEvent('download'),
      open.page.getByRole('link', { name: 'Hent bilag 1, Kort' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Kort.pdf');
  });

  it('are attached, answered for and named with the keyboard alone', async () => {
    await goToPoint();
    const press = (key: string) => open.page.keyboard.press(key);
    const tabTo = async (name: string): Promise<void> => {
      for (let i = 0; i < 60; i += 1) {
        const at = await open.page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
        );
        if (at === name) return;
        await press('Tab');
      }
      throw new Error(`Tab does not come to ${name}.`);
    };
    // Listened for before, since the browser is told only then that somebody takes the files.
    const chooser = open.page.waitForEvent('filechooser');
    await tabTo('Vælg filer');
    await press('Enter');
    await (await chooser).setFiles({ name: 'Kort.pdf', mimeType: '', buffer: pdf() });
    await rows().first().waitFor();
    await open.page.locator('.upload').waitFor({ state: 'detached' });
    await open.page.keyboard.press('Shift+Tab');
    await press('Shift+Tab');
    await tabTo('Åbne bilag');
    await press('Enter');
    await question().waitFor({ state: 'detached' });
    await until(async () => (await kept())[0] === '1 Kort open');
  });
});

describe('somebody who reads', () => {
  it('sees the open bilag with what they are, and nothing to change', async () => {
    const [sent] = await web.api.database.query<{ id: string; meetingId: string }>(
      `SELECT id, meeting_id AS "meetingId" FROM agenda_point WHERE title LIKE 'Byrådshenvist sag%'`,
    );
    const reader = await web.open('BKR');
    await reader.go(`/meetings/${sent?.meetingId}/points/${sent?.id}`);
    const list = reader.page.locator('.bilag');
    expect(await list.count()).toBe(2);
    expect(await reader.page.locator('main').innerText()).not.toContain('fortroligt');
    expect(await reader.page.getByRole('button', { name: /Vælg|Flyt|Fjern|Erstat|Gør/ }).count()).toBe(0);
    await reader.page.getByRole('link', { name: 'Næste punkt' }).click();
    await reader.page.getByRole('heading', { level: 1, name: /Status på mentorordningen/ }).waitFor();
    await reader.page.getByRole('link', { name: 'Forrige punkt' }).click();
    await reader.page.getByRole('heading', { level: 1, name: /Byrådshenvist sag/ }).waitFor();
    await reader.close();
  });
});
