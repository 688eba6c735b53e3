import { beforeEach, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { plainText } from '../../libs/domain/text/index.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { heading, item, line, paragraph, run, wordFile } from '../builders/word.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import { createWorker } from '../../apps/worker/create-worker.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { QUICK } from '../support/quick-pace.js';
import type { TestPage } from './support.js';

const web = startDesk();
let id = '';
beforeEach(async () => {
  const [ida] = await web.api.database.query<{ id: string; unit: string }>(
    `SELECT p.id, m.unit_id AS unit FROM person p JOIN membership m ON m.person_id = p.id
     WHERE p.initials = 'IDA' AND m.role = 'leader'`,
  );
  const author = { personId: ida?.id };
  const fields = { bodyId: web.bodyId, unitId: ida?.unit, author, title: 'Sommertider' };
  ({ id } = await makeIndstilling(web.api, fields));
});

const stored = (which = id): Promise<IndstillingView> =>
  web.api.take(indstilling, 'get', `indstillinger/${which}`);
const said = async (key: string): Promise<string> => plainText((await stored()).sections[key] ?? []);

const CHANGED = '<w:ins w:id="1"><w:r><w:t xml:space="preserve"> i hele juli</w:t></w:r></w:ins>';
const FILE = wordFile([
  ...[heading('Sommertider i værestedet', 1), line('Sagsnr.: EMN-2026-001234'), heading('Indledning')],
  ...[paragraph(run('Vi vil gerne holde åbent') + CHANGED + run('.')), heading('Indstilling')],
  ...[line('Det indstilles,'), item('at rådmanden godkender den nye tid'), heading('Økonomi')],
  ...[line('Det koster 400.000 kr. om året.'), heading('Ressourcer'), line('-')],
]);

async function choose({ page }: TestPage, button: string, file = FILE, name = 'Sommer.docx'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: '', buffer: file });
}

describe('an indstilling that was written in Word', () => {
  it('is shown first, taken over as far as it is chosen, and that is undone by one press', async () => {
    const open = await web.open('IDA');
    await open.go(`/indstillinger/${id}`);
    await open.page.getByRole('link', { name: 'Hent tekst fra Word' }).click();
    await open.page.getByRole('heading', { level: 1, name: 'Hent tekst fra Word: Sommertider' }).waitFor();
    await choose(open, 'Vælg Word-fil');
    const { page } = open;
    await page.getByText('Filen har ændringer, der ikke er accepteret.').waitFor();
    await page.getByText('Ens i filen: Indstilling, Ressourcer.').waitFor();
    await page.getByText('Står ikke i filen: Sagsfremstilling,').waitFor();
    const introduction = page.getByRole('listitem').filter({ hasText: 'Indledning' });
    expect((await introduction.locator('ins').allInnerTexts()).join(' ')).toContain('juli');
    expect(await page.getByLabel('Sagsnummer').isChecked()).toBe(true);
    expect(await page.getByLabel('Titel').isChecked()).toBe(false);
    await page.getByRole('heading', { name: 'Under overskriften ”Økonomi”' }).waitFor();
    await page.getByText('Det koster 400.000 kr. om året.').waitFor();
    expect(await said('introduction')).toBe('Vi vil gerne holde åbent om lørdagen.');
    await page.getByLabel('Indledning').check();
    await page.getByRole('button', { name: 'Overtag valgte (2)' }).click();
    await page.getByText('Teksten fra Word er overtaget.').first().waitFor();
    expect(await said('introduction')).toBe('Vi vil gerne holde åbent i hele juli.');
    expect((await stored()).caseNumber).toBe('EMN-2026-001234');
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await said('introduction')) === 'Vi vil gerne holde åbent om lørdagen.');
    expect(await stored()).toMatchObject({ caseNumber: null, title: 'Sommertider' });
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('is begun with the file, whose title and text are chosen already', async () => {
    const open = await web.open('IDA');
    await open.go('/indstillinger/new');
    await choose(open, 'Begynd med en Word-fil', Buffer.from('%PDF-1.7'));
    await open.page.getByText('Filen er ikke et Word-dokument (.docx).').waitFor();
    await open.page.getByText('Indstillingen ”Sommer” er oprettet, men filen kunne ikke læses.').waitFor();
    await choose(open, 'Begynd med en Word-fil');
    await open.page.getByRole('heading', { level: 1, name: 'Hent tekst fra Word: Sommer' }).waitFor();
    for (const name of ['Titel', 'Indledning', 'Indstilling', 'Ressourcer'])
      expect(await open.page.getByLabel(name, { exact: true }).isChecked()).toBe(true);
    await open.page.getByRole('button', { name: 'Overtag valgte (5)' }).click();
    await open.page.getByRole('heading', { level: 1, name: 'Sommertider i værestedet' }).waitFor();
    const made = await web.api.database.query(
      "SELECT id FROM indstilling WHERE title = 'Sommertider i værestedet'",
    );
    expect(made).toHaveLength(1);
    await open.close();
  });

  it('says in words why a file is refused, and is readable on any screen', async () => {
    const open = await web.open('IDA');
    const { page } = open;
    await open.go(`/indstillinger/${id}/word`);
    await choose(open, 'Vælg Word-fil', FILE, 'Sommer.docm');
    await page.getByText('Gem den i Word som ”Word-dokument (.docx)”').waitFor();
    await choose(open, 'Vælg Word-fil');
    await page.getByRole('heading', { name: 'Passer ikke ind' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    await open.close();
  });
});

describe('the documents of an indstilling', () => {
  it('are made of each version by themselves, asked for as it is, and fetched', async () => {
    const { api } = web;
    const worker = await createWorker({
      ...{
        pace: QUICK,
        regretSeconds: 0,
        databaseUrl: api.database.url,
        redisUrl: null,
        dataDir: api.dataDir,
      },
      ...{ applicationName: 'dagsorden-test-worker', logger: createLogger('test', 'silent') },
    });
    try {
      await api.take(indstilling, 'post', `indstillinger/${id}/steps`, { action: 'submit' }, { ifMatch: 1 });
      const open = await web.open('IDA');
      const { page } = open;
      await open.go(`/indstillinger/${id}`);
      await page.getByRole('link', { name: 'Hent som Word eller PDF' }).click();
      await page.getByRole('heading', { level: 1, name: 'Dokumenter: Sommertider' }).waitFor();
      const version = page.locator('.document', { hasText: 'version 1' });
      await version.getByRole('link', { name: /^Hent/ }).waitFor({ timeout: 30_000 });
      await page.getByRole('button', { name: /^Word \(DOCX\): Teksten, som den er nu/ }).click();
      const present = page.locator('.document').filter({ hasNotText: 'version 1' });
      await present.getByRole('link', { name: /^Hent/ }).waitFor({ timeout: 30_000 });
      await page.getByRole('button', { name: /^Word \(DOCX\): Version 1, / }).click();
      await until(async () => (await page.locator('.document').count()) === 2);
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    } finally {
      await worker.close();
    }
  });
});
