import { describe, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
const openAs = async (initials: string): Promise<TestPage> => {
  const open = await web.open(initials);
  await open.go('/profile');
  return open;
};
const stored = async (initials: string): Promise<string | undefined> => {
  const [row] = await web.api.database.query<{ indstillinger: string }>(
    `SELECT indstillinger FROM mail_choice JOIN person ON person.id = person_id WHERE initials = $1`,
    [initials],
  );
  return row?.indstillinger;
};

describe('the mails somebody wants', () => {
  it('are chosen on the profile, at once, and the choice is taken back with Fortryd', async () => {
    const open = await openAs('IDA');
    const part = open.page.getByRole('region', { name: 'Mails om indstillinger' });
    expect(await part.getByLabel('Samlet, højst hvert kvarter').isChecked()).toBe(true);
    await part.getByLabel('Én gang om dagen, kl. 7.30').check();
    await until(async () => (await stored('IDA')) === 'daily');
    await open.page
      .getByText('Du får nu mails om indstillinger én gang om dagen, kl. 7.30.')
      .first()
      .waitFor();
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await stored('IDA')) === 'collected');
    await part.locator('label', { hasText: 'Samlet' }).locator('input:checked').waitFor();
  });

  it('are chosen with the keyboard, and hold in 320 px and for axe, light and dark', async () => {
    const open = await openAs('LRT');
    const part = open.page.getByRole('region', { name: 'Mails om indstillinger' });
    await part.getByLabel('Samlet, højst hvert kvarter').focus();
    await open.page.keyboard.press('ArrowUp');
    await until(async () => (await stored('LRT')) === 'at-once');
    for (const colorScheme of ['light', 'dark'] as const) {
      await open.page.emulateMedia({ colorScheme });
      expect(await axeFindings(open.page)).toEqual([]);
    }
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
  });

  it('show what another tab has chosen since, and say why one’s own choice was refused', async () => {
    const open = await openAs('PSN');
    const part = open.page.getByRole('region', { name: 'Mails om indstillinger' });
    await part.getByLabel('Aldrig').waitFor();
    await web.api.database.query(
      `INSERT INTO mail_choice (person_id, indstillinger, version)
       SELECT id, 'never', 2 FROM person WHERE initials = 'PSN'`,
    );
    await part.getByLabel('Med det samme').check();
    await part.locator('label', { hasText: 'Aldrig' }).locator('input:checked').waitFor();
    expect(await part.innerText()).toMatch(/rettet|nyere|imens|ændret/i);
    expect(await stored('PSN')).toBe('never');
  });
});
