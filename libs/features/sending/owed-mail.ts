import type { EntityManager } from 'typeorm';
import { MOST_TRIES, nextTryAfter } from '../../domain/sending/index.js';
import type { MailCause } from '../../domain/sending/index.js';
import { MailNotNowError, MailRefusedError } from '../../platform/mail/mailer.js';
import type { Mailer, OutgoingMail } from '../../platform/mail/mailer.js';
import { isOneAddress } from '../../platform/mail/plain.js';

/** The tables whose rows are mails that are owed, each with `state`, `cause`, `attempts`, `next_try_at` and `sent_at`. */
type OwedTable = 'sending_recipient' | 'reminder_mail' | 'agenda_review';

/** How it went with the next mail that is owed: none was left, one was settled, or the server was away. */
export type MailResult = 'none-left' | 'settled' | 'not-now';

/** So often may the server be away in one run before the rest is left for the next. */
const MOST_ABSENCES = 3;

/** Sends one mail after another, until none is left or the server stays away. */
export async function sendAllOwed(sendNext: () => Promise<MailResult>): Promise<void> {
  let absences = 0;
  while (absences < MOST_ABSENCES) {
    const result = await sendNext();
    if (result === 'none-left') return;
    if (result === 'not-now') absences += 1;
  }
}

/**
 * Hands a mail over whose row is held: of two workers one sends it, and when the process dies between the server's yes and
 * ours it goes again, under the same Message-ID. What the recipient's side refuses has failed; a server that is away is
 * asked again later.
 */
export async function handOver(
  tx: EntityManager,
  table: OwedTable,
  { id, attempts }: { readonly id: string; readonly attempts: number },
  mail: { readonly by: Mailer; readonly content: () => OutgoingMail },
): Promise<MailResult> {
  try {
    const content = mail.content();
    if (!isOneAddress(content.to.address)) throw new MailRefusedError('address-refused');
    await mail.by.deliver(content);
  } catch (error) {
    return failed(tx, table, { id, attempts }, error);
  }
  await tx.query(
    `UPDATE ${table} SET state = 'sent', sent_at = now(), cause = NULL, attempts = attempts + 1 WHERE id = $1`,
    [id],
  );
  return 'settled';
}

async function failed(
  tx: EntityManager,
  table: OwedTable,
  { id, attempts }: { readonly id: string; readonly attempts: number },
  error: unknown,
): Promise<MailResult> {
  const fault = faultOf(error);
  const isRefused = fault instanceof MailRefusedError;
  const cause: MailCause = fault.why;
  const isOver = isRefused || attempts + 1 >= MOST_TRIES;
  await tx.query(
    `UPDATE ${table} SET state = $2, cause = $3, attempts = attempts + 1,
       next_try_at = now() + make_interval(secs => $4) WHERE id = $1`,
    [id, isOver ? 'failed' : 'queued', cause, nextTryAfter(attempts + 1)],
  );
  return isRefused ? 'settled' : 'not-now';
}

/**
 * What went wrong with a mail. A mail that cannot be written, for whatever reason, has failed: it would stand before all
 * others that are owed for ever.
 */
function faultOf(error: unknown): MailRefusedError | MailNotNowError {
  const isKnown = error instanceof MailRefusedError || error instanceof MailNotNowError;
  return isKnown ? error : new MailRefusedError('mail-refused');
}
