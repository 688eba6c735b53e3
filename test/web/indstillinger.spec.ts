import { beforeEach, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { body } from '../../libs/contracts/organisation.js';
import { plainText } from '../../libs/domain/text/index.js';
import { pdf } from '../builders/files.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { sectionOf, writeSection } from './section-text.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let id = '';
let unitId = '';
let authorId = '';
beforeEach(async () => {
  const [ida] = await web.api.database.query<{ id: string; unit: string }>(
    `SELECT p.id, m.unit_id AS unit FROM person p JOIN membership m ON m.person_id = p.id
     WHERE p.initials = 'IDA' AND m.role = 'leader'`,
  );
  [authorId, unitId] = [ida?.id ?? '', ida?.unit ?? ''];
  const author = { personId: authorId };
  ({ id } = await makeIndstilling(web.api, { bodyId: web.bodyId, unitId, author, title: 'Sommertider' }));
});

const stored = (): Promise<IndstillingView> => web.api.take(indstilling, 'get', `indstillinger/${id}`);
const becomes = (state: IndstillingView['state']) => until(async () => (await stored()).state === state);
const openAs = async (initials: string, path = `/indstillinger/${id}`): Promise<TestPage> => {
  const open = await web.open(initials);
  await open.go(path);
  return open;
};
const press = ({ page }: TestPage, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Takes steps over the api until it waits where it shall. */
async function walk(...actions: readonly string[]): Promise<void> {
  for (const action of actions) {
    const { version } = await stored();
    const step = { action, reason: 'Tallene mangler.' };
    expect((await web.api.send('post', `indstillinger/${id}/steps`, step, { ifMatch: version })).told).toBe(
      '200',
    );
  }
}

describe('an indstilling, for those who write it', () => {
  it('is begun with a title, opens at once, and says what is missing with the way there', async () => {
    const open = await openAs('IDA', '/indstillinger/new');
    await press(open, 'Opret indstilling');
    await open.page.locator('.fault', { hasText: 'Skriv en titel.' }).waitFor();
    await open.page.getByLabel('Titel').fill('Ny cykelparkering');
    await press(open, 'Opret indstilling');
    await open.page.getByRole('heading', { level: 1, name: 'Ny cykelparkering' }).waitFor();
    const missing = open.page.getByRole('region', { name: /^Hvad mangler der\? \(\d+\)/ });
    await missing.getByRole('link', { name: 'Sagsfremstilling' }).click();
    expect(await open.page.evaluate(() => document.activeElement?.id)).toBe('section.statement');
  });

  it('is begun on one of the templates that its body offers, the proposed one first', async () => {
    const byraad = await web.api.take(body, 'post', 'bodies', {
      ...{ name: 'Byråd for prøver', kind: 'byraad', settings: { templates: ['council', 'briefing'] } },
    });
    const open = await openAs('IDA', '/indstillinger/new');
    const template = open.page.getByLabel('Skabelon');
    expect(await template.inputValue()).toBe('raadmand');
    await template.selectOption('cover-note');
    await open.page.getByLabel('Forum').selectOption(byraad.id);
    expect(await template.inputValue()).toBe('council');
    expect(await template.locator('option').allInnerTexts()).toEqual([
      'Indstilling til byrådet via magistraten',
      'Orientering',
    ]);
    await open.page.getByLabel('Titel').fill('Ny cykelsti');
    await press(open, 'Opret indstilling');
    await sectionOf(open.page, 'Beslutningspunkter').waitFor();
  });

  it('saves every section by itself, keeps the at-sentences a list, and is there after a reload', async () => {
    const open = await openAs('IDA');
    await writeSection(open.page, 'Indledning', 'Første afsnit.', 'Andet afsnit.');
    await writeSection(open.page, 'Indstilling', 'at tiden godkendes', 'der følges op');
    await sectionOf(open.page, 'Indstilling').blur();
    await until(async () => plainText((await stored()).sections.introduction ?? []).includes('Andet'));
    await until(async () => (await stored()).sections.recommendation?.[1]?.type === 'numbered-list');
    await open.page.locator('.save-status', { hasText: /^Gemt kl\./ }).waitFor();
    await open.page.reload();
    await sectionOf(open.page, 'Indstilling').getByText('at der følges op').waitFor();
    expect(await sectionOf(open.page, 'Indstilling').locator('li').allInnerTexts()).toEqual([
      'at tiden godkendes',
      'at der følges op',
    ]);
  });

  it('is shown both texts where two have written the same section, and neither is lost', async () => {
    const open = await openAs('IDA');
    await sectionOf(open.page, 'Kommunikation').waitFor();
    await open.page.route('**/api/v1/indstillinger/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await writeSection(open.page, 'Kommunikation', 'Min tekst');
    const { version } = await stored();
    const theirs = { sections: { communication: [{ type: 'paragraph', content: [{ text: 'Deres' }] }] } };
    await web.api.send('patch', `indstillinger/${id}`, theirs, { ifMatch: version });
    await open.page.unroute('**/api/v1/indstillinger/*');
    const panel = open.page.getByRole('alert').filter({ hasText: 'Deres' });
    await panel.waitFor();
    expect(await panel.innerText()).toContain('Min tekst');
    expect(await sectionOf(open.page, 'Kommunikation').innerText()).toBe('Min tekst');
  });

  it('is sent with what was typed last, and its way says who has it and what comes next', async () => {
    const open = await openAs('IDA');
    await writeSection(open.page, 'Kommunikation', 'Borgerne får brev.');
    await press(open, 'Send til chef');
    await becomes('with-leader');
    expect(plainText((await stored()).sections.communication ?? [])).toBe('Borgerne får brev.');
    const now = open.page.locator('.stop-now', { hasText: /Hos chef/ });
    await now.waitFor();
    expect(await now.innerText()).toMatch(/siden i dag kl\.\s\d+\.\d\d/);
    expect(await open.page.locator('.stop-done').innerText()).toMatch(/af Ida Dalumgård · version 1/);
    expect(await open.page.locator('.stop-later').allInnerTexts()).toHaveLength(5);
  });

  it('wants a meeting still that has been held since, until another is wanted', async () => {
    const held = await makeMeeting(web.api, web.bodyId, '2026-02-03');
    const { version } = await stored();
    await web.api.send('patch', `indstillinger/${id}`, { wantedMeetingId: held.id }, { ifMatch: version });
    const open = await openAs('IDA');
    const wanted = open.page.getByLabel('Ønsket møde');
    await wanted.locator('option[value=""]').waitFor({ state: 'attached' });
    expect(await wanted.inputValue()).toBe(held.id);
    await wanted.selectOption('');
    await until(async () => (await stored()).wantedMeetingId === null);
  });
});

describe('the files of an indstilling', () => {
  it('are attached on its page, and what is missing asks for them to be listed', async () => {
    const open = await openAs('IDA');
    const files = open.page.getByRole('region', { name: 'Vedhæftede filer' });
    await files.getByText('Der er ingen bilag.').waitFor();
    await open.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'Tal for lørdage.pdf', mimeType: 'application/pdf', buffer: pdf('tal') });
    await files.locator('.bilag').waitFor();
    const missing = open.page.getByRole('region', { name: 'Hvad mangler der? (1)' });
    await missing.getByText('Bilaget står ikke på listen: Tal for lørdage').waitFor();
    await writeSection(open.page, 'Bilag', 'Bilag 1: Tal for lørdage');
    await sectionOf(open.page, 'Bilag').blur();
    await open.page.getByText('Intet mangler. Indstillingen kan sendes.').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
  });
});

describe('an indstilling, for those who judge it', () => {
  it('is returned with a reason only, which its author reads in full', async () => {
    await walk('submit', 'approve');
    const open = await openAs('MSA');
    await press(open, 'Returnér');
    await open.page.locator('form').getByRole('button', { name: 'Returnér' }).click();
    await open.page.locator('.fault', { hasText: 'Skriv, hvorfor.' }).waitFor();
    await open.page.getByLabel('Hvorfor returneres den?').fill('Økonomien mangler.\nTal med ØKA.');
    await open.page.locator('form').getByRole('button', { name: 'Returnér' }).click();
    await becomes('returned');
    const author = await openAs('IDA');
    await author.page.locator('.stop-reason', { hasText: 'Tal med ØKA.' }).waitFor();
    await author.page.locator('.stop-now', { hasText: 'Hos sagsbehandler' }).waitFor();
  });

  it('is approved with one press, and found among those that are ready', async () => {
    await walk('submit', 'approve', 'approve');
    const open = await openAs('ABH', '/indstillinger');
    await open.page.getByRole('link', { name: 'Sommertider' }).first().click();
    await press(open, 'Godkend');
    await becomes('approved');
    const secretary = await openAs('MSA', '/indstillinger');
    await secretary.page.getByRole('link', { name: 'Sommertider' }).first().waitFor();
  });

  it('is approved with one tap, and the approval taken back with one more', async () => {
    await walk('submit', 'approve', 'approve');
    const open = await openAs('ABH');
    await press(open, 'Godkend');
    await becomes('approved');
    await open.page.locator('#undo', { hasText: 'Indstillingen er godkendt.' }).waitFor();
    await press(open, 'Fortryd');
    await becomes('with-director');
    await open.page.getByRole('button', { name: 'Godkend', exact: true }).waitFor();
    const undone = open.page.locator('.stop-undone');
    await undone.waitFor();
    expect(await undone.innerText()).toMatch(
      /^Godkendt\s.*af Anders Bakkehøj · version 1 · fortrudt i dag kl\./s,
    );
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('comes back to a director who regrets having returned it, though it was out of their sight', async () => {
    await walk('submit', 'approve', 'approve');
    const open = await openAs('ABH');
    await press(open, 'Returnér');
    await open.page.getByLabel('Hvorfor returneres den?').fill('Tallene mangler.');
    await open.page.locator('form').getByRole('button', { name: 'Returnér' }).click();
    await becomes('returned');
    await open.page.getByText('Indstillingen er hos andre nu').waitFor();
    await press(open, 'Fortryd');
    await becomes('with-director');
    await open.page.getByRole('heading', { level: 1, name: 'Sommertider' }).waitFor();
    await open.page.locator('.stop-undone', { hasText: 'Tallene mangler.' }).waitFor();
  });

  it('is taken back from among its steps too, and the message does not stand in for that', async () => {
    const open = await openAs('IDA');
    await press(open, 'Send til chef');
    await becomes('with-leader');
    await open.page.locator('#undo').getByRole('button', { name: 'Luk' }).click();
    await press(open, 'Fortryd: Sendt til godkendelse');
    await becomes('draft');
    await open.page.getByRole('button', { name: 'Send til chef' }).waitFor();
  });

  it('has no steps for those whose turn it is not, and is not there for those who may not read it', async () => {
    await walk('submit');
    const open = await openAs('MSA');
    await open.page.getByRole('heading', { level: 1, name: 'Sommertider' }).waitFor();
    expect(await open.page.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);
    const stranger = await openAs('BKR');
    await stranger.page.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
  });
});

describe('two versions of an indstilling', () => {
  it('are told apart word by word, with the way from one change to the next', async () => {
    await walk('submit', 'return');
    const statement = [
      'I dag er der lukket om lørdagen. Det er der mange, der er kede af.',
      'Der følges op efter sommeren.',
    ].map((text) => ({ type: 'paragraph', content: [{ text }] }));
    const { version } = await stored();
    await web.api.take(
      indstilling,
      'patch',
      `indstillinger/${id}`,
      { sections: { statement } },
      {
        ifMatch: version,
      },
    );
    await walk('submit');
    const open = await openAs('IDA');
    await open.page.getByRole('link', { name: 'Sammenlign versioner' }).click();
    const part = open.page.getByRole('region', { name: 'Sagsfremstilling' });
    await part.locator('ins', { hasText: 'om lørdagen.' }).waitFor();
    expect(await part.locator('[data-change]').count()).toBe(2);
    await press(open, 'Næste ændring (1 af 2)');
    await press(open, 'Næste ændring (2 af 2)');
    expect(await open.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Nyt');
    expect(await open.page.getByRole('region', { name: 'Indledning' }).count()).toBe(0);
    await open.page.getByLabel('Kun ændrede afsnit').uncheck();
    await open.page.getByRole('region', { name: 'Indledning' }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
  });
});

describe('the page of an indstilling', () => {
  it.each(['IDA', 'MSA'])('holds in 320 px and for axe while a reason is asked of %s', async (initials) => {
    await walk('submit', ...(initials === 'MSA' ? ['approve'] : []));
    const open = await openAs(initials);
    await press(open, 'Returnér');
    await open.page.getByLabel('Hvorfor returneres den?').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
  });
});
