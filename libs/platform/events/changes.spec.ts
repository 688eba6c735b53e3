import { describe, expect, it } from '@jest/globals';
import { contentHash } from '../ids/content-hash.js';
import { changesOf, storedForm } from './changes.js';

const LONG = 'Der skal tages stilling til åbningstiderne i sommeren. '.repeat(5);

describe('what a patch changes', () => {
  it('is each field that gets another value, and no other', () => {
    const row = { title: 'Tilsyn', minutes: 10, place: null as string | null, kind: 'ordinary' };
    expect(changesOf(row, { title: 'Tilsyn', minutes: 15, place: 'Lokale 2' })).toEqual([
      { field: 'minutes', before: 10, after: 15, closed: false },
      { field: 'place', before: null, after: 'Lokale 2', closed: false },
    ]);
  });

  it('does not count another order of the same keys, nor a field that is left out', () => {
    const row: { text: object; title?: string } = { text: { a: 1, b: 2 }, title: 'Tilsyn' };
    expect(changesOf(row, { text: { b: 2, a: 1 } })).toEqual([]);
  });

  it('counts from a value to none and from none to a value', () => {
    expect(changesOf({ a: 'x', b: null as string | null }, { b: 'y' })).toHaveLength(1);
    expect(changesOf<{ a: string | null }>({ a: 'x' }, { a: null })).toHaveLength(1);
  });
});

describe('a change as it is kept', () => {
  it('holds short values themselves and long ones by their hash, beside the row', () => {
    const { changes, texts } = storedForm([{ field: 'purpose', before: 'kort', after: LONG }]);
    expect(changes).toEqual([
      { field: 'purpose', before: { value: 'kort' }, after: { text: contentHash(LONG) } },
    ]);
    expect([...texts]).toEqual([[contentHash(LONG), JSON.stringify(LONG)]]);
  });

  it('holds closed values by their hash only, however short, and says that they were closed', () => {
    const { changes, texts } = storedForm([{ field: 'title', before: null, after: 'Lukket', closed: true }]);
    expect(changes).toEqual([
      { field: 'title', before: { value: null }, after: { text: contentHash('Lukket') }, closed: true },
    ]);
    expect(JSON.stringify(changes)).not.toContain('Lukket');
    expect(texts.size).toBe(1);
  });
});
