import { describe, expect, it } from '@jest/globals';
import { noticeOfStepsText } from './index.js';
import type { NoticeOfStepKind, NoticedStep } from './index.js';

const PROFILE = 'https://dagsorden.example.dk/profile';
const step = (kind: NoticedStep['kind'], fields: Partial<NoticedStep> = {}): NoticedStep => ({
  ...{ kind, bodyName: 'Rådmandsmøde', by: 'Ida Dalumgård', at: '2026-11-27T08:05:00.000Z' },
  words: { title: 'Åbningstider i sommeren', reason: null },
  link: 'https://dagsorden.example.dk/indstillinger/1',
  ...fields,
});

describe('the mail about indstillinger', () => {
  it('lists each with its title, who sent it on, why it came back, and where it is', () => {
    const returned = { title: 'Ny model', reason: 'Økonomien mangler.\n\nTal med ØKA.' };
    const link = 'https://dagsorden.example.dk/indstillinger/2';
    const steps = [step('returned', { words: returned, by: 'Mette Sandager', link }), step('arrived')];
    expect(noticeOfStepsText(steps, PROFILE)).toEqual({
      subject: 'Nyt om 2 indstillinger',
      text: [
        'Venter på dig:',
        '',
        '– Åbningstider i sommeren (Rådmandsmøde)',
        '  Sendt til dig af Ida Dalumgård fredag den 27. november 2026 kl.\u00a09.05',
        '  https://dagsorden.example.dk/indstillinger/1',
        '',
        'Returneret til dig:',
        '',
        '– Ny model (Rådmandsmøde)',
        '  Returneret af Mette Sandager fredag den 27. november 2026 kl.\u00a09.05',
        '  Begrundelse: Økonomien mangler.',
        '',
        '  Tal med ØKA.',
        `  ${link}`,
        '',
        'Du skal logge ind for at læse indstillingerne. Hvor ofte du får denne mail, vælger du på din profil:',
        `${PROFILE}\n`,
      ].join('\n'),
    });
  });

  it('says that the unit is asked for its opinion, by whom and until when, and counts an indstilling once', () => {
    const asked = step('asked', { dueOn: '2026-12-04' });
    const { subject, text } = noticeOfStepsText([asked], PROFILE);
    expect(subject).toBe('1 indstilling venter på en udtalelse fra din enhed');
    expect(text).toContain(
      [
        'Din enhed er bedt om en udtalelse:',
        '',
        '– Åbningstider i sommeren (Rådmandsmøde)',
        '  Spurgt af Ida Dalumgård fredag den 27. november 2026 kl.\u00a09.05',
        '  Svar senest fredag den 4. december 2026',
        '  https://dagsorden.example.dk/indstillinger/1',
      ].join('\n'),
    );
    expect(noticeOfStepsText([step('arrived'), asked], PROFILE).subject).toBe('Nyt om 1 indstilling');
    expect(noticeOfStepsText([{ ...asked, words: null }], PROFILE).text).not.toContain('december');
  });

  it.each<[readonly NoticeOfStepKind[], string]>([
    [['arrived'], '1 indstilling venter på dig'],
    [['arrived', 'arrived'], '2 indstillinger venter på dig'],
    [['returned'], '1 indstilling er returneret til dig'],
    [['rejected'], '1 indstilling er afvist'],
    [['approved', 'approved', 'approved'], '3 indstillinger er godkendt'],
    [['approved', 'rejected'], 'Nyt om 2 indstillinger'],
  ])('of %j has the subject %s, which names none', (kinds, subject) => {
    expect(
      noticeOfStepsText(
        kinds.map((kind, at) => step(kind, { link: `${at}` })),
        PROFILE,
      ).subject,
    ).toBe(subject);
  });

  it('says neither title, body nor reason of what is closed, and nothing of a name it does not know', () => {
    const { text } = noticeOfStepsText([step('rejected', { words: null, by: null })], PROFILE);
    expect(text).toContain(
      [
        '– En indstilling i en lukket sag',
        '  Afvist fredag den 27. november 2026 kl.\u00a09.05',
        '  https://dagsorden.example.dk/indstillinger/1\n',
      ].join('\n'),
    );
    expect(text).not.toMatch(/Åbningstider|Rådmandsmøde/);
  });
});
