import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { fromPlainText, plainText } from '../../libs/domain/text/index.js';
import { COMPLETE_SECTIONS, makeIndstilling } from '../builders/indstillinger.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { sectionOf, writeSection } from './section-text.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let open: TestPage;
let id: string;
beforeEach(async () => {
  const sections = { ...COMPLETE_SECTIONS, resources: fromPlainText('Det koster 400 kr.') };
  ({ id } = await makeIndstilling(web.api, { bodyId: web.bodyId, sections }));
  open = await web.open('MSA');
  await open.go(`/indstillinger/${id}`);
  await sectionOf(open.page, 'Sagsfremstilling').waitFor();
});
afterEach(async () => {
  expect(open.complaints).toEqual([]);
  await open.close();
});

const stored = (): Promise<IndstillingView> => web.api.take(indstilling, 'get', `indstillinger/${id}`);
const textOf = async (key: string): Promise<string> => plainText((await stored()).sections[key] ?? []);
const template = () => open.page.getByLabel('Skabelon');
const others = () => open.page.getByRole('region', { name: 'Afsnit fra en anden skabelon' });
const undo = async (text: string): Promise<void> => {
  const bar = open.page.locator('#undo').filter({ hasText: text });
  await bar.getByRole('button', { name: 'Fortryd' }).click();
};

describe('the template of an indstilling that is written', () => {
  it('becomes another without a word lost, and is taken back by Fortryd', async () => {
    await writeSection(open.page, 'Kommunikation', 'Borgerne får brev.');
    await template().selectOption('Orientering');
    await others().getByText('Borgerne får brev.').waitFor();
    const { template: now, sections } = await stored();
    expect(now).toBe('briefing');
    expect(plainText(sections.communication ?? [])).toBe('Borgerne får brev.');
    const listed = await open.page.locator('.section-list a').allInnerTexts();
    expect(listed).toEqual(['Indledning', 'Sagsfremstilling', 'Videre proces', 'Koordineret med', 'Bilag']);
    expect(await others().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      ...['Indstilling', 'Ressourcer', 'Kommunikation'],
    ]);
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.setViewportSize({ width: 320, height: 700 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
    await undo('Skabelonen er nu Orientering.');
    await sectionOf(open.page, 'Kommunikation').waitFor();
    expect(await others().count()).toBe(0);
    expect((await stored()).template).toBe('raadmand');
  });

  it('leaves texts that are moved into its own sections or taken out, each taken back by Fortryd', async () => {
    await template().selectOption('Orientering');
    await others().getByLabel('Flyt teksten fra ”Ressourcer” til').selectOption('Sagsfremstilling');
    await others().getByRole('button', { name: 'Flyt ”Ressourcer”' }).click();
    await sectionOf(open.page, 'Sagsfremstilling').getByText('Det koster 400 kr.').waitFor();
    const before = plainText(COMPLETE_SECTIONS.statement);
    expect(await textOf('statement')).toBe(`${before}\n\nDet koster 400 kr.`);
    expect(await textOf('resources')).toBe('');
    await undo('Teksten fra ”Ressourcer” står nu sidst i ”Sagsfremstilling”.');
    await others().getByText('Det koster 400 kr.').waitFor();
    expect([await textOf('statement'), await textOf('resources')]).toEqual([before, 'Det koster 400 kr.']);
    await others().getByRole('button', { name: 'Tøm ”Ressourcer”' }).click();
    await until(async () => (await textOf('resources')) === '');
    expect(await open.page.evaluate(() => document.activeElement?.id)).toBe('written-sections');
    await undo('Afsnittet ”Ressourcer” er tømt.');
    await others().getByText('Det koster 400 kr.').waitFor();
    expect(await textOf('resources')).toBe('Det koster 400 kr.');
  });

  it('is moved without taking back what was written in the section since', async () => {
    await template().selectOption('Orientering');
    await others().getByLabel('Flyt teksten fra ”Ressourcer” til').selectOption('Sagsfremstilling');
    await others().getByRole('button', { name: 'Flyt ”Ressourcer”' }).click();
    await until(async () => (await textOf('resources')) === '');
    await writeSection(open.page, 'Sagsfremstilling', 'Skrevet siden.');
    await sectionOf(open.page, 'Sagsfremstilling').blur();
    await until(async () => (await textOf('statement')) === 'Skrevet siden.');
    await undo('Teksten fra ”Ressourcer”');
    await open.page
      .getByText(/kunne ikke fortrydes/i)
      .first()
      .waitFor();
    expect(await textOf('statement')).toBe('Skrevet siden.');
  });

  it('is fixed once it is sent', async () => {
    const { version } = await stored();
    await web.api.send('post', `indstillinger/${id}/steps`, { action: 'submit' }, { ifMatch: version });
    await open.go(`/indstillinger/${id}`);
    await sectionOf(open.page, 'Sagsfremstilling').waitFor();
    expect(await template().count()).toBe(0);
  });
});
