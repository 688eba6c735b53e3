import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { indstilling, listedIndstilling } from '../../libs/contracts/indstillinger.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { ON_A_TABLET, countTaps, readingAddress, sentPackage } from './reading-desk.js';
import { sectionOf } from './section-text.js';
import { axeFindings } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
const TITLE = 'Åbent værested om lørdagen';
const TEXTS = [
  'Brugerne ønsker åbent om lørdagen.',
  'rådmanden godkender, at værestedet holder åbent om lørdagen',
  'I dag er der lukket. Det er der mange, der er kede af.',
  ...['-', '-', '-', '-', '-'],
] as const;

/** The indstilling of that title as a list of its author's tells of it. */
async function listed() {
  const list = await web.api.take(pageOf(listedIndstilling), 'get', 'indstillinger?q=lørdagen');
  return list.items.find(({ title }) => title === TITLE);
}

/** Writes every section from the first on: a Tab between two is as much of the text as a line break in it. */
async function writeAll({ page }: TestPage): Promise<number> {
  await sectionOf(page, 'Indledning').click();
  for (const [place, words] of TEXTS.entries()) {
    if (place > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  return TEXTS.length - 1;
}

describe('an indstilling from the template to the chef', () => {
  it('takes at most 6 acts besides its text, and nothing is missing before it is sent', async () => {
    const open = await web.open('PSN');
    await open.go('/overview');
    const acts = await countTaps(open);
    const { page } = open;
    await page.getByRole('link', { name: 'Indstillinger', exact: true }).first().click();
    await page.getByRole('link', { name: 'Ny indstilling' }).click();
    await page.getByLabel('Titel').waitFor();
    await page.keyboard.type(TITLE);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    const between = await writeAll(open);
    await page.getByLabel('Varighed (min.)').click();
    await page.keyboard.type('10');
    await page.getByText('Intet mangler. Indstillingen kan sendes.').waitFor();
    await page.getByRole('button', { name: 'Send til chef' }).click();
    await until(async () => (await listed())?.state === 'with-leader');
    expect((await acts()) - between).toBeLessThanOrEqual(6);
    const { id = '' } = (await listed()) ?? {};
    const sent = await web.api.take(indstilling, 'get', `indstillinger/${id}`);
    expect(sent).toMatchObject({ title: TITLE, minutes: 10, submission: 1 });
  });
});

describe('an indstilling that was sent in anew since one read it', () => {
  it('says so where it is read, and shows what changed word by word with one tap', async () => {
    const to = await sentPackage(web);
    await web.api.database.query(
      `INSERT INTO own_indstilling_reading (person_id, indstilling_id, submission)
       SELECT id, $1, 1 FROM person WHERE initials = 'KVL'`,
      [to.indstillingId],
    );
    await web.api.database.query(
      `INSERT INTO indstilling_version (indstilling_id, number, submitted_at, content, content_hash)
       SELECT indstilling_id, 2, now(),
         jsonb_set(content, '{sections,introduction}',
           '[{"type": "paragraph", "content": [{"text": "Vi vil gerne holde åbent om søndagen."}]}]'), 'to'
       FROM indstilling_version WHERE indstilling_id = $1`,
      [to.indstillingId],
    );
    await web.api.database.query('UPDATE indstilling SET submission = 2 WHERE id = $1', [to.indstillingId]);
    const open = await web.open('KVL', ON_A_TABLET);
    const { page } = open;
    await open.go(readingAddress(to, 'budget'));
    await page.getByText('Indstillingen er ændret, siden du læste version 1.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const taps = await countTaps(open);
    await page.getByRole('link', { name: 'Vis, hvad der er ændret' }).tap();
    await page.locator('ins', { hasText: 'søndagen' }).first().waitFor();
    expect(await page.locator('del').first().innerText()).toContain('lørdagen');
    expect(await taps()).toBe(1);
    // What is open for a moment counts as read: the next visit has nothing to tell.
    await open.go(readingAddress(to, 'budget'));
    await until(async () => {
      const [row] = await web.api.database.query<{ submission: number }>(
        'SELECT submission FROM own_indstilling_reading WHERE indstilling_id = $1',
        [to.indstillingId],
      );
      return row?.submission === 2;
    });
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Indledning' }).waitFor();
    expect(await page.getByText('Indstillingen er ændret').count()).toBe(0);
  });
});

describe('where an indstilling is', () => {
  it('is told with one act on one screen: who has it, since when, and what is next', async () => {
    const [ida] = await web.api.database.query<{ id: string; unit: string }>(
      `SELECT p.id, m.unit_id AS unit FROM person p JOIN membership m ON m.person_id = p.id
       WHERE p.initials = 'IDA' AND m.role = 'leader'`,
    );
    const fields = {
      bodyId: web.bodyId,
      unitId: ida?.unit,
      author: { personId: ida?.id },
      title: 'Sommertider',
    };
    const { id, version } = await makeIndstilling(web.api, fields);
    await web.api.send('post', `indstillinger/${id}/steps`, { action: 'submit' }, { ifMatch: version });
    const open = await web.open('IDA');
    const { page } = open;
    await open.go('/indstillinger');
    const acts = await countTaps(open);
    await page.getByRole('link', { name: 'Sommertider' }).first().click();
    const now = page.locator('.stop-now');
    await now.waitFor();
    expect(await now.innerText()).toMatch(/Hos chef\s.*Ida Dalumgård.*siden i dag kl\./s);
    expect(await page.locator('.stop-later').first().innerText()).toContain('Hos sekretariat');
    const box = await now.boundingBox();
    const next = await page.locator('.stop-later').first().boundingBox();
    const { height } = page.viewportSize() ?? { height: 0 };
    expect(Math.max((box?.y ?? 0) + (box?.height ?? 0), (next?.y ?? 0) + (next?.height ?? 0))).toBeLessThan(
      height,
    );
    expect(await acts()).toBe(1);
  });
});
