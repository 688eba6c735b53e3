import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { body } from '../../libs/contracts/organisation.js';
import type { BodySettings } from '../../libs/contracts/organisation.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { COMPLETE_SECTIONS, makeIndstilling } from '../builders/indstillinger.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let open: TestPage;
beforeEach(async () => {
  await save({});
  open = await web.open('MSA');
});
afterEach(async () => {
  expect(open.complaints).toEqual([]);
  await open.close();
});

const present = () => web.api.take(body, 'get', `bodies/${web.bodyId}`);
async function save(sections: BodySettings['sections']): Promise<void> {
  const { version } = await present();
  await web.api.take(body, 'patch', `bodies/${web.bodyId}`, { settings: { sections } }, { ifMatch: version });
}
const kept = async (): Promise<BodySettings['sections']> => (await present()).settings.sections;
const button = (name: string | RegExp) => open.page.getByRole('button', { name });
const template = (name: string) => open.page.getByRole('group', { name });
const named = (heading: string) => ({ heading, off: false });
const OFF = { heading: null, off: true };

describe('what a body calls the sections of its templates', () => {
  it('is written by its secretariat, section by section, and taken back by Fortryd', async () => {
    await open.go(`/admin/bodies?id=${web.bodyId}&part=sections`);
    const raadmand = template('Rådmandsindstilling');
    const process = raadmand.getByLabel('Overskrift for ”Videre proces”');
    await process.fill('Bilag');
    await button('Gem').click();
    await open.page.getByRole('link', { name: /En anden overskrift i skabelonen er den samme/ }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await process.fill('Det videre forløb');
    await raadmand.getByLabel('Brug afsnittet ”Kommunikation”').uncheck();
    expect(await raadmand.getByLabel('Brug afsnittet ”Sagsfremstilling”').count()).toBe(0);
    expect(await raadmand.getByLabel('Brug afsnittet ”Bilag”').count()).toBe(0);
    await button('Gem').click();
    const done = open.page.locator('#undo').filter({ hasText: 'Afsnittene for Rådmandsmøde er gemt.' });
    await done.waitFor();
    expect(await kept()).toEqual({
      raadmand: { communication: OFF, 'further-process': named('Det videre forløb') },
    });
    await open.page.setViewportSize({ width: 320, height: 700 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(open.page)).toEqual([]);
    await done.getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await process.inputValue()) === '');
    expect(await kept()).toEqual({});
  });

  it('shows both where somebody else was first', async () => {
    await open.go(`/admin/bodies?id=${web.bodyId}&part=sections`);
    const statement = template('Rådmandsindstilling').getByLabel('Overskrift for ”Sagsfremstilling”');
    await statement.fill('Sagen');
    await save({ raadmand: { statement: named('Hvad sagen er'), resources: OFF } });
    await button('Gem').click();
    const panel = open.page.getByRole('alert').filter({ hasText: 'En anden har ændret det imens' });
    await panel.filter({ hasText: 'Hvad sagen er' }).filter({ hasText: 'slået fra' }).waitFor();
    await button('Brug det nye').click();
    await until(async () => (await statement.inputValue()) === 'Hvad sagen er');
  });

  it('is what the page of an indstilling says, where what is written stays and an empty section goes', async () => {
    const sections = { ...COMPLETE_SECTIONS, resources: fromPlainText('400 kr.'), communication: [] };
    const { id } = await makeIndstilling(web.api, { bodyId: web.bodyId, sections });
    await save({ raadmand: { statement: named('SAGEN'), resources: OFF, communication: OFF } });
    await open.go(`/indstillinger/${id}`);
    await open.page.locator('.section-list').getByRole('link', { name: 'Sagen' }).waitFor();
    const listed = await open.page.locator('.section-list a').allInnerTexts();
    expect(listed).toEqual([
      ...['Indledning', 'Indstilling', 'Sagen', 'Ressourcer', 'Videre proces', 'Koordineret med', 'Bilag'],
    ]);
    await open.page.locator('[name="section.statement"], [id="section.statement"]').first().waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
  });
});
