import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { Outcome } from '../../domain/outcome.js';
import { renderPackageDocument } from '../docx/index.js';
import { LARGEST_FILE, readPackageFile, readPackageText } from './index.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function linesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const read = await readPackageText(name, bytes);
  if (!read.ok) throw new Error(read.refusal.rule);
  return read.value.lines;
}

function refusalOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'read' : `${outcome.refusal.code} ${outcome.refusal.at ?? ''}`.trim();
}

const refusal = async (name: string, bytes: Uint8Array): Promise<string> =>
  refusalOf(await readPackageText(name, bytes));

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;

/** A Word document of the parts given; those a document must have are added. */
function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A PDF of one page for each list of lines, each line at a place: x and y in points from the lower left. */
function pdf(...pages: readonly (readonly (readonly [number, number, string])[])[]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((lines, i) => {
    const text = lines.map(
      ([x, y, line]) => `BT /F1 11 Tf ${x} ${y} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    );
    const stream = text.join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + i * 2} 0 R` +
        ' /Resources << /Font << /F1 3 0 R >> >> >>',
    );
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

describe('a text file', () => {
  it('is read line by line, with or without a byte order mark', async () => {
    expect(await linesOf('a.txt', utf8('Dagsorden\r\nPunkt 1: Åbning\n'))).toEqual([
      'Dagsorden',
      'Punkt 1: Åbning',
      '',
    ]);
    expect(await linesOf('a.txt', utf8('\uFEFFDagsorden'))).toEqual(['Dagsorden']);
  });

  it('begins a line at a form feed', async () => {
    expect(await linesOf('a.txt', utf8('første\fanden'))).toEqual(['første', '\fanden']);
  });

  it('is refused with the line of the first byte that is no UTF-8', async () => {
    const latin = Uint8Array.from('Dagsorden\nM\xf8de\n', (letter) => letter.charCodeAt(0));
    expect(await refusal('a.txt', latin)).toBe('text-not-utf8 line 2');
    expect(await refusal('a.txt', utf8('Møde').slice(0, 2))).toBe('text-not-utf8 line 1');
    expect(await refusal('a.txt', Uint8Array.of(0x61, 0x0a, 0xed, 0xa0, 0x80))).toBe('text-not-utf8 line 2');
  });

  it('is refused with the line of a NUL byte', async () => {
    expect(await refusal('a.txt', utf8('a\nb\nc\0d'))).toBe('text-binary line 3');
  });
});

describe('a file that is not what its name says', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['empty', 'a.txt', new Uint8Array(), 'file-empty'],
    ['only blanks', 'a.txt', utf8(' \n\n'), 'file-without-text'],
    ['of another kind', 'a.xlsx', utf8('x'), 'file-type-unknown'],
    ['without an extension', 'dagsorden', utf8('x'), 'file-type-unknown'],
    ['text renamed .docx', 'a.docx', utf8('Dagsorden'), 'file-type-mismatch'],
    ['text renamed .pdf', 'a.pdf', utf8('Dagsorden'), 'file-type-mismatch'],
    ['a Word document renamed .txt', 'a.txt', word(paragraph('x')), 'file-type-mismatch'],
    ['an old Word document', 'a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'file-type-mismatch'],
    ['another archive', 'a.docx', zipSync({ 'x.txt': utf8('x') }), 'docx-not-word'],
    ['a document cut short', 'a.docx', word(paragraph('Dagsorden')).slice(0, 200), 'file-truncated'],
    ['a PDF cut short', 'a.pdf', pdf([[50, 700, 'Dagsorden']]).slice(0, 400), 'file-truncated'],
    ['a PDF of nothing', 'a.pdf', utf8('%PDF-1.4\nnothing\n%%EOF'), 'pdf-damaged'],
    ['a PDF without text', 'a.pdf', pdf([]), 'pdf-without-text'],
  ])('is refused: %s', async (_what, name, bytes, code) => {
    expect(await refusal(name, bytes)).toBe(code);
  });

  it('is refused over 50 MB, and says which file it was', async () => {
    const read = await readPackageText('stor.txt', new Uint8Array(LARGEST_FILE + 1).fill(0x61));
    expect(read).toMatchObject({ ok: false, refusal: { code: 'file-too-large' } });
    if (!read.ok) expect(read.refusal.rule).toContain('stor.txt');
  });
});

describe('an archive', () => {
  it('with too many parts is refused before it is unpacked', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`word/p${i}.xml`, '<a/>']));
    expect(await refusal('a.docx', word('', parts))).toBe('archive-too-many-entries');
  });

  it('that unpacks to a hundred times its size is refused', async () => {
    expect(await refusal('a.docx', word('', { 'word/x.xml': ' '.repeat(3_000_000) }))).toBe('archive-ratio');
  });

  it('that says it unpacks to more than 200 MB is refused', async () => {
    const bytes = word(paragraph('x'));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 300 * 1024 * 1024, true);
    expect(await refusal('a.docx', bytes)).toBe('archive-too-large');
  });

  it('with a document type in any part is refused', async () => {
    const parts = { 'customXml/item1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' };
    expect(await refusal('a.docx', word(paragraph('x'), parts))).toBe('docx-doctype');
  });
});

