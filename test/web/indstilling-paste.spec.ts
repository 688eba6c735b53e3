import { describe, expect, it } from '@jest/globals';
import { TABLE, cell, paragraph, startEditorDesk } from './editor-desk.js';
import { goToEnd, paste, sectionOf, writeSection } from './section-text.js';
import type { TestPage } from './support.js';

const { becomes, openAs, write } = startEditorDesk();

describe('what is pasted', () => {
  const noteOf = ({ page }: TestPage, label: string) =>
    page.locator('.text-field', { has: sectionOf(page, label) }).getByRole('status');

  it('from Word keeps its headings, lists, tables, links and bold words, and says what it left out', async () => {
    const open = await openAs('IDA');
    await writeSection(open.page, 'Sagsfremstilling', '');
    await paste(open.page, {
      'text/plain': 'Det samme uden formatering',
      'text/html': `<html><head><style>p{}</style></head><body><h2>Økonomi<o:p></o:p></h2>
        <p class=MsoNormal>Prisen er <b>4</b> mio. <span style='color:red'>kr.</span>, se <a
        href="https://aarhus.dk/tal">tallene</a><a href="javascript:window.hit=1">!</a></p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
        style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>lørdag<o:p></o:p></p>
        <table><thead><tr><td><p>År</p></td><td><p>Udgift</p></td></tr></thead><tr><td>2026</td><td>4 mio. kr.</td></tr></table>
        <img src="https://spor.invalid/1.png" onerror="window.hit=2"><script>window.hit=3</script></body></html>`,
    });
    await noteOf(open, 'Sagsfremstilling').getByText('Udeladt: 1 billede, farver, 1 linkadresse.').waitFor();
    await becomes('statement', [
      { type: 'heading', level: 2, content: [{ text: 'Økonomi' }] },
      {
        type: 'paragraph',
        content: [
          { text: 'Prisen er ' },
          { text: '4', bold: true },
          { text: ' mio. kr., se ' },
          { text: 'tallene', link: 'https://aarhus.dk/tal' },
          { text: '!' },
        ],
      },
      { type: 'bullet-list', items: [cell('lørdag')] },
      ...TABLE,
    ]);
    expect(await open.page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
    expect(open.complaints).toEqual([]);
  });

  it('into the at-sentences is sentences, in the place of the one that was only begun', async () => {
    await write({ recommendation: [] });
    const { page } = await openAs('IDA');
    await sectionOf(page, 'Indstilling').click();
    await goToEnd(page);
    await paste(page, {
      'text/html':
        '<p>Det indstilles,</p><ol><li>at <b>planen</b> godkendes</li><li>der følges op.</li></ol>',
    });
    await becomes('recommendation', [
      paragraph('Det indstilles,'),
      {
        type: 'numbered-list',
        items: [
          { content: [{ text: 'at ' }, { text: 'planen', bold: true }, { text: ' godkendes' }] },
          cell('at der følges op'),
        ],
      },
    ]);
  });

  it('into a cell stays in it, and lines are lines', async () => {
    await write({ statement: TABLE });
    const { page } = await openAs('IDA');
    await sectionOf(page, 'Sagsfremstilling').locator('td').first().click();
    await goToEnd(page);
    await paste(page, { 'text/html': '<p>og</p><ul><li>2027</li></ul>' });
    await page.keyboard.press('Enter');
    await paste(page, { 'text/plain': '2028' });
    await becomes('statement', [
      {
        type: 'table',
        header: true,
        rows: [
          [cell('År'), cell('Udgift')],
          [cell('2026og\n• 2027\n2028'), cell('4 mio. kr.')],
        ],
      },
    ]);
  });

  it('is refused with the limit where it is more than can be saved, and nothing is lost', async () => {
    const open = await openAs('IDA');
    await writeSection(open.page, 'Kommunikation', 'Mit eget.');
    await open.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', `<p>${'ord '.repeat(15_000)}</p>`.repeat(100));
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
    await noteOf(open, 'Kommunikation')
      .getByText('den fylder 5,7 MB, og der kan højst gemmes 5 MB ad gangen. Din egen tekst er uændret.')
      .waitFor();
    await open.page.keyboard.type(' Og mere.');
    await becomes('communication', [paragraph('Mit eget. Og mere.')]);
  });
});
