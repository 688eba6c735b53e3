import { createTransport } from 'nodemailer';
import { mailContent } from './mail-content.js';
import { MailNotNowError, MailRefusedError, Mailer } from './mailer.js';
import type { OutgoingMail, RefusalCause } from './mailer.js';

/** How long to wait for the server to be there, to greet, and to say the next word (ms). */
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** Hands mails to a server by SMTP, over a few connections that are kept for the next. */
export class SmtpMailer extends Mailer {
  private readonly transport;

  /** `url`: `smtp://user:password@host:587` or `smtps://…`; `from`: an address, with or without a name. */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      ...{ url, pool: true, maxConnections: 2 },
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
  }

  async deliver(mail: OutgoingMail): Promise<void> {
    const content = mailContent(this.from, mail);
    try {
      await this.transport.sendMail(content);
    } catch (error) {
      throw faultOf(error);
    }
  }

  /** Closes the connections; mails on their way are given up and tried again by whoever sent them. */
  close(): void {
    this.transport.close();
  }
}

interface SmtpFault {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
}

/** What a server said, as what follows from it (RFC 5321, 4.2; RFC 3463 for the enhanced codes). */
export function faultOf(error: unknown): MailRefusedError | MailNotNowError {
  const { code, responseCode, response, command }: SmtpFault =
    error !== null && typeof error === 'object' ? error : {};
  const status = typeof responseCode === 'number' ? responseCode : 0;
  // What the server has against us is nobody's address: it is for the operator to mend.
  const isAboutUs = code === 'EAUTH' || command === 'MAIL FROM' || (status >= 530 && status <= 538);
  if (isAboutUs && status >= 500) return new MailNotNowError('server-refuses-us');
  if (code === 'EENVELOPE' && status === 0) return new MailRefusedError('address-refused');
  if (status < 500) return new MailNotNowError('server-away');
  return new MailRefusedError(refusalOf(status, typeof response === 'string' ? response : '', command));
}

function refusalOf(status: number, response: string, command: unknown): RefusalCause {
  if (status === 552 || /\b5\.2\.2\b/.test(response)) return 'mailbox-full';
  return command === 'RCPT TO' || /\b5\.1\.\d/.test(response) ? 'address-refused' : 'mail-refused';
}
