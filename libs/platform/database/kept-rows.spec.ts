import { describe, expect, it } from '@jest/globals';
import { KeptRows } from './kept-rows.js';

describe('kept rows', () => {
  it('are given back in the version they were read in, and in no other', () => {
    const rows = new KeptRows<{ title: string }>(10);
    const row = rows.keep('a', '7(0,1)', { title: 'Første' });
    expect(rows.get('a', '7(0,1)')).toBe(row);
    expect(rows.get('a', '7(0,2)')).toBeUndefined();
    expect(rows.get('b', '7(0,1)')).toBeUndefined();
    rows.keep('a', '7(0,2)', { title: 'Anden' });
    expect(rows.get('a', '7(0,1)')).toBeUndefined();
    expect(rows.get('a', '7(0,2)')).toEqual({ title: 'Anden' });
  });

  it('cannot be changed, however deep', () => {
    const rows = new KeptRows<{ settings: { names: string[] } }>(10);
    const row = rows.keep('a', '1', { settings: { names: [] } });
    expect(() => row.settings.names.push('x')).toThrow(TypeError);
    expect(() => Object.assign(row, { settings: null })).toThrow(TypeError);
  });

  it('are forgotten from the one that was read longest ago', () => {
    const rows = new KeptRows<{ n: number }>(2);
    rows.keep('a', '1', { n: 1 });
    rows.keep('b', '1', { n: 2 });
    rows.get('a', '1');
    rows.keep('c', '1', { n: 3 });
    expect(['a', 'b', 'c'].map((id) => rows.get(id, '1')?.n)).toEqual([1, undefined, 3]);
  });
});
