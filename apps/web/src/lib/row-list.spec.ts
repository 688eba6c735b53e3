import { describe, expect, it } from '@jest/globals';
import { listRow, moved } from './row-list.js';

describe('a list that is edited as a whole', () => {
  it('has a row a place up or down, and stays as it is at its ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('tells rows apart that say the same', () => {
    const fields = { title: 'Referat' };
    expect(listRow(fields, null).key).not.toBe(listRow(fields, null).key);
  });
});
