import { describe, expect, it } from '@jest/globals';
import { reviewText } from './review.js';

const MEETING = { bodyName: 'Rådmandsmøde', date: '2026-12-01' };
const LINK = 'https://dagsorden.example.dk/meetings/1';

describe('the mail that asks somebody to read an agenda through', () => {
  it('says which meeting and where, with the message of the secretariat', () => {
    expect(reviewText(MEETING, 'Se især tiderne.', LINK)).toEqual({
      subject: 'Til gennemlæsning: Rådmandsmøde tirsdag den 1. december 2026',
      text: [
        'Du er bedt om at læse dagsordenen igennem, før den udsendes: Rådmandsmøde tirsdag den 1. december 2026.',
        'Besked fra sekretariatet:\nSe især tiderne.',
        `Læs dagsordenen (du skal logge ind):\n${LINK}\n`,
      ].join('\n\n'),
    });
    expect(reviewText(MEETING, null, LINK).text).not.toContain('Besked');
  });
});
