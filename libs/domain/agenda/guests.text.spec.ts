import { describe, expect, it } from '@jest/globals';
import { guestLine } from './guests.text.js';
import type { PrintedGuest } from './guests.text.js';

const gro: PrintedGuest = { name: 'Gro Gæst', title: 'kontorchef' };
const bo: PrintedGuest = { name: 'Bo Lind', title: null };
const ane: PrintedGuest = { name: 'Ane Holm', title: 'leder' };

describe('the line about the guests of a point', () => {
  it.each<[string, readonly PrintedGuest[], string | null, string | null, string]>([
    ['one, with title and time', [gro], '09:15', '09:35', 'Gæst: Gro Gæst, kontorchef, kl.\u00a09.15–9.35'],
    ['one without a title', [bo], '09:15', '09:35', 'Gæst: Bo Lind, kl.\u00a09.15–9.35'],
    ['at a point without minutes', [bo], '09:15', '09:15', 'Gæst: Bo Lind, kl.\u00a09.15'],
    ['at a point that ends nowhere', [bo], '09:15', null, 'Gæst: Bo Lind, kl.\u00a09.15'],
    ['at a point without a time', [gro], null, null, 'Gæst: Gro Gæst, kontorchef'],
    ['two', [bo, gro], '09:00', '09:10', 'Gæster: Bo Lind og Gro Gæst (kontorchef), kl.\u00a09.00–9.10'],
    ['three', [ane, bo, gro], null, null, 'Gæster: Ane Holm (leder), Bo Lind og Gro Gæst (kontorchef)'],
  ])('says who comes and when: %s', (_, guests, from, to, expected) => {
    const line = guestLine(guests, from, to);
    expect(`${line?.label ?? ''}: ${line?.value ?? ''}`).toBe(expected);
  });

  it('is none where nobody is invited', () => {
    expect(guestLine([], '09:15', '09:35')).toBeNull();
  });
});
