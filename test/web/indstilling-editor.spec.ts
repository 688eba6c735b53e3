import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../libs/domain/text/index.js';
import type { RichText } from '../../libs/domain/text/index.js';
import { until } from '../support/until.js';
import { TABLE, cell, paragraph, startEditorDesk } from './editor-desk.js';
import { FINGER_PX, smallTargets } from './looks.js';
import { goToEnd, sectionOf, writeSection } from './section-text.js';
import { axeFindings, contentWidth } from './support.js';

const { section, becomes, write, openAs } = startEditorDesk();

describe('a section', () => {
  it('is written and formatted with the keys alone, and sent within two seconds', async () => {
    const { page, complaints } = await openAs('IDA');
    await writeSection(page, 'Indledning', 'Vi ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('åbner');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+i');
    await page.keyboard.type(' nu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+i');
    await page.keyboard.type('- lørdag');
    await page.keyboard.press('Enter');
    await page.keyboard.type('søndag');
    const last = Date.now();
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'PATCH') sent = Date.now();
    });
    await becomes('introduction', [
      {
        type: 'paragraph',
        content: [{ text: 'Vi ' }, { text: 'åbner', bold: true }, { text: ' nu', italic: true }],
      },
      { type: 'bullet-list', items: [cell('lørdag'), cell('søndag')] },
    ]);
    // Asked of the browser: a busy machine takes its time to answer.
    expect(sent - last).toBeLessThan(2000);
    await page.locator('.save-status', { hasText: /^Gemt kl\./ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is left with Tab from everywhere, and its tools are reached with Alt+F10 and left with Escape', async () => {
    await write({ introduction: TABLE });
    const { page } = await openAs('IDA');
    const focused = () =>
      page.evaluate(() => {
        const focus = document.activeElement;
        return focus?.getAttribute('id') ?? focus?.getAttribute('aria-label');
      });
    await sectionOf(page, 'Indledning').locator('td').first().click();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('section.recommendation');
    await page.keyboard.press('Alt+F10');
    expect(await focused()).toBe('Fed (Ctrl+B)');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Kursiv (Ctrl+I)');
    await goToEnd(page);
    expect(await focused()).toBe('Gentag (Ctrl+Y)');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('section.recommendation');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('section.introduction');
  });

  it('gets headings, lists, tables and links by its tools', async () => {
    const { page } = await openAs('IDA');
    const tool = (name: string) =>
      page.getByRole('toolbar', { name: 'Formatering af Sagsfremstilling' }).getByRole('button', { name });
    await writeSection(page, 'Sagsfremstilling', 'Økonomi', 'Først', 'Så');
    await page.keyboard.press('Shift+ArrowUp');
    await tool('Nummereret liste').click();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await tool('Overskrift').first().click();
    await goToEnd(page);
    await page.keyboard.type(' ');
    await tool('Link').click();
    await page.getByLabel('Webadresse eller mailadresse').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await page.locator('.fault', { hasText: 'Skriv en webadresse' }).waitFor();
    await page.getByLabel('Webadresse eller mailadresse').fill('aarhus.dk');
    await page.keyboard.press('Enter');
    await tool('Indsæt tabel').click();
    await page.keyboard.type('År');
    await tool('Indsæt kolonne til højre').click();
    await tool('Slet række').click();
    await becomes('statement', [
      {
        type: 'heading',
        level: 2,
        content: [{ text: 'Økonomi ' }, { text: 'https://aarhus.dk', link: 'https://aarhus.dk' }],
      },
      { type: 'table', header: false, rows: [0, 1].map(() => [0, 1, 2].map(() => ({ content: [] }))) },
      { type: 'numbered-list', items: [cell('Først'), cell('Så')] },
    ]);
  });

  it('can be undone after it was saved', async () => {
    const { page } = await openAs('IDA');
    await writeSection(page, 'Kommunikation', 'Første.');
    await becomes('communication', [paragraph('Første.')]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Andet.');
    await becomes('communication', [paragraph('Første.'), paragraph('Andet.')]);
    await page.locator('.save-status', { hasText: /^Gemt kl\./ }).waitFor();
    while (plainText(await section('communication')).includes('Andet.')) {
      await page.keyboard.press('Control+z');
      await page.locator('.save-status', { hasText: /^Gemt kl\./ }).waitFor();
    }
    expect(plainText(await section('communication'))).toContain('Første.');
    await page.keyboard.press('Control+y');
    await until(async () => plainText(await section('communication')).includes('Andet'));
  });

  it('keeps what it cannot see touched: a table that stood there stays when words are written below it', async () => {
    await write({ statement: [...TABLE, { type: 'heading', level: 3, content: [{ text: 'Tal' }] }] });
    const { page } = await openAs('IDA');
    await sectionOf(page, 'Sagsfremstilling').locator('h3').click();
    await goToEnd(page);
    await page.keyboard.type(' i dag');
    await becomes('statement', [...TABLE, { type: 'heading', level: 3, content: [{ text: 'Tal i dag' }] }]);
  });

  it('says under itself that a lone hyphen is meant', async () => {
    const { page } = await openAs('IDA');
    await writeSection(page, 'Ressourcer', '-');
    const field = page.locator('.text-field', { has: sectionOf(page, 'Ressourcer') });
    await field.getByRole('status').getByText('Bevidst ingen').waitFor();
    await becomes('resources', [paragraph('-')]);
  });
});

