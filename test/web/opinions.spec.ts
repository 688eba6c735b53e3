import { describe, expect, it } from '@jest/globals';
import { makeIndstilling } from '../builders/indstillinger.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();

const leaderOf = async (initials: string): Promise<{ unitId: string; unit: string }> => {
  const [found] = await web.api.database.query<{ unitId: string; unit: string }>(
    `SELECT m.unit_id AS "unitId", u.name AS unit FROM person p JOIN membership m ON m.person_id = p.id
     JOIN unit u ON u.id = m.unit_id WHERE p.initials = $1 AND m.role = 'leader'`,
    [initials],
  );
  return found ?? { unitId: '', unit: '' };
};
const openAs = async (initials: string, path: string): Promise<TestPage> => {
  const open = await web.open(initials);
  await open.go(path);
  return open;
};
const part = ({ page }: TestPage) => page.getByRole('region', { name: 'Udtalelser' });

describe('the opinion of a unit', () => {
  it('is asked for with a day, taken back, given by the unit and read by who asked', async () => {
    const { unitId } = await leaderOf('IDA');
    const other = await leaderOf('HBO');
    const { id } = await makeIndstilling(web.api, { bodyId: web.bodyId, unitId, title: 'Efterårstider' });
    const awaited = async () =>
      (await web.api.database.query('SELECT FROM indstilling_opinion WHERE indstilling_id = $1', [id]))
        .length;
    const asking = await openAs('IDA', `/indstillinger/${id}`);
    const form = part(asking);
    await form.getByRole('button', { name: 'Bed om en udtalelse' }).click();
    await form.locator('.fault', { hasText: 'Vælg en enhed.' }).waitFor();
    await form.getByLabel('Enhed').selectOption(other.unitId);
    await form.getByRole('button', { name: 'Bed om en udtalelse' }).click();
    await form.getByText(/Afventer svar · frist \d+\. \w+ \d{4}/).waitFor();
    await asking.page.getByText('Udtalelsen er ikke kommet').waitFor();
    await form.getByRole('button', { name: `Fjern: ${other.unit}` }).click();
    await until(async () => (await awaited()) === 0);
    await asking.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await awaited()) === 1);
    expect(await axeFindings(asking.page)).toEqual([]);
    const asked = await openAs('HBO', '/overview');
    const waiting = asked.page.getByRole('region', { name: 'Venter på dig' });
    await waiting
      .getByText(/bedt om udtalelse, frist \d+\. \w+ \d{4}/)
      .first()
      .waitFor();
    await asked.go('/indstillinger');
    await asked.page
      .getByRole('row')
      .filter({ hasText: 'Efterårstider' })
      .getByText('Bedt om udtalelse')
      .waitFor();
    expect(await axeFindings(asked.page)).toEqual([]);
    await asked.page.getByRole('link', { name: 'Efterårstider' }).click();
    const answer = part(asked).getByRole('form', { name: `Svar for ${other.unit}` });
    await answer.getByLabel('Enhedens svar').selectOption('remarks');
    await answer.getByRole('button', { name: 'Send svaret' }).click();
    await answer.locator('.fault', { hasText: 'Skriv, hvilke bemærkninger' }).waitFor();
    expect(await axeFindings(asked.page)).toEqual([]);
    await asked.page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(asked.page)).toEqual([]);
    await asked.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(asked.page)).toBeLessThanOrEqual(320);
    await answer.getByLabel('Bemærkninger', { exact: true }).fill('Der mangler en pris.');
    await answer.getByRole('button', { name: 'Send svaret' }).click();
    await part(asked)
      .getByText(/Bemærkninger · svaret .* af /)
      .waitFor();
    await asking.go(`/indstillinger/${id}`);
    await part(asking).getByText('Der mangler en pris.').waitFor();
    expect(
      await part(asking)
        .getByRole('button', { name: /^Fjern/ })
        .count(),
    ).toBe(0);
  });
});
