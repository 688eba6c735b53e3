import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { PaperLine } from '../../domain/document/index.js';
import { pointBookmark } from '../origin.js';
import { readingOf } from './docx-package.js';
import { readPaperDocument } from './docx-paper.js';
import type { PaperDocument } from './docx-paper.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const ID = '0190f000-0000-7000-8000-000000000001';
const MARK = `<w:bookmarkStart w:id="1" w:name="${pointBookmark(ID)}"/>`;
const STYLES =
  `<w:styles ${W}><w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>` +
  '<w:style w:styleId="Felt1"><w:name w:val="Feltmærke"/></w:style></w:styles>';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const HEADING = '<w:pStyle w:val="Overskrift2"/>';

function bytesOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

function read(body: string, parts: Readonly<Record<string, string>> = {}): PaperDocument {
  const document = readPaperDocument('a.docx', bytesOf(body, parts));
  if (!document.ok) throw new Error(document.refusal.rule);
  return document.value;
}

const textOf = (line: PaperLine): string =>
  line.kind === 'row' ? '' : line.content.map(({ text }) => text).join('');

describe('the body of a document that came back', () => {
  // More than a function may be called with.
  const many = (): string => '<w:br/>'.repeat(200_000);
  const noise = '<!--' + Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 99_991).join(' ') + '-->';

  it('has cells of any number of runs', () => {
    const cell = `<w:tc>${paragraph(`<w:r>${many()}</w:r>`)}</w:tc>`;
    const { lines } = read(`${noise}<w:tbl><w:tr>${cell}</w:tr></w:tbl>`);
    expect(lines.map((line) => line.kind === 'row' && line.cells[0]?.length)).toEqual([200_000]);
  });

  it('has any number of text boxes in one paragraph', () => {
    const boxes = '<w:p/>'.repeat(200_000);
    expect(read(noise + paragraph(boxes)).lines.length).toBe(200_001);
  });

  it('tells the names of fields by their style, wherever runs were parted', () => {
    const name = '<w:rStyle w:val="Felt1"/><w:b/>';
    const { lines } = read(
      paragraph(run('Met', name) + run('ode: ', name) + run('Oplæg')) +
        paragraph(run('Metode: ', '<w:b/>') + run('Oplæg')) +
        paragraph(run('Oplæg ') + run('Metode: ', name)),
    );
    expect(lines.map((line) => line.kind === 'paragraph' && line.marked)).toEqual([8, 0, 0]);
  });

  it('has a point where one is marked, whatever its heading looks like now', () => {
    const { lines } = read(
      paragraph(MARK + run('3A. Drift'), '<w:pStyle w:val="Normal"/>') +
        paragraph(run('Tekst')) +
        MARK.replace(/0001"/, '0002"') +
        paragraph(run('4. Budget')),
    );
    expect(lines.map((line) => line.kind === 'heading' && [line.level, line.pointId])).toEqual([
      [3, ID],
      false,
      [2, ID.replace(/1$/, '2')],
    ]);
  });

  it('has a point at its own heading though another was written before it, into its mark', () => {
    const end = '<w:bookmarkEnd w:id="1"/>';
    const typed = paragraph(MARK + run('Eventuelt'), HEADING);
    const points = (body: string): unknown[] =>
      read(body).lines.map((line) => line.kind === 'heading' && [textOf(line), line.pointId]);
    expect(points(typed + paragraph(run('2. Bordet rundt') + end, HEADING))).toEqual([
      ['Eventuelt', null],
      ['2. Bordet rundt', ID],
    ]);
    // It may end before the first word of the next paragraph.
    expect(
      points(paragraph(MARK + run('1. Budget'), HEADING) + paragraph(end + run('Pause'), HEADING)),
    ).toEqual([
      ['1. Budget', ID],
      ['Pause', null],
    ]);
  });

  it('has no point any more that was deleted while changes are tracked', () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>1. Budget</w:delText></w:r></w:del>';
    const gone = `${HEADING}<w:rPr><w:del w:id="2"/></w:rPr>`;
    expect(read(paragraph(MARK + deleted, gone)).lines).toEqual([]);
    // Without its title it stands there still.
    expect(read(paragraph(MARK + deleted, HEADING)).lines).toMatchObject([{ kind: 'heading', pointId: ID }]);
  });

  it('looks as it was changed to, not as it was before that', () => {
    const before = `<w:pPrChange w:id="1"><w:pPr>${HEADING}</w:pPr></w:pPrChange>`;
    const was = '<w:b/><w:rPrChange w:id="2"><w:rPr><w:i/></w:rPr></w:rPrChange>';
    const [line] = read(paragraph(run('Tekst', was), `<w:pStyle w:val="Normal"/>${before}`)).lines;
    expect(line).toEqual({ kind: 'paragraph', content: [{ text: 'Tekst', bold: true }], marked: 0 });
  });

  it('has text boxes after the paragraph they hang on', () => {
    const box = `<w:r><w:txbxContent>${paragraph(run('I en boks'))}</w:txbxContent></w:r>`;
    const { lines } = read(paragraph(MARK + run('1. Budget') + box, HEADING));
    expect(lines.map(textOf)).toEqual(['1. Budget', 'I en boks']);
  });
});

