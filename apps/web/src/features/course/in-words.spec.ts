import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../../../../../libs/domain/text/index.js';
import { kindInWords, saysMore } from './in-words.js';

type Told = Parameters<typeof saysMore>[0];
const told = (fields: Partial<Told>): Told => ({
  ...{ kind: 'decided', outcome: null, text: [], toMeeting: null, toBody: null, ...fields },
});

describe('what happened to a case', () => {
  it.each<[string, Partial<Told>]>([
    ['Tiltrådt', { outcome: 'adopted' }],
    ['Behandlet', {}],
    ['Udsat', { kind: 'deferred', outcome: 'deferred' }],
    [
      'Udsat til mødet den 24. marts 2026',
      { kind: 'deferred', outcome: 'deferred', toMeeting: { id: 'm', date: '2026-03-24' } },
    ],
    ['Oversendes', { kind: 'referred', outcome: 'referred' }],
    ['Oversendes til Byrådet', { kind: 'referred', outcome: 'referred', toBody: 'Byrådet' }],
    ['På dagsordenen', { kind: 'on-agenda' }],
    ['Punktet udgår', { kind: 'removed', outcome: 'removed' }],
  ])('is said as %j', (words, fields) => {
    expect(kindInWords(told(fields))).toBe(words);
  });

  it.each<[boolean, Partial<Told>]>([
    [false, {}],
    [false, { outcome: 'approved', text: fromPlainText('Godkendt.') }],
    [false, { kind: 'referred', toBody: 'Byrådet', text: fromPlainText('Oversendes til Byrådet.') }],
    [true, { outcome: 'approved', text: fromPlainText('Godkendt med tak.') }],
    [true, { kind: 'deferred', text: fromPlainText('Udsat til efteråret.') }],
  ])('%s: what was minuted says more than that, %j', (more, fields) => {
    expect(saysMore(told(fields))).toBe(more);
  });
});
