import { describe, expect, it } from '@jest/globals';
import { canvasSize, pagesInView } from './pages-in-view.js';
import type { Extent } from './pages-in-view.js';

/** Pages of this height below each other, of which so much has gone past the upper edge of a screen of 1000 pixels. */
const pages = (count: number, height: number, gone = 0): readonly Extent[] =>
  Array.from({ length: count }, (_, i) => ({ top: i * height - gone, bottom: (i + 1) * height - gone }));
const SCREEN = { top: 0, bottom: 1000 };

describe('which pages are read and drawn', () => {
  it.each([
    ['the first of many', pages(9, 1000), 1, [1, 2, 3]],
    ['one in the middle, with those around it', pages(9, 1000, 4000), 5, [4, 5, 6]],
    ['the one that shows most', pages(9, 1000, 4400), 5, [4, 5, 6]],
    ['the next one from half of it on', pages(9, 1000, 4600), 6, [5, 6, 7]],
    ['the last', pages(9, 1000, 8000), 9, [7, 8, 9]],
    ['the first of several short ones', pages(9, 400), 1, [1, 2, 3]],
    ['those that show of short ones', pages(9, 400, 900), 4, [3, 4, 5]],
    ['one alone', pages(1, 1400, 200), 1, [1]],
    ['the first while none shows yet', pages(4, 1000, -1300), 1, [1, 2, 3]],
    ['the last when all have gone past', pages(4, 1000, 4300), 4, [2, 3, 4]],
  ])('%s', (_, at, current, drawn) => {
    expect(pagesInView(at, SCREEN)).toEqual({ current, drawn });
  });

  it('reads the last page at the end, though the one before shows more', () => {
    const at = [...pages(2, 900, 1000), { top: 800, bottom: 1000 }];
    expect(pagesInView(at, SCREEN)).toMatchObject({ current: 2 });
    expect(pagesInView(at, SCREEN, true)).toEqual({ current: 3, drawn: [1, 2, 3] });
  });
});

describe('how large a page is drawn', () => {
  it('has the density of the screen', () => {
    expect(canvasSize(700, 990, 2)).toEqual({ width: 1400, height: 1980 });
  });

  it('has at most 16 million pixels, in the same proportion', () => {
    const { width, height } = canvasSize(3000, 4243, 3);
    expect(width * height).toBeLessThanOrEqual(16_000_000);
    expect(width * height).toBeGreaterThan(15_900_000);
    expect(height / width).toBeCloseTo(4243 / 3000, 2);
  });

  it.each([
    ['wide', 800_000_000, 1, { width: 16_384, height: 1 }],
    ['long', 800, 800_000_000, { width: 1, height: 16_384 }],
    ['wide and long', 1e14, 1e14, { width: 4000, height: 4000 }],
  ])(
    'has a side that can be drawn where a file says that a page is as %s as none is',
    (_, width, height, size) => {
      expect(canvasSize(width, height, 2)).toEqual(size);
    },
  );

  it('has a pixel even where nothing shows', () => {
    expect(canvasSize(0.2, 0.2, 1)).toEqual({ width: 1, height: 1 });
  });
});
