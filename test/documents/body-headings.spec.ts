import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentView } from '../../libs/contracts/documents.js';
import { body } from '../../libs/contracts/organisation.js';
import { wordReading } from '../../libs/contracts/word-readings.js';
import { fromPlainText, plainInline } from '../../libs/domain/text/index.js';
import { readPaperDocument } from '../../libs/rendering/read/index.js';
import { sendFile } from '../builders/files.js';
import { COMPLETE_SECTIONS, makeIndstilling } from '../builders/indstillinger.js';
import { docxOfDocument } from '../builders/returned.js';
import { heading, line, wordFile } from '../builders/word.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const OFF = { heading: null, off: true };
const named = (text: string) => ({ heading: text, off: false });
let made = 0;

async function bodyWith(sections: object): Promise<string> {
  const fields = { name: `Råd med egne overskrifter ${++made}`, kind: 'raad', settings: { sections } };
  return (await api.take(body, 'post', 'bodies', fields)).id;
}

/** The headings of the Word document of an indstilling, in their order. */
async function headingsOf(id: string): Promise<{ docx: Buffer; headings: string[] }> {
  const asked = await api.take(documentView, 'post', `indstillinger/${id}/documents`, {});
  const docx = Buffer.from(await docxOfDocument(api, asked.id));
  const read = readPaperDocument('a.docx', docx);
  if (!read.ok) throw new Error(read.refusal.rule);
  const headings = read.value.lines.flatMap((each) =>
    each.kind === 'heading' && each.level > 1 ? [plainInline(each.content)] : [],
  );
  return { docx, headings };
}

describe('an indstilling of a body with headings of its own', () => {
  it('is printed under them, and comes back from Word into its sections', async () => {
    const bodyId = await bodyWith({
      raadmand: {
        'further-process': named('Det videre forløb fra nu'),
        statement: named('Hvad sagen drejer sig om'),
        ...{ resources: OFF, communication: OFF },
      },
    });
    const written = { ...COMPLETE_SECTIONS, resources: fromPlainText('Det koster 400 kr.') };
    const sections = Object.fromEntries(Object.entries(written).filter(([key]) => key !== 'communication'));
    const { id } = await makeIndstilling(api, { bodyId, sections });
    const { docx, headings } = await headingsOf(id);
    // What says something is printed, although the body does without it by now.
    expect(headings).toEqual([
      ...['INDLEDNING', 'INDSTILLING', 'HVAD SAGEN DREJER SIG OM', 'RESSOURCER'],
      ...['DET VIDERE FORLØB FRA NU', 'KOORDINERET MED', 'BILAG'],
    ]);
    const back = wordReading.parse(
      (await sendFile(api, `indstillinger/${id}/word`, 'tilbage.docx', docx)).body,
    );
    expect(back.sections.map(({ key, beside }) => `${key} ${beside}`)).toEqual(
      Object.keys(sections).map((key) => `${key} same`),
    );
    expect(back.sections.map(({ heading: text }) => text.toLocaleUpperCase('da-DK'))).toEqual(headings);
    expect(back.leftovers).toEqual([]);
  });

  it('is taken in from Word by what they are called elsewhere too; what the body does without is listed', async () => {
    const bodyId = await bodyWith({
      council: { summary: named('Sammenfatning'), recommendation: named('Det skal besluttes'), effect: OFF },
    });
    const { id } = await makeIndstilling(api, { bodyId, template: 'council', sections: {} });
    const file = wordFile([
      ...[heading('Resumé'), line('Kort fortalt.'), heading('Det skal besluttes'), line('at det sker')],
      ...[heading('Effekt'), line('Flere kommer.')],
    ]);
    const read = wordReading.parse((await sendFile(api, `indstillinger/${id}/word`, 'ny.docx', file)).body);
    const found = read.sections.filter(({ beside }) => beside === 'new').map(({ key }) => key);
    expect(found).toEqual(['summary', 'recommendation']);
    expect(read.sections.map(({ key }) => key)).not.toContain('effect');
    expect(read.leftovers).toMatchObject([{ heading: 'Effekt', text: 'Flere kommer.' }]);
  });
});
