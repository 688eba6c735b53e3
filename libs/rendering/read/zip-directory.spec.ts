import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readPackageText, readPaperDocument, zipDirectory } from './index.js';
import { docxRemarks } from './docx-remarks.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const FILES = {
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(
    `<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>Dagsorden</w:t></w:r></w:p></w:body></w:document>`,
  ),
  'word/a.xml': strToU8('<a/>'),
  'word/b.xml': strToU8('<b/>'),
};
const END_SIZE = 22;

/** A Word file whose directory somebody has laid hand on; entries are given by where they begin. */
function crafted(
  change: (view: DataView, end: number, entry: (name: string) => number) => void = () => undefined,
  level: 0 | 6 = 6,
): Uint8Array {
  const bytes = zipSync(FILES, { level });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_SIZE;
  // The name of an entry stands in the directory last.
  const entry = (name: string): number => Buffer.from(bytes).lastIndexOf(name) - 46;
  change(view, end, entry);
  return bytes;
}

/** With the place of another directory, in the larger form, before the end. */
function withLocator(): Uint8Array {
  const bytes = crafted();
  const locator = new Uint8Array(20);
  new DataView(locator.buffer).setUint32(0, 0x07064b50, true);
  const end = bytes.length - END_SIZE;
  return Uint8Array.from([...bytes.subarray(0, end), ...locator, ...bytes.subarray(end)]);
}

async function codes(bytes: Uint8Array): Promise<string[]> {
  const read = [
    zipDirectory('a.docx', bytes),
    await readPackageText('a.docx', bytes),
    readPaperDocument('a.docx', bytes),
    docxRemarks('a.docx', bytes),
  ];
  return [...new Set(read.map((one) => (one.ok ? 'read' : one.refusal.code)))];
}

describe('the directory of an archive', () => {
  it('is read by every reader as it is saved', async () => {
    expect(await codes(crafted())).toEqual(['read']);
    expect(await codes(crafted(undefined, 0))).toEqual(['read']);
  });

  it.each<[string, string, Uint8Array]>([
    [
      'it says fewer entries than it holds to one reader',
      'file-truncated',
      crafted((view, end) => view.setUint16(end + 10, 2, true)),
    ],
    [
      'it says more to one reader',
      'file-truncated',
      crafted((view, end) => view.setUint16(end + 8, 0xffff, true)),
    ],
    [
      'it says as many as the larger form has',
      'archive-too-many-entries',
      crafted((view, end) => {
        view.setUint16(end + 8, 0xffff, true);
        view.setUint16(end + 10, 0xffff, true);
      }),
    ],
    ['it names another one in the larger form', 'file-truncated', withLocator()],
    [
      'two entries have one name',
      'file-truncated',
      crafted((view, _, entry) => view.setUint8(entry('word/b.xml') + 46 + 5, 'a'.charCodeAt(0))),
    ],
    [
      'entries share their bytes',
      'file-truncated',
      crafted((view, end, entry) => view.setUint32(entry('word/b.xml') + 20, end, true)),
    ],
  ])('is refused by every reader where %s: %s', async (_, code, bytes) => {
    expect(await codes(bytes)).toEqual([code]);
  });

  it('holds what is stored to the bytes it has, whatever it says', () => {
    const bytes = crafted((view, _, entry) => view.setUint32(entry('word/document.xml') + 24, 0, true), 0);
    const read = zipDirectory('a.docx', bytes);
    const sizes = read.ok ? read.value.map(({ packed, unpacked }) => [packed, unpacked]) : [];
    expect(sizes.length).toBe(4);
    expect(sizes.every(([packed, unpacked]) => packed === unpacked)).toBe(true);
  });

  it('may hold names of an old encoding that read the same', () => {
    const bytes = crafted((view, _, entry) => {
      view.setUint8(entry('word/a.xml') + 46 + 5, 0x91);
      view.setUint8(entry('word/b.xml') + 46 + 5, 0x9b);
    });
    expect(zipDirectory('a.docx', bytes).ok).toBe(true);
  });
});