describe('a Word document', () => {
  it('gives paragraphs parted by blank lines', async () => {
    const lines = await linesOf('a.docx', word(paragraph('Godkendt.') + paragraph('FAS følger op.')));
    expect(lines.join('\n').trim()).toBe('Godkendt.\n\nFAS følger op.');
  });

  it('gives list entries with their marks, close together', async () => {
    const numbering =
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
      '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>' +
      '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    const item = (text: string, list: number): string =>
      paragraph(text, `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`);
    const body = item('Planen', 1) + item('Notatet', 1) + paragraph('Og:') + item('et punkt', 2);
    const lines = await linesOf('a.docx', word(body, { 'word/numbering.xml': numbering }));
    expect(lines.join('\n').trim()).toBe('1. Planen\n2. Notatet\n\nOg:\n\n• et punkt');
  });

  it('gives a row of a table as one line, its cells parted by tabs', async () => {
    const table = `<w:tbl>${row(paragraph('Emne:'), paragraph('Byråd'))}${row(paragraph('Sted:'), paragraph('Salen'))}</w:tbl>`;
    expect((await linesOf('a.docx', word(table))).join('\n').trim()).toBe('Emne:\tByråd\nSted:\tSalen');
  });

  it('gives text boxes after the paragraph they hang on, once', async () => {
    const box = `<w:txbxContent>${paragraph('Lerbæk Kommune')}</w:txbxContent>`;
    const drawn = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    const lines = await linesOf(
      'a.docx',
      word(`<w:p><w:r><w:t>Dagsorden</w:t></w:r><w:r>${drawn}</w:r></w:p>`),
    );
    expect(lines.filter((line) => line !== '')).toEqual(['Dagsorden', 'Lerbæk Kommune']);
  });

  it('leaves out what was deleted, and keeps what was put in', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>Afvist.</w:delText></w:r></w:del><w:ins><w:r><w:t>Godkendt.</w:t></w:r></w:ins></w:p>';
    expect((await linesOf('a.docx', word(body))).join('')).toBe('Godkendt.');
  });

  it('gives headers first and footers last, each different one once', async () => {
    const header = (text: string): string => `<w:hdr ${W}>${paragraph(text)}</w:hdr>`;
    const parts = {
      'word/header1.xml': header('Lerbæk Kommune'),
      'word/header2.xml': header('Lerbæk Kommune'),
      'word/footer1.xml': `<w:ftr ${W}>${paragraph('side 1 af 2')}</w:ftr>`,
    };
    const lines = await linesOf('a.docx', word(paragraph('Dagsorden'), parts));
    expect(lines.filter((line) => line !== '')).toEqual(['Lerbæk Kommune', 'Dagsorden', 'side 1 af 2']);
  });
});

