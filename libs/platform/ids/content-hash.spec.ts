import { describe, expect, it } from '@jest/globals';
import { contentHash } from './content-hash.js';

describe('the hash of a content', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(contentHash({ a: 1, b: [{ text: 'x', bold: true }] })).toBe(
      contentHash({ b: [{ bold: true, text: 'x' }], a: 1 }),
    );
  });

  it('depends on the order of a list and on every value', () => {
    const hashes = [[1, 2], [2, 1], [1], ['1'], null, {}].map(contentHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('takes a key without value as absent', () => {
    expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }));
  });
});
