import type { SendMailOptions } from 'nodemailer';
import { MailRefusedError } from './mailer.js';
import type { OutgoingMail } from './mailer.js';
import { isOneAddress, plainLine } from './plain.js';

/**
 * A mail as nodemailer takes it. Nothing of it is read from files or addresses. Throws `MailRefusedError` where it is to what
 * is not one address: nodemailer would make it into another and send it there.
 */
export function mailContent(from: string, mail: OutgoingMail): SendMailOptions {
  const { messageId, to, text, date, calendar } = mail;
  if (!isOneAddress(to.address)) throw new MailRefusedError('address-refused');
  const subject = plainLine(mail.subject);
  return {
    ...{ from, to: { name: plainLine(to.name), address: to.address }, subject, text, date },
    messageId: `<${messageId}>`,
    headers: { 'Content-Language': 'da', 'Auto-Submitted': 'auto-generated' },
    ...(calendar === null
      ? {}
      : { icalEvent: { method: calendar.method, filename: 'moede.ics', content: calendar.content } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
