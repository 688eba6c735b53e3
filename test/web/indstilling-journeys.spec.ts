import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { indstilling, listedIndstilling } from '../../libs/contracts/indstillinger.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { countTaps } from './reading-desk.js';
import { sectionOf } from './section-text.js';
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
