import { describe, expect, it } from '@jest/globals';
import {
  FILE_KINDS,
  contentByStart,
  contentOfArchive,
  keptFileName,
  kindOfFile,
  titleOfFile,
} from './files.js';
import type { FileContent } from './files.js';

const MB = 1024 * 1024;
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('what a file is by its first bytes', () => {
  it.each([
    ['%PDF-1.7', 'pdf'],
    ['\x89PNG\r\n\x1a\n....', 'png'],
    ['\xff\xd8\xff\xe0', 'jpg'],
    ['PK\x03\x04', 'zip'],
    ['PK\x05\x06', 'zip'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
    ['{\\rtf1', 'rtf'],
    ['Bem\xe6rkninger\r\n\tog tal\f', 'text'],
    ['\xff\xfeB\x00', 'text'],
    ['\xfe\xff\x00B', 'text'],
    ['', 'text'],
    ['MZ\x90\x00', 'other'],
    ['tekst\x7f', 'other'],
    ['%PDF', 'text'],
  ])('%j is %s', (head, expected) => expect(contentByStart(bytes(head))).toBe(expected));
});

describe('what an archive is by its entries', () => {
  const odf = (type: string) => bytes(`${'.'.repeat(30)}mimetype${type}PK`);
  it.each<[string, string[], Uint8Array]>([
    ['docx', ['[Content_Types].xml', 'word/document.xml'], bytes('')],
    ['xlsx', ['xl/workbook.xml'], bytes('')],
    ['pptx', ['ppt/presentation.xml'], bytes('')],
    ['odt', ['mimetype'], odf('application/vnd.oasis.opendocument.text')],
    ['ods', ['mimetype'], odf('application/vnd.oasis.opendocument.spreadsheet')],
    ['zip', ['mimetype'], odf('application/epub+zip')],
    ['zip', ['billeder/word/document.xml'], bytes('')],
  ])('it is %s with %j', (expected, entries, head) => expect(contentOfArchive(entries, head)).toBe(expected));
});

describe('a file that somebody wants to attach', () => {
  const judged = (fileName: string, content: FileContent, size: number, entries: string[] = []) => {
    const outcome = kindOfFile({ fileName, content, size, entries });
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };
  it.each<[string, FileContent, number, string]>([
    ['a.pdf', 'pdf', 50 * MB, 'pdf'],
    ['a.pdf', 'pdf', 50 * MB + 1, 'file-too-large'],
    ['A.DOCX', 'docx', 50 * MB, 'docx'],
    ['a.docx', 'docx', 50 * MB + 1, 'file-too-large'],
    ['a.xlsx', 'xlsx', 50 * MB, 'xlsx'],
    ['a.pptx', 'pptx', 50 * MB, 'pptx'],
    ['a.odt', 'odt', 50 * MB, 'odt'],
    ['a.ods', 'ods', 50 * MB, 'ods'],
    ['a.txt', 'text', 10 * MB, 'txt'],
    ['a.txt', 'text', 10 * MB + 1, 'file-too-large'],
    ['a.csv', 'text', 10 * MB, 'csv'],
    ['a.csv', 'text', 10 * MB + 1, 'file-too-large'],
    ['a.png', 'png', 25 * MB, 'png'],
    ['a.png', 'png', 25 * MB + 1, 'file-too-large'],
    ['a.jpg', 'jpg', 25 * MB, 'jpg'],
    ['a.jpeg', 'jpg', 25 * MB + 1, 'file-too-large'],
    ['a.pdf', 'text', 0, 'file-empty'],
    ['a.pdf', 'docx', 1, 'file-type-mismatch'],
    ['a.docx', 'pdf', 1, 'file-type-mismatch'],
    ['a.docx', 'zip', 1, 'file-type-mismatch'],
    ['a.docx', 'old-office', 1, 'file-protected'],
    ['a.xlsx', 'old-office', 1, 'file-protected'],
    ['a.pptx', 'old-office', 1, 'file-protected'],
    ['a.pdf', 'old-office', 1, 'file-type-mismatch'],
    ['a.txt', 'other', 1, 'file-type-mismatch'],
    ['a.csv', 'pdf', 1, 'file-type-mismatch'],
    ['a.msg', 'old-office', 1, 'file-type-unknown'],
    ['a.doc', 'old-office', 1, 'file-type-unknown'],
    ['a.exe', 'other', 1, 'file-type-unknown'],
    ['a.pdf.exe', 'pdf', 1, 'file-type-unknown'],
    ['pdf', 'pdf', 1, 'file-type-unknown'],
    ['a.text', 'text', 1, 'file-type-unknown'],
  ])('%s that is %s of %d bytes is %s', (fileName, content, size, expected) =>
    expect(judged(fileName, content, size)).toBe(expected),
  );

  it.each([
    'word/vbaProject.bin',
    'vbaproject.BIN',
    'xl/macrosheets/sheet1.xml',
    'Basic/Standard/a.xml',
    'Scripts/a.py',
  ])('is refused with %s in it', (entry) =>
    expect(judged('a.docx', 'docx', 1, ['word/document.xml', entry])).toBe('file-has-macros'),
  );

  it('may hold parts that only sound like macros', () =>
    expect(judged('a.docx', 'docx', 1, ['word/document.xml', 'word/myvbaProject.bin'])).toBe('docx'));

  it('is sent as what it is', () =>
    expect(FILE_KINDS.docx.mediaType).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ));
});

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\x\\Kort.pdf', 'Kort.pdf'],
    ['../../etc/Kort.pdf', 'Kort.pdf'],
    ['Ka\u030arsag.pdf', 'K\u00e5rsag.pdf'],
    ['kort\u202Efdp.exe', 'kortfdp.exe'],
    ['mappe/', 'fil'],
  ])('%j is kept as %j', (given, kept) => expect(keptFileName(given)).toBe(kept));

  it.each([
    ['Bilag_2_Notat.docx', 'Bilag 2 Notat'],
    ['Kort over byen.PDF', 'Kort over byen'],
    ['v1.2 udkast.pdf', 'v1.2 udkast'],
    ['uden endelse', 'uden endelse'],
    ['.pdf', '.pdf'],
  ])('%j gives the title %j', (name, title) => expect(titleOfFile(name)).toBe(title));
});
