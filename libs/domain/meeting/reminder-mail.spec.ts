import { describe, expect, it } from '@jest/globals';
import type { DeadlineKind } from './deadlines.js';
import { reminderText } from './reminder-mail.js';

const text = (kind: DeadlineKind, bodyName = 'Rådmandsmøde') =>
  reminderText(
    kind,
    { bodyName, date: '2026-12-01' },
    { date: '2026-11-27', time: '12:00' },
    'https://dagsorden.example.dk/meetings/1/agenda',
  );

describe('the mail that reminds of a deadline', () => {
  it('says which meeting, what is missing, by when and where', () => {
    expect(text('agenda')).toEqual({
      subject: 'Frist for dagsordenen fredag den 27. november 2026 kl.\u00a012.00: Rådmandsmøde',
      text: [
        'Dagsordenen til mødet er ikke udsendt endnu: Rådmandsmøde tirsdag den 1. december 2026.',
        'Den skal udsendes senest fredag den 27. november 2026 kl.\u00a012.00.',
        'Se mødet (du skal logge ind):\nhttps://dagsorden.example.dk/meetings/1/agenda\n',
      ].join('\n\n'),
    });
  });

  it.each<[DeadlineKind, string, string, string]>([
    [
      'indstillinger',
      'Frist for indstillinger fredag',
      'Ikke alle indstillinger til mødet er godkendt endnu: Børneudvalgsmøde tirsdag den 1. december 2026.',
      'Fristen for indstillinger er fredag den 27. november 2026 kl.\u00a012.00.',
    ],
    [
      'material',
      'Frist for materiale fredag',
      'Nogle bilag til mødet mangler deres fil: Børneudvalgsmøde tirsdag den 1. december 2026.',
      'Fristen for materiale er fredag den 27. november 2026 kl.\u00a012.00.',
    ],
  ])('names what is missing of %s', (kind, subject, missing, deadline) => {
    const mail = text(kind, 'Børneudvalget');
    expect(mail.subject).toMatch(new RegExp(`^${subject} .*: Børneudvalgsmøde$`));
    expect(mail.text.split('\n\n').slice(0, 2)).toEqual([missing, deadline]);
  });
});