describe('what stands beside the body', () => {
  it('is told apart: comments, notes, headers and footers without the numbers of pages', () => {
    const note = (kind: string, text: string, type = ''): string =>
      `<w:${kind} w:id="2"${type}>${paragraph(run(text))}${paragraph(run('og mere'))}</w:${kind}>`;
    const page =
      '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>' +
      '<w:r><w:t> af </w:t><w:fldChar w:fldCharType="begin"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r>';
    const { asides } = read(paragraph(run('Tekst')), {
      'word/comments.xml': `<w:comments ${W}>${note('comment', 'Er det rigtigt?')}</w:comments>`,
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${note('footnote', 'Jf. loven')}</w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes ${W}>${note('endnote', 'Til sidst')}</w:endnotes>`,
      'word/header1.xml': `<w:hdr ${W}>${paragraph(run('Side ') + page)}</w:hdr>`,
      'word/header2.xml': `<w:hdr ${W}>${paragraph(run('Side ') + page)}${paragraph(run('Fortroligt'))}</w:hdr>`,
      'word/footer1.xml': `<w:ftr ${W}>${paragraph(run('Sekretariatet'))}</w:ftr>`,
    });
    expect(asides).toEqual({
      comments: ['Er det rigtigt? og mere'],
      notes: ['Jf. loven og mere', 'Til sidst og mere'],
      margins: ['Side af', 'Fortroligt', 'Sekretariatet'],
    });
  });
});

describe('a document that cannot be read', () => {
  it.each([
    ['its body is cut short', { 'word/document.xml': `<w:document ${W}><w:body><w:p>` }],
    ['its body is empty', { 'word/document.xml': ' ' }],
    ['a part beside it is cut short', { 'word/comments.xml': '<w:comments' }],
    ['its lists are', { 'word/numbering.xml': '<w:numbering><w:num></w:numbering>' }],
  ])('is damaged where %s', (_, parts) => {
    expect(readPaperDocument('a.docx', bytesOf('', parts))).toMatchObject({
      refusal: { code: 'docx-damaged' },
    });
  });

  it.each(['99999999999', '-5', 'x', ''])('is read though a list claims to be on level %s', (level) => {
    const numbering =
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="${level}"><w:numFmt w:val="decimal"/>` +
      '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const list = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
    const { lines } = read(paragraph(run('først'), list), { 'word/numbering.xml': numbering });
    expect(lines).toMatchObject([{ kind: 'item', list: 'number' }]);
  });

  it('is not blamed for a fault of ours', () => {
    const faulty = (): never => {
      throw new TypeError('x is undefined');
    };
    expect(() => readingOf('a.docx', faulty)).toThrow(TypeError);
  });
});