describe('a PDF', () => {
  it('gives its lines from the top, page by page, a blank line where the gap is wide', async () => {
    const first: [number, number, string][] = [
      [50, 700, 'Punkt 1: Dagsorden'],
      [50, 660, 'Rådmanden gennemgik dagsordenen, og der var'],
      [50, 646, 'ingen bemærkninger til den.'],
      [50, 632, 'Godkendt.'],
    ];
    expect(await linesOf('a.pdf', pdf(first, [[50, 700, 'Punkt 2: Referat']]))).toEqual([
      '\fPunkt 1: Dagsorden',
      '',
      'Rådmanden gennemgik dagsordenen, og der var',
      'ingen bemærkninger til den.',
      'Godkendt.',
      '\fPunkt 2: Referat',
    ]);
  });

  it('puts a column in the right margin after the text and not in between', async () => {
    const body = ['Dagsorden', 'Emne: Byråd', 'Sted: Salen', 'Punkt 1: Referat', 'Godkendt.'];
    const side = ['KULTUR', 'Lerbæk Kommune', 'Bytorvet 1', '9999 Lerbæk'];
    const lines = await linesOf(
      'a.pdf',
      pdf([
        ...body.map((text, i): [number, number, string] => [50, 700 - i * 14, text]),
        ...side.map((text, i): [number, number, string] => [440, 700 - i * 14, text]),
      ]),
    );
    expect(lines.map((line) => line.trim())).toEqual([...body, '', ...side]);
  });

  it('protected by a password is refused as such', async () => {
    const plain = new TextDecoder('latin1').decode(pdf([[50, 700, 'Dagsorden']]));
    const key = '<' + '00'.repeat(32) + '>';
    const encrypted = plain.replace(
      '/Root 1 0 R',
      `/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >>`,
    );
    expect(
      await refusal(
        'a.pdf',
        Uint8Array.from(encrypted, (c) => c.charCodeAt(0)),
      ),
    ).toBe('pdf-encrypted');
  });
});

describe('the documents the product makes', () => {
  it('read back as what they were made from', async () => {
    const written = await readPackageFile(
      'pakke.txt',
      new Uint8Array(readFileSync('test/fixtures/package.txt')),
    );
    if (!written.ok) throw new Error(written.refusal.rule);
    const [indstilling, agenda, minutes] = written.value.reading.documents;
    for (const document of [indstilling, agenda, minutes]) {
      if (!document) throw new Error('three documents are expected');
      const made = renderPackageDocument(document.kind, document, 'all');
      if (!made.ok) throw new Error(made.refusal.rule);
      const again = await readPackageFile('igen.docx', made.value);
      if (!again.ok) throw new Error(again.refusal.rule);
      const { documents, unread } = again.value.reading;
      expect([documents.length, unread]).toEqual([1, []]);
      const [back] = documents;
      const plain = (point: (typeof document.points)[number] | undefined): unknown[] => [
        ...[point?.number, point?.title, point?.timeFrom, point?.timeTo, point?.purpose, point?.method],
        ...[point?.responsible, point?.attending, point?.visibility],
        document.kind === 'minutes' ? point?.decision : null,
      ];
      expect(back?.points.map(plain)).toEqual(document.points.map(plain));
      expect([back?.kind, back?.meeting.body, back?.meeting.date]).toEqual([
        document.kind,
        document.meeting.body,
        document.meeting.date,
      ]);
      expect(back?.letterhead).toEqual(document.letterhead);
      expect(back?.indstilling?.recommendations).toEqual(document.indstilling?.recommendations);
      expect(back?.indstilling?.author).toEqual(document.indstilling?.author);
      expect(back?.followUps.map((one) => [one.point, one.responsible])).toEqual(
        document.followUps.map((one) => [one.point, one.responsible]),
      );
    }
  });

  it('name the file when they hold no meeting', async () => {
    const read = await readPackageFile('brev.txt', utf8('Kære alle\nHusk kaffen.\n'));
    expect(refusalOf(read)).toBe('no-recognisable-meeting line 1');
    if (!read.ok) expect(read.refusal.rule).toContain('brev.txt');
  });
});
