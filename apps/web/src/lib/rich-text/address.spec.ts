import { describe, expect, it } from '@jest/globals';
import { linkAddress } from './address.js';

describe('the address of a link', () => {
  it.each([
    ['www.aarhus.dk', 'https://www.aarhus.dk'],
    [' aarhus.dk/sag?nr=1 ', 'https://aarhus.dk/sag?nr=1'],
    ['https://aarhus.dk/å', 'https://aarhus.dk/å'],
    ['http://aarhus.dk', 'http://aarhus.dk'],
    ['fas@aarhus.dk', 'mailto:fas@aarhus.dk'],
    ['mailto:fas@aarhus.dk', 'mailto:fas@aarhus.dk'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)//.dk', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['https://', null],
    ['mailto:', null],
    ['https://a dk', null],
    ['aarhus', null],
    ['', null],
  ])('%j is %j', (typed, expected) => {
    expect(linkAddress(typed)).toBe(expected);
  });
});
