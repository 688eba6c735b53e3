import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../lib/api/problem.js';
import { fileFaultOf, fileInWords, sizeInText } from './file-words.js';

describe('the size of a file', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 byte'],
    [1000, '1 kB'],
    [240_400, '240 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [2_440_000, '2,4 MB'],
    [9_949_000, '9,9 MB'],
    [9_950_000, '10 MB'],
    [52_428_800, '52 MB'],
  ])('of %d bytes is %s', (bytes, words) => expect(sizeInText(bytes).replace('\u00a0', ' ')).toBe(words));

  it('stands after what it is', () => {
    const file = { number: 1, fileName: 'a.docx', kind: 'docx', size: 2_400_000, state: 'ready' } as const;
    expect(fileInWords(file)).toBe('Word, 2,4\u00a0MB');
  });
});

describe('why a file was not taken', () => {
  it('says what it is called and what it is', () => {
    const faults = [
      { at: 'fileName', rule: 'pdf' },
      { at: 'file', rule: 'docx' },
    ];
    expect(fileFaultOf(new ApiError({ code: 'file-type-mismatch', status: 422, faults }))).toBe(
      'Filen hedder .pdf, men indeholder et Word-dokument.',
    );
  });

  it.each([
    ['file-empty', 'Filen er tom.'],
    ['file-has-macros', 'Filen indeholder makroer. Gem den uden makroer, og prøv igen.'],
  ])('of %s is a sentence', (code, words) => {
    expect(fileFaultOf(new ApiError({ code, status: 422 }))).toBe(words);
  });
});
