import { describe, expect, it } from '@jest/globals';
import { reminderText } from './reminder.js';
import type { RemindedOf } from './reminder.js';

const text = (kind: RemindedOf) =>
  reminderText(
    kind,
    { bodyName: 'Rådmandsmøde', date: '2026-12-01' },
    { date: '2026-11-27', time: '12:00' },
    'https://dagsorden.example.dk/meetings/1/agenda',
  );

describe('the mail that reminds of a deadline', () => {
  it('says which meeting, what is missing, by when and where', () => {
    expect(text('agenda')).toEqual({
      subject: 'Frist fredag den 27. november 2026 kl.\u00a012.00: dagsordenen til Rådmandsmøde',
      text: [
        'Dagsordenen til Rådmandsmøde tirsdag den 1. december 2026 er ikke udsendt endnu.',
        'Den skal udsendes senest fredag den 27. november 2026 kl.\u00a012.00.',
        'Se mødet (du skal logge ind):\nhttps://dagsorden.example.dk/meetings/1/agenda\n',
      ].join('\n\n'),
    });
  });

  it('names indstillinger and material as what is missing', () => {
    expect(text('indstillinger').subject).toContain(': indstillinger til Rådmandsmøde');
    expect(text('indstillinger').text).toContain(
      'som ikke er godkendt endnu.\n\nFristen for indstillinger er fredag',
    );
    expect(text('material').subject).toContain(': materiale til Rådmandsmøde');
    expect(text('material').text).toContain('som mangler deres fil.\n\nFristen for materiale er fredag');
  });
});
