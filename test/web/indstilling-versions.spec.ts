import { beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { startDesk } from './desk.js';
import { smallTargets } from './looks.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let id = '';
let unitId = '';
const paragraphs = (...texts: readonly string[]) =>
  texts.map((text) => ({ type: 'paragraph', content: [{ text }] }));

async function step(action: string): Promise<void> {
  const { version } = await web.api.take(indstilling, 'get', `indstillinger/${id}`);
  const body = { action, reason: 'Tallene mangler.' };
  const { told } = await web.api.send('post', `indstillinger/${id}/steps`, body, { ifMatch: version });
  expect(told).toBe('200');
}

/** Two versions: one paragraph rewritten, one gone, one new, and another between them that stayed. */
beforeEach(async () => {
  const [ida] = await web.api.database.query<{ unit: string }>(
    `SELECT m.unit_id AS unit FROM person p JOIN membership m ON m.person_id = p.id
     WHERE p.initials = 'IDA' AND m.role = 'leader'`,
  );
  unitId = ida?.unit ?? '';
  ({ id } = await makeIndstilling(web.api, { bodyId: web.bodyId, unitId, title: 'Sommertider' }));
  const write = async (...texts: readonly string[]): Promise<void> => {
    const { version } = await web.api.take(indstilling, 'get', `indstillinger/${id}`);
    const fields = { sections: { statement: paragraphs(...texts) } };
    await web.api.take(indstilling, 'patch', `indstillinger/${id}`, fields, { ifMatch: version });
  };
  await write('Centret holder åbent fra klokken otte til seksten.', 'Alle er hørt.', 'Prisen er ukendt.');
  await step('submit');
  await step('return');
  await write(
    'Centret holder åbent fra klokken ni til seksten.',
    'Alle er hørt.',
    'Der følges op til foråret.',
  );
  await step('submit');
});

const openAs = async (path = `/indstillinger/${id}/versions/compare`): Promise<TestPage> => {
  const open = await web.open('IDA');
  await open.go(path);
  return open;
};
const statement = ({ page }: TestPage) => page.getByRole('region', { name: 'Sagsfremstilling' });
const press = ({ page }: TestPage, name: string) => page.getByRole('button', { name, exact: true }).click();
const focused = ({ page }: TestPage) => page.evaluate(() => document.activeElement?.ariaLabel);

describe('two versions of an indstilling, compared', () => {
  it('stand side by side where there is room, each paragraph beside what became of it', async () => {
    const open = await openAs();
    const row = statement(open).locator('.sides[data-change]').first();
    const [left, right] = [row.locator('> div').first(), row.locator('> div').last()];
    expect(await left.locator('del').innerText()).toContain('otte');
    expect(await left.locator('ins').count()).toBe(0);
    expect(await right.locator('ins').innerText()).toContain('ni');
    const [one, other] = [await left.boundingBox(), await right.boundingBox()];
    expect(one?.y).toBe(other?.y);
    expect(other?.x ?? 0).toBeGreaterThan((one?.x ?? 0) + (one?.width ?? 0) - 1);
    await open.page.getByLabel('Side om side').uncheck();
    await statement(open).locator('.word-marks:has(del):has(ins)').first().waitFor();
    await open.page.getByLabel('Side om side').check();
    await open.page.setViewportSize({ width: 900, height: 800 });
    await statement(open).locator('.word-marks:has(del):has(ins)').first().waitFor();
    expect(await open.page.getByLabel('Side om side').count()).toBe(0);
  });

  it('show on demand what stayed, which is heard once', async () => {
    const open = await openAs();
    expect(await statement(open).getByText('Alle er hørt.').count()).toBe(0);
    await open.page.getByLabel('Kun ændrede afsnit').uncheck();
    const same = statement(open).locator('.sides.same', { hasText: 'Alle er hørt.' });
    expect(await same.locator('p:not([aria-hidden])').count()).toBe(1);
    expect(await same.locator('p').count()).toBe(2);
  });

  it('are walked through from change to change and back, with buttons and with keys', async () => {
    const open = await openAs();
    await press(open, 'Næste ændring (1 af 3)');
    expect(await focused(open)).toBe('Ændret');
    await open.page.keyboard.press('Alt+PageDown');
    expect(await focused(open)).toBe('Slettet');
    await press(open, 'Næste ændring (3 af 3)');
    expect(await focused(open)).toBe('Nyt');
    await press(open, 'Forrige ændring');
    expect(await focused(open)).toBe('Slettet');
    await open.page.keyboard.press('Alt+PageUp');
    await open.page.keyboard.press('Alt+PageUp');
    expect(await focused(open)).toBe('Nyt');
  });

  it('are those the address names, also after they were chosen on the page', async () => {
    const open = await openAs();
    await open.page.getByLabel('Fra').selectOption('2');
    await open.page.getByText('De to versioner siger det samme.').waitFor();
    expect(new URL(open.page.url()).search).toBe('?from=2&to=2');
    await open.page.reload();
    await open.page.getByText('De to versioner siger det samme.').waitFor();
  });

  it('tell which bilag came, went, and have another file', async () => {
    const bilag = (number: number, list: readonly object[]) =>
      web.api.database.query(
        `UPDATE indstilling_version SET content = jsonb_set(content, '{attachments}', $3::jsonb)
         WHERE indstilling_id = $1 AND number = $2`,
        [id, number, JSON.stringify(list)],
      );
    const [a, b, c] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const one = (key: string, title: string, file: string) => ({
      ...{ id: key, title, visibility: 'open', fileVersionId: file },
    });
    await bilag(1, [one(a, 'Tal for lørdage', a), one(b, 'Høringssvar', b)]);
    await bilag(2, [one(a, 'Tal for lørdage', c), one(c, 'Tidsplan', c)]);
    const open = await openAs();
    const files = open.page.getByRole('region', { name: 'Vedhæftede filer' });
    expect(await files.locator('[data-change]').allInnerTexts()).toHaveLength(3);
    await files.locator('ins', { hasText: '(ny fil)' }).waitFor();
    await files.getByRole('group', { name: 'Nyt' }).getByText('Tidsplan').waitFor();
    await files.getByRole('group', { name: 'Slettet' }).getByText('Høringssvar').waitFor();
  });

  it('hold for axe in both layouts, light and dark, and in 320 px, with room to press', async () => {
    const open = await openAs();
    await open.page.getByLabel('Kun ændrede afsnit').uncheck();
    for (const width of [1280, 320]) {
      await open.page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await open.page.emulateMedia({ colorScheme });
        expect(await axeFindings(open.page)).toEqual([]);
      }
      expect(await contentWidth(open.page)).toBeLessThanOrEqual(width);
      expect(await smallTargets(open.page, 24)).toEqual([]);
    }
  });

  it('are printed without the frame, with what is marked in words for those who hear it', async () => {
    const open = await openAs();
    await open.page.getByRole('link', { name: 'Udskriv' }).click();
    await open.page
      .getByRole('heading', { level: 1, name: 'Sommertider: ændringer fra version 1 til 2' })
      .waitFor();
    expect(await open.page.getByRole('navigation').count()).toBe(0);
    expect(await axeFindings(open.page)).toEqual([]);
    const input = await open.page.pdf({ preferCSSPageSize: true });
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
    expect(text).toContain('side 1 af 1');
    expect(text).toContain('Der følges op til foråret.');
    expect(text).not.toContain('Alle er hørt.');
    expect(text).not.toContain('Tilbage til sammenligningen');
    await open.go(`/print/indstillinger/${id}/versions?from=1&to=2&all=yes`);
    await open.page.getByText('Alle er hørt.').waitFor();
    await open.go(`/print/indstillinger/${id}/versions?from=1&to=7`);
    await open.page.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
  });
});
