import { describe, expect, it } from '@jest/globals';
import { OUTCOMES } from './outcomes.js';
import { usualPhrase } from './usual-phrase.js';

const target = { meetingDate: '2026-03-24', bodyName: 'Social- og Beskæftigelsesudvalget' };
const nowhere = { meetingDate: null, bodyName: null };

describe('the usual phrase of an outcome', () => {
  it.each(OUTCOMES)('is "$phrase" for $code, without a target', ({ code, phrase }) => {
    expect(usualPhrase(code, nowhere)).toBe(phrase);
    expect(phrase).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('says where the point goes', () => {
    expect(usualPhrase('deferred', target)).toBe('Udsat til mødet den 24. marts 2026.');
    expect(usualPhrase('referred', target)).toBe('Oversendes til Social- og Beskæftigelsesudvalget.');
    expect(usualPhrase('approved', target)).toBe('Godkendt.');
  });
});
