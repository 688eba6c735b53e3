/** Where mails go and whom they come from. */
export interface MailConfig {
  /** `smtp://…` or `smtps://…`; null: a folder under the data folder. */
  readonly smtpUrl: string | null;
  /** An address, with or without a name: `Dagsorden <dagsorden@example.dk>`. */
  readonly from: string;
}

/** What holds where nothing is said: mails are files on this machine, from nobody who could be answered. */
export const LOCAL_MAIL: MailConfig = { smtpUrl: null, from: 'Dagsorden <dagsorden@localhost>' };

/** Injection token of the process's mail configuration. */
export const MAIL_CONFIG = Symbol('MAIL_CONFIG');

/** The name and the address of a sender as it is configured. */
export function senderOf({ from }: MailConfig): { name: string; email: string } {
  const [, name, email] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return email === undefined
    ? { name: 'Dagsorden', email: from.trim() }
    : { name: (name ?? '').replace(/^"|"$/g, '') || 'Dagsorden', email };
}
