/** A mail to one person, with a calendar file where the meeting goes into their calendar. */
export interface OutgoingMail {
  /** The same at every try, so that whoever gets it twice can tell: without angle brackets. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** When it was released, also at a later try. */
  readonly date: Date;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
}

/** Why a mail server would not have a mail. */
export type RefusalCause = 'address-refused' | 'mailbox-full' | 'mail-refused';

/** The mail server will not have this mail, however often it is tried. */
export class MailRefusedError extends Error {
  constructor(readonly why: RefusalCause) {
    super(`The mail server refused the mail (${why}).`);
  }
}

/** The mail could not be handed over just now, through no fault of whoever it is to. */
export class MailNotNowError extends Error {
  constructor(readonly why: 'server-away' | 'server-refuses-us') {
    super(`The mail could not be handed over (${why}).`);
  }
}

/** Hands mails to a mail server, or to what stands in for one. */
export abstract class Mailer {
  /**
   * Hands over one mail: when it resolves, the mail is the server's to deliver. Throws `MailRefusedError` where another try
   * is in vain, `MailNotNowError` where it is not. The messages of both name no person and no meeting.
   */
  abstract deliver(mail: OutgoingMail): Promise<void>;
}
