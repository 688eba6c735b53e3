import { describe, expect, it } from '@jest/globals';
import { BODY_LIMITS, excessIn, parseModestJson } from './modest-json.js';

const excessOf = (text: string): string | null => excessIn(Buffer.from(text));
const objectWith = (fields: number): string =>
  `{${Array.from({ length: fields }, (_, i) => `"f${i}":1`).join(',')}}`;
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('what JSON has too much of', () => {
  it('is found up to the limit and not before it', () => {
    const lists = (values: number): string => `[${'1,'.repeat(values - 2)}1]`;
    expect([BODY_LIMITS.depth, BODY_LIMITS.depth + 1].map((depth) => excessOf(nested(depth)))).toEqual([
      null,
      'The body is nested too deeply.',
    ]);
    expect([BODY_LIMITS.keys, BODY_LIMITS.keys + 1].map((keys) => excessOf(objectWith(keys)))).toEqual([
      null,
      'An object in the body has too many fields.',
    ]);
    expect([BODY_LIMITS.values, BODY_LIMITS.values + 1].map((values) => excessOf(lists(values)))).toEqual([
      null,
      'The body holds too many values.',
    ]);
  });

  it('is found in lists that take two bytes each, and in what never ends', () => {
    expect(excessOf(`[${'[],'.repeat(200_000)}[]]`)).toBe('The body holds too many values.');
    expect(excessOf('{"a":'.repeat(40))).toBe('The body is nested too deeply.');
    expect(excessOf('['.repeat(2_000_000))).toBe('The body is nested too deeply.');
  });

  it('is not looked for inside of texts, whatever is escaped in them', () => {
    const texts = ['[[,'.repeat(200_000), '\\"[[,'.repeat(200_000), '\\\\'];
    for (const text of texts) expect(excessOf(`["${text}",${nested(20)}]`)).toBeNull();
    expect(excessOf(`["\\\\",${nested(40)}]`)).toBe('The body is nested too deeply.');
    expect(excessOf('{"a": "never closed [[[[')).toBeNull();
  });

  it('counts the fields of each object by itself', () => {
    const object = objectWith(BODY_LIMITS.keys);
    expect(excessOf(`{"a":${object},"b":[${object},${object}]}`)).toBeNull();
  });
});

describe('a modest JSON body', () => {
  it('is read as it stands, with its mark of UTF-8; an empty one is an object', () => {
    expect(parseModestJson(Buffer.from('\ufeff {"navn": ["Æblegrød\\n", null]}'))).toEqual({
      navn: ['Æblegrød\n', null],
    });
    expect(parseModestJson(Buffer.alloc(0))).toEqual({});
  });

  it.each([
    ['half of it', Buffer.from('{"a":')],
    ['a text alone', Buffer.from('"a"')],
    ['nothing', Buffer.from('null')],
    ['half a character', Buffer.from([0x22, 0x5b, 0xc3, 0x22, 0x5d])],
    ['a prototype', Buffer.from('{"\\u005f_proto__": {}}')],
    ['a prototype deep inside', Buffer.from('[{"a": [{"__proto__": 1}]}]')],
    ['a long name', Buffer.from(`{"${'n'.repeat(201)}": 1}`)],
  ])('is refused where it is %s', (_, bytes) => {
    expect(() => parseModestJson(bytes)).toThrow(/^malformed-body/);
  });
});
