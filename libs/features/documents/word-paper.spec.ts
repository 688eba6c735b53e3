import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { INDSTILLING_TEMPLATES } from '../../domain/indstilling/index.js';
import { readWordPaper } from './word-paper.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
function told(body: string, parts: Readonly<Record<string, string>> = {}): string {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const packed = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]));
  // Stored as it is: what packs too well is refused for that.
  const bytes = Buffer.from(zipSync(packed, { level: 0 }));
  const read = readWordPaper({ fileName: 'a.docx', bytes }, INDSTILLING_TEMPLATES.raadmand);
  return read.ok ? 'read' : read.refusal.code;
}

describe('a Word file as long as an indstilling can be', () => {
  const comments = (text: string): Record<string, string> => ({
    'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment>${text}</w:comment></w:comments>`,
  });
  it.each<[string, string, string, Record<string, string>]>([
    ['the most lines', 'read', '<w:p/>'.repeat(20_000), {}],
    ['a line more', 'word-too-long', '<w:p/>'.repeat(20_001), {}],
    ['a row more', 'word-too-long', '<w:p/>'.repeat(20_000) + '<w:tbl><w:tr></w:tr></w:tbl>', {}],
    ['a break more', 'word-too-long', `${'<w:p/>'.repeat(19_999)}<w:p><w:r><w:br/><w:cr /></w:r></w:p>`, {}],
    ['a comment more', 'word-too-long', '<w:p/>'.repeat(20_000), comments('<w:p></w:p>')],
    ['the longest line', 'read', paragraph('x'.repeat(20_000)), {}],
    ['a letter more', 'word-too-long', paragraph('x'.repeat(20_001)), {}],
    ['a comment of a letter more', 'word-too-long', '<w:p/>', comments(paragraph('x'.repeat(20_001)))],
    ['12 MB beside its text', 'archive-too-large', `<!--${'x'.repeat(12 * 1024 * 1024)}-->`, {}],
  ])('with %s: %s', (_, expected, body, parts) => {
    expect(told(body, parts)).toBe(expected);
  });
});
