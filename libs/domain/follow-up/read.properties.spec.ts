import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFollowUps } from './index.js';

const context = { meetingDate: '2026-03-10', nextMeetingDate: '2026-03-24' };

const MINUTES = [
  'Indstillingen blev godkendt. Sekretariatet undersøger mulighederne for billigere transport. Sekretariatet følger op.',
  'Det blev aftalt, at forvaltningen udarbejder et kortfattet notat om ventelisten inden den 1. juni.',
  'KLX - Temadrøftelsen om frivillighed skal på årshjulet. Kunne være den 21. april. ABC følger op.',
  'Formanden orienterede om budgettet. Kontaktoplysningerne opdateres af Kirsten senest fredag den 20. marts.',
  'Hvem bestiller forplejningen? Det undersøger Kirsten. Orienteringen blev taget til efterretning.',
];

/** Breaks a text as a PDF does: some spaces become line breaks, some long words are hyphenated at one. */
function broken(text: string, picks: readonly number[]): string {
  return text
    .split(' ')
    .map((word, i) => {
      const pick = picks[i % picks.length] ?? 0;
      const canPart = /^\p{L}{10,}[.,]?$/u.test(word) && pick % 3 === 0;
      const at = 5 + (pick % (word.length - 9 > 0 ? word.length - 9 : 1));
      const parted = canPart ? `${word.slice(0, at)}-\n${word.slice(at)}` : word;
      return i === 0 ? parted : `${pick % 2 === 0 ? ' ' : '\n'}${parted}`;
    })
    .join('');
}

const PIECES = [
  'ABC', 'følger', 'op', '.', ',', 'at', 'om', 'og', 'skal', 'der', 'Det', 'blev', 'aftalt', 'inden', 'den', '1.', 'maj',
  'sender', 'Kirsten', 'hvis', '-', '–', ':', '?', '(', ')', '\n', '\n\n', 'Punkt 4, Bilag 1: x', 'constructor', 'i uge 99', '31/2',
]; // prettier-ignore

describe('The follow-up reader', () => {
  it('never throws and never invents a word, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        for (const one of readFollowUps(text, context))
          if (one.responsible !== null) expect(one.sentence).toContain(one.responsible);
      }),
    );
  });

  it('never throws on the words of minutes in any order, and names only whom the sentence names', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), fc.boolean(), (words, dated) => {
        const at = dated ? context : { meetingDate: null, nextMeetingDate: null };
        for (const one of readFollowUps(words.join(' '), at)) {
          if (one.responsible !== null) expect(one.sentence).toContain(one.responsible);
          if (one.due.text !== null) expect(one.sentence).toContain(one.due.text);
          if (one.due.kind === 'none') expect(one.due).toEqual({ text: null, date: null, kind: 'none' });
        }
      }),
    );
  });

  it('reads the same however the lines are broken and hyphenated', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MINUTES),
        fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 40 }),
        (text, picks) => {
          expect(readFollowUps(broken(text, picks), context)).toEqual(readFollowUps(text, context));
        },
      ),
    );
  });

  it('finds in every one of these texts something to break', () => {
    for (const text of MINUTES) expect(readFollowUps(text, context)).toHaveLength(1);
  });

  it.each([
    ['one word without end', 'a'.repeat(100_000)],
    ['one sentence without end', 'sender ABC det og '.repeat(3_000)],
    ['capitals and commas', 'Bo, Kirsten og ABC, '.repeat(2_000)],
    ['prepositions', 'på i til den 1. '.repeat(1_000)],
    ['hyphens at line ends', 'ord-\n'.repeat(5_000)],
    ['page stamps', 'Punkt 1, Bilag 1: x\n'.repeat(1_000)],
    ['minutes', `${MINUTES.join(' ')}\n`.repeat(40)],
  ])('comes to an end with %s, and finds no more than stands there', (_, text) => {
    // A pattern that backtracks without bound would not come back from any of these.
    for (const one of readFollowUps(text, context)) expect(text).toContain(one.sentence.slice(0, 20));
  });
});
