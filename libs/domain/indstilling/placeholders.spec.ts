import { describe, expect, it } from '@jest/globals';
import { leftoversIn } from './placeholders.js';

const found = (text: string): string[] => leftoversIn(text).map(({ excerpt }) => excerpt);

describe('a leftover placeholder', () => {
  it.each([
    ['Sagen afgøres [...].', ['[...]']],
    ['[November 2024]', ['[November 2024]']],
    ['Tlf.: [12 34 56 78]', ['[12 34 56 78]']],
    ['Sagsbehandler: [ ] og []', ['[ ]', '[]']],
    ['[navn på\nmedarbejder]', ['[navn på medarbejder]']],
    ['Indsæt [beløb', ['[beløb']],
    ['HUSK at spørge økonomi. HUSK!', ['HUSK', 'HUSK']],
    ['Udgiften er xx kr.', ['xx']],
    ['den xx.xx.2025 kl. XX.XX', ['xx.xx', 'XX.XX']],
    ['den xx-xx-2025', ['xx-xx']],
    ['I 20xx blev XXX valgt', ['20xx', 'XXX']],
    ['at ...', ['at ...']],
    ['1. at…', ['at…']],
    ['[dato xx.xx, HUSK]', ['[dato xx.xx, HUSK]']],
    ['xx og [y] og HUSK', ['xx', '[y]', 'HUSK']],
  ])('%j holds %j', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    'Se note [1] og kilderne [2, 5] og [3-4].',
    'Husk at bestille plads; vi husker det.',
    'Maxx, Foxx og XXL er navne.',
    'XX-kromosomer',
    'Vi mener, at det er godt ... måske.',
    'fat ... i sagen',
    'Extra, taxa og linux.',
    'x i én retning',
  ])('%j holds none', (text) => expect(found(text)).toEqual([]));

  it('says where it begins and shortens long words', () => {
    const [leftover] = leftoversIn(`Først [${'langt '.repeat(30)}]`);
    expect(leftover?.index).toBe(6);
    expect(leftover?.excerpt).toHaveLength(60);
    expect(leftover?.excerpt.endsWith('…')).toBe(true);
  });
});
