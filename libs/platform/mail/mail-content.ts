import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './mailer.js';

/** A mail as nodemailer takes it. Nothing of it is read from files or addresses. */
export function mailContent(from: string, mail: OutgoingMail): SendMailOptions {
  const { messageId, to, subject, text, date, calendar } = mail;
  return {
    ...{ from, to: { name: to.name, address: to.address }, subject, text, date },
    messageId: `<${messageId}>`,
    headers: { 'Content-Language': 'da', 'Auto-Submitted': 'auto-generated' },
    ...(calendar === null
      ? {}
      : { icalEvent: { method: calendar.method, filename: 'moede.ics', content: calendar.content } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
