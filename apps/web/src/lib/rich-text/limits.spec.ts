import { describe, expect, it } from '@jest/globals';
import { richText } from '../../../../../libs/contracts/common.js';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { LIMITS, excessOf } from './limits.js';

const some = <Part>(count: number, part: Part): readonly Part[] => Array.from({ length: count }, () => part);
const cell = { content: [{ text: 'x' }] };
const texts: readonly [keyof typeof LIMITS, (count: number) => RichText][] = [
  ['blocks', (count) => some(count, { type: 'paragraph', content: [] })],
  ['items', (count) => [{ type: 'bullet-list', items: some(count, cell) }]],
  ['rows', (count) => [{ type: 'table', header: false, rows: some(count, [cell]) }]],
  ['columns', (count) => [{ type: 'table', header: false, rows: [some(count, cell)] }]],
  ['runs', (count) => [{ type: 'paragraph', content: some(count, { text: 'x' }) }]],
  ['letters', (count) => [{ type: 'heading', level: 1, content: [{ text: 'x'.repeat(count) }] }]],
];

describe('what a text may have at most', () => {
  it.each(texts)('is of %s what the api takes', (of, textOf) => {
    const [most, more] = [textOf(LIMITS[of]), textOf(LIMITS[of] + 1)];
    expect([richText.safeParse(most).success, excessOf(most)]).toEqual([true, null]);
    expect([richText.safeParse(more).success, excessOf(more)]).toEqual([false, { of, is: LIMITS[of] + 1 }]);
  });

  it('is less than what is sent at once', () => {
    const text = some(60, { type: 'paragraph' as const, content: [{ text: 'å'.repeat(50_000) }] });
    expect(excessOf(text)?.of).toBe('bytes');
    expect(excessOf(text.slice(0, 50))).toBeNull();
  });
});
