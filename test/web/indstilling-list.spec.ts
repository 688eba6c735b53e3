import { beforeEach, describe, expect, it } from '@jest/globals';
import { STEP_KINDS } from '../../libs/domain/indstilling/index.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeMeeting } from '../builders/meetings.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let made = 0;
let word = '';
let unitId = '';
beforeEach(async () => {
  made += 1;
  word = `Sag${made}`;
  const [ida] = await web.api.database.query<{ id: string; unit: string }>(
    `SELECT p.id, m.unit_id AS unit FROM person p JOIN membership m ON m.person_id = p.id
     WHERE p.initials = 'IDA' AND m.role = 'leader'`,
  );
  unitId = ida?.unit ?? '';
  const author = { personId: ida?.id };
  const rows = [
    ['draft', `Ærøfærgen ${word}`],
    ['with-leader', `Havnen ${word}`],
    ['approved', `Broen ${word}`],
  ] as const;
  for (const [state, title] of rows) {
    const fields = { bodyId: web.bodyId, unitId, author, title };
    const { id } = await makeIndstilling(web.api, fields);
    if (state !== 'draft') await putIndstillingInto(web.api, id, state, STEP_KINDS);
  }
});

const openAs = async (initials: string, path: string): Promise<TestPage> => {
  const open = await web.open(initials);
  await open.go(path);
  return open;
};
const titles = ({ page }: TestPage) => page.locator('.indstilling-table tbody th').allInnerTexts();
const lists = ({ page }: TestPage) => page.getByRole('navigation', { name: 'Vis' });

describe('the list of indstillinger', () => {
  it('opens with what waits for a leader, counts each list, and keeps the filters from one to the next', async () => {
    const open = await openAs('IDA', `/indstillinger?q=${word.toUpperCase()}`);
    expect(await titles(open)).toEqual([`Havnen ${word}`]);
    const current = lists(open).locator('[aria-current=page]');
    expect(await current.innerText()).toMatch(/^Hos mig\s?\(\d+\)$/);
    await lists(open).getByRole('link', { name: /^Mine/ }).click();
    await open.page.getByRole('link', { name: `Broen ${word}` }).waitFor();
    expect(await titles(open)).toEqual([`Broen ${word}`, `Havnen ${word}`, `Ærøfærgen ${word}`]);
    const { searchParams } = new URL(open.page.url());
    expect([searchParams.get('view'), searchParams.get('q')]).toEqual(['mine', word.toUpperCase()]);
  });

  it('is searched as Danes type, and is there again when one goes back', async () => {
    const open = await openAs('IDA', '/indstillinger?view=all');
    await open.page.getByLabel('Titel eller sagsnummer').fill(`aeroe ${word}`);
    await open.page.keyboard.press('Enter');
    await open.page.waitForURL(/q=aeroe/);
    await open.page.getByRole('link', { name: `Ærøfærgen ${word}` }).click();
    await open.page.getByRole('heading', { level: 1, name: `Ærøfærgen ${word}` }).waitFor();
    await open.page.goBack();
    await open.page.getByRole('link', { name: `Ærøfærgen ${word}` }).waitFor();
    expect(await open.page.getByLabel('Titel eller sagsnummer').inputValue()).toBe(`aeroe ${word}`);
    await open.page.getByRole('button', { name: 'Ryd filtre' }).click();
    await open.page.getByRole('link', { name: `Havnen ${word}` }).waitFor();
    expect(await open.page.getByLabel('Titel eller sagsnummer').inputValue()).toBe('');
  });

  it('says who has each and since when, and that a deadline has passed', async () => {
    await web.api.database.query(
      `UPDATE body SET settings = jsonb_set(settings, '{deadlines}',
         '{"indstillinger": {"workingDaysBefore": 3, "time": "12:00"}}') WHERE id = $1`,
      [web.bodyId],
    );
    const { id: wantedMeetingId } = await makeMeeting(web.api, web.bodyId, `2024-02-0${made}`);
    const fields = { bodyId: web.bodyId, unitId, title: `Sent ude ${word}`, wantedMeetingId };
    const { id, version } = await makeIndstilling(web.api, fields);
    const sent = await web.api.send(
      'post',
      `indstillinger/${id}/steps`,
      { action: 'submit' },
      { ifMatch: version },
    );
    expect(sent.told).toBe('200');
    const open = await openAs('IDA', `/indstillinger?q=sent+${word}`);
    const row = open.page.getByRole('row', { name: /Sent ude/ });
    await row.getByText(/Ida Dalumgård.* siden \d+\. \w+\./).waitFor();
    await row.getByText(/2024 kl\.\s12\.00 \(overskredet\)/).waitFor();
  });

  it('is kept as a view with its filters', async () => {
    const open = await openAs('IDA', `/indstillinger?view=mine&state=draft&q=${word}`);
    await open.page.getByRole('button', { name: 'Gem visning' }).click();
    await open.page.getByLabel('Navn').fill(`Kladder ${word}`);
    await open.page.keyboard.press('Enter');
    const kept = open.page.getByRole('link', { name: `Kladder ${word}` });
    await kept.waitFor();
    await open.go('/indstillinger?view=all');
    await kept.click();
    await open.page.waitForURL(new RegExp(`q=${word}`));
    await open.page.getByRole('link', { name: `Ærøfærgen ${word}` }).waitFor();
    expect(await titles(open)).toEqual([`Ærøfærgen ${word}`]);
  });

  it('says that nothing fits, and holds in 320 px and for axe, light and dark', async () => {
    const open = await openAs('IDA', '/indstillinger?view=all');
    for (const colorScheme of ['light', 'dark'] as const) {
      await open.page.emulateMedia({ colorScheme });
      expect(await axeFindings(open.page)).toEqual([]);
    }
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
    await open.go('/indstillinger?q=findes-ikke');
    await open.page.getByText('Ingen indstillinger passer til filtrene.').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
  });
});
