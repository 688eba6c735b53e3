import { describe, expect, it } from '@jest/globals';
import { senderOf } from './mail.config.js';
import { MailRefusedError } from './mailer.js';
import { faultOf } from './smtp-mailer.js';

describe('what a mail server says', () => {
  it.each<[string, object, string]>([
    [
      '550 at the recipient',
      { responseCode: 550, command: 'RCPT TO', response: '550 No' },
      'address-refused',
    ],
    ['5.1.1', { responseCode: 554, command: 'DATA', response: '554 5.1.1 Unknown' }, 'address-refused'],
    ['552', { responseCode: 552, command: 'RCPT TO', response: '552 Full' }, 'mailbox-full'],
    ['5.2.2', { responseCode: 550, command: 'RCPT TO', response: '550 5.2.2 Over quota' }, 'mailbox-full'],
    [
      '554 to what is in it',
      { responseCode: 554, command: 'DATA', response: '554 5.7.1 Spam' },
      'mail-refused',
    ],
    ['an address that is none', { code: 'EENVELOPE' }, 'address-refused'],
  ])('%s is a refusal of this mail', (_name, error, why) => {
    const fault = faultOf(error);
    expect([fault instanceof MailRefusedError, fault.why]).toEqual([true, why]);
  });

  it.each<[string, unknown, string]>([
    ['450', { responseCode: 450, command: 'RCPT TO', response: '450 Later' }, 'server-away'],
    ['nothing, since it is away', { code: 'ECONNECTION' }, 'server-away'],
    ['535', { code: 'EAUTH', responseCode: 535 }, 'server-refuses-us'],
    ['530', { responseCode: 530, command: 'MAIL FROM' }, 'server-refuses-us'],
    ['550 to the sender', { responseCode: 550, command: 'MAIL FROM' }, 'server-refuses-us'],
    ['something else altogether', new Error('x'), 'server-away'],
    ['what is no error', null, 'server-away'],
  ])('%s is tried again', (_name, error, why) => {
    const fault = faultOf(error);
    expect([fault instanceof MailRefusedError, fault.why]).toEqual([false, why]);
    expect(fault.message).not.toMatch(/@|No|Later/);
  });
});

describe('the sender of mails', () => {
  it.each([
    ['Sekretariatet <a@b.dk>', 'Sekretariatet', 'a@b.dk'],
    ['"Sek, 1" <a@b.dk>', 'Sek, 1', 'a@b.dk'],
    ['a@b.dk', 'Dagsorden', 'a@b.dk'],
    ['<a@b.dk>', 'Dagsorden', 'a@b.dk'],
  ])('%s', (from, name, email) => {
    expect(senderOf({ smtpUrl: null, from })).toEqual({ name, email });
  });
});
