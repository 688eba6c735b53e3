import { describe, expect, it } from '@jest/globals';
import { pdfLines } from './pdf-lines.js';

/** A PDF of one page with one line on it. */
const onePage = (text: string): Buffer =>
  Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R',
      '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj',
      `4 0 obj<</Length ${text.length + 31}>>stream`,
      `BT /F1 12 Tf 20 200 Td (${text}) Tj ET`,
      'endstream endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
  );

const writers = (): unknown[] =>
  ['stringify', 'parse'].map((name) => Object.getOwnPropertyDescriptor(JSON, name)?.value as unknown);

const WRITERS_AT_FIRST = writers();

describe('the lines of a PDF', () => {
  it('are read from the bytes as an upload brings them, and the bytes stay the caller’s', async () => {
    const bytes = onePage('Punkt 1: Budget');
    expect(await pdfLines('pakke.pdf', bytes)).toEqual({ ok: true, value: ['\fPunkt 1: Budget'] });
    expect(bytes.toString()).toContain('%PDF-1.4');
  });

  it('are read without replacing what the process writes its answers with', async () => {
    await pdfLines('pakke.pdf', onePage('Punkt 1'));
    expect(writers()).toEqual(WRITERS_AT_FIRST);
  });
});