describe('the at-sentences', () => {
  it('begin by themselves, are numbered by themselves, and stand under the lead', async () => {
    await write({ recommendation: [] });
    const { page } = await openAs('IDA');
    const sentences = sectionOf(page, 'Indstilling');
    await page.getByText('Det indstilles,', { exact: true }).waitFor();
    await sentences.click();
    await goToEnd(page);
    await page.keyboard.type('tiden godkendes');
    await page.keyboard.press('Enter');
    await page.keyboard.type('der følges op.');
    await page.keyboard.press('Enter');
    await becomes('recommendation', [
      paragraph('Det indstilles,'),
      { type: 'numbered-list', items: [cell('at tiden godkendes'), cell('at der følges op')] },
    ]);
    await page.locator('.save-status', { hasText: /^Gemt kl\./ }).waitFor();
    expect((await sentences.innerText()).split(/\n+/)).toEqual([
      'at tiden godkendes',
      'at der følges op.',
      'at ',
    ]);
    await page.reload();
    await sentences.getByText('at der følges op').waitFor();
    expect(await sentences.locator('li').count()).toBe(2);
  });

  it('are written with the words around them where an import has brought some', async () => {
    const imported: RichText = [
      paragraph('Det indstilles til rådmanden,'),
      { type: 'numbered-list', items: [cell('at planen godkendes')] },
    ];
    await write({ recommendation: imported });
    const { page } = await openAs('IDA');
    await sectionOf(page, 'Indstilling').locator('li').click();
    await goToEnd(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('der følges op');
    await becomes('recommendation', [
      paragraph('Det indstilles til rådmanden,'),
      { type: 'numbered-list', items: [cell('at planen godkendes'), cell('at der følges op')] },
    ]);
  });
});

describe('what is written is not lost', () => {
  it('when the page is reloaded before it was saved, with its formatting', async () => {
    const { page } = await openAs('IDA');
    await page.route('**/api/v1/indstillinger/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await writeSection(page, 'Kommunikation', '');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('Brev');
    await page.reload();
    await page.locator('.save-status', { hasText: 'Kladde gendannet' }).waitFor();
    await sectionOf(page, 'Kommunikation').locator('strong', { hasText: 'Brev' }).waitFor();
    await page.unroute('**/api/v1/indstillinger/*');
    await becomes('communication', [{ type: 'paragraph', content: [{ text: 'Brev', bold: true }] }]);
  });

  it('while there is no connection, and is sent when there is one', async () => {
    const { page } = await openAs('IDA');
    await sectionOf(page, 'Kommunikation').waitFor();
    await page.context().setOffline(true);
    await writeSection(page, 'Kommunikation', 'Uden net.');
    await page.locator('.save-status', { hasText: 'Kunne ikke gemmes' }).waitFor();
    await page.keyboard.type(' Og mere.');
    await page.context().setOffline(false);
    await becomes('communication', [paragraph('Uden net. Og mere.')]);
  });

  it.each([
    ['Behold min tekst', 'mine'],
    ['Brug den nyere', 'theirs'],
  ])('when two have written the same section: %s keeps the formatting', async (choice, whose) => {
    const theirs: RichText = [
      { type: 'paragraph', content: [{ text: 'Deres ' }, { text: 'fede', bold: true }] },
      ...TABLE,
    ];
    const { page } = await openAs('IDA');
    await sectionOf(page, 'Kommunikation').waitFor();
    await page.route('**/api/v1/indstillinger/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await writeSection(page, 'Kommunikation', 'Min ');
    await page.keyboard.press('Control+i');
    await page.keyboard.type('egen');
    await write({ communication: theirs });
    await page.unroute('**/api/v1/indstillinger/*');
    const panel = page.getByRole('alert').filter({ hasText: 'Deres' });
    await panel.locator('strong', { hasText: 'fede' }).waitFor();
    await panel.locator('table').waitFor();
    await panel.locator('em', { hasText: 'egen' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: choice }).click();
    await becomes(
      'communication',
      whose === 'mine'
        ? [{ type: 'paragraph', content: [{ text: 'Min ' }, { text: 'egen', italic: true }] }]
        : theirs,
    );
    await panel.waitFor({ state: 'detached' });
    const shown = sectionOf(page, 'Kommunikation').locator(whose === 'mine' ? 'em' : 'table');
    await shown.waitFor();
  });
});

describe('the desk', () => {
  it.each(['light', 'dark'] as const)(
    'holds for axe and in 320 px while one writes, %s',
    async (colorScheme) => {
      await write({ statement: [...TABLE, paragraph('Tal')] });
      const { page, complaints } = await openAs('IDA', { colorScheme });
      await sectionOf(page, 'Sagsfremstilling').locator('td').first().click();
      await page.keyboard.press('Alt+F10');
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
      expect(complaints).toEqual([]);
    },
  );

  it('lets fingers type, and reads what has formatting until it is typed over', async () => {
    await write({ statement: [...TABLE, paragraph('Tal')], communication: [paragraph('Brev')] });
    const { page } = await openAs('IDA', { hasTouch: true, isMobile: true });
    await page.getByLabel('Kommunikation', { exact: true }).fill('Brev og avis');
    await becomes('communication', [paragraph('Brev og avis')]);
    const read = page.locator('[id="section.statement"]');
    await read.locator('table').waitFor();
    await read.getByRole('button', { name: 'Ret tekst uden formatering' }).click();
    const typed = page.getByLabel('Sagsfremstilling', { exact: true });
    await typed.fill(`${await typed.inputValue()} fra 2026`);
    await becomes('statement', [...TABLE, paragraph('Tal fra 2026')]);
    expect(await smallTargets(page, FINGER_PX)).toEqual([]);
  });
});
