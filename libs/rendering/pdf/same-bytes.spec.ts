import { describe, expect, it } from '@jest/globals';
import { sameBytes } from './same-bytes.js';

const made = (date: string, id: string, words = 'Budget'): Buffer =>
  Buffer.from(
    `%PDF-1.6\n1 0 obj (${words}) endobj\n<</Producer(x)/CreationDate(D:${date}Z')>>\n` +
      `<xmp:CreateDate>${date}</xmp:CreateDate>\n/ID [ <${id}>\n<${id}> ]\n/DocChecksum /${id}\n%%EOF\n`,
    'latin1',
  );
const one = made('20261126102752', '3BBD33266D676CABC2F9A17808E252E9');
const other = made('20261127235901', 'C0455A28D3576049B59113D9E5A82CD8');

describe('a PDF that was made twice', () => {
  it('has the same bytes, whenever it was made', () => {
    expect(Buffer.compare(sameBytes(one), sameBytes(other))).toBe(0);
  });

  it('has everything where it was, and does not tell when it was made', () => {
    const text = Buffer.from(sameBytes(one)).toString('latin1');
    expect(text).toHaveLength(one.length);
    expect(text).not.toMatch(/CreationDate|20261126/);
    expect(text.indexOf('%%EOF')).toBe(one.toString('latin1').indexOf('%%EOF'));
  });

  it('has an id of its own when it says something else', () => {
    const idOf = (pdf: Uint8Array): string =>
      /\/ID \[ <(\w+)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '';
    const changed = made('20261126102752', '3BBD33266D676CABC2F9A17808E252E9', 'Budgat');
    expect(idOf(sameBytes(changed))).not.toBe(idOf(sameBytes(one)));
    expect(idOf(sameBytes(one))).toMatch(/^[0-9A-F]{32}$/);
  });
});
