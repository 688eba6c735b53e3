import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { MOST_TRIES, nextTryAfter } from '../../contracts/mails.js';
import type { MailCause } from '../../contracts/mails.js';
import { ACCESS } from '../config/access.js';
import type { AccessConfig } from '../config/access.js';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { plainError } from '../log/plain-error.js';
import { MailNotNowError, MailRefusedError, Mailer } from './mailer.js';
import type { OutgoingMail } from './mailer.js';
import { isOneAddress } from './plain.js';

/** What every mail that is owed has, whatever it is about. */
export interface OwedMail {
  readonly id: string;
  /** How often it was tried. */
  readonly attempts: number;
  readonly name: string;
  /** Null: the product knows none, and the mail has failed with `no-address`. */
  readonly address: string | null;
}

/** What a mail says, beside whom it is to. */
export type WrittenMail = Omit<OutgoingMail, 'messageId' | 'to'>;

/** Mails that are owed: the rows of one table, and what is asked of each before it is sent. */
export interface OwedMails<Mail extends OwedMail> {
  /**
   * The table, whose rows have `state` (`queued`, `sent`, `failed`, and `dropped` where some are let go of), `cause`,
   * `attempts`, `next_try_at` and `sent_at`. The name goes into SQL as it stands.
   */
  readonly table: string;
  /** The next that is due, its row held and those that others hold passed over; nothing when none is left. */
  readonly next: (tx: EntityManager) => Promise<Mail | undefined>;
  /** Whether it is still to be sent, asked while it is held; one that is not is let go of. All are when left out. */
  readonly isWanted?: (tx: EntityManager, mail: Mail) => Promise<boolean>;
  /** Writes it: `origin` is where people reach the product, `address` the one it goes to. */
  readonly write: (mail: Mail, to: { readonly origin: string; readonly address: string }) => WrittenMail;
}

/** How it went with the next mail: none was left, one was settled, or the server was away. */
type Result = 'none-left' | 'settled' | 'not-now';

/** Why a mail is not sent, and whether another try may help. */
interface Failure {
  readonly cause: MailCause;
  readonly passes: boolean;
}

/** So often may the server be away in one run before the rest is left for the next. */
const MOST_ABSENCES = 3;

/**
 * Sends mails whose rows say that they are owed, each at least once: of two workers one holds the row and sends, and when
 * the process dies between the server's yes and ours the mail goes again, under the same Message-ID. What the recipient's
 * side refuses has failed; a server that is away is asked again later.
 */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ACCESS) private readonly access: AccessConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Sends one after another what is due now, until none is left or the server stays away. */
  async deliver<Mail extends OwedMail>(owed: OwedMails<Mail>): Promise<void> {
    let absences = 0;
    while (absences < MOST_ABSENCES) {
      const result = await this.dataSource.transaction((tx) => this.deliverNext(tx, owed));
      if (result === 'none-left') return;
      if (result === 'not-now') absences += 1;
    }
  }

  private async deliverNext<Mail extends OwedMail>(
    tx: EntityManager,
    owed: OwedMails<Mail>,
  ): Promise<Result> {
    const mail = await owed.next(tx);
    if (!mail) return 'none-left';
    if (owed.isWanted && !(await owed.isWanted(tx, mail))) {
      await tx.query(`UPDATE ${owed.table} SET state = 'dropped', cause = NULL WHERE id = $1`, [mail.id]);
      return 'settled';
    }
    const failure = await this.handOver(owed, mail);
    if (failure) return failed(tx, owed.table, mail, failure);
    await tx.query(
      `UPDATE ${owed.table} SET state = 'sent', sent_at = now(), cause = NULL, attempts = attempts + 1 WHERE id = $1`,
      [mail.id],
    );
    return 'settled';
  }

  /** Null when the server has it. */
  private async handOver<Mail extends OwedMail>(owed: OwedMails<Mail>, mail: Mail): Promise<Failure | null> {
    const { id, name, address } = mail;
    if (address === null) return { cause: 'no-address', passes: false };
    if (!isOneAddress(address)) return { cause: 'address-refused', passes: false };
    try {
      const { hostname, origin } = new URL(this.access.publicUrl);
      const to = { name, address };
      await this.mailer.deliver({
        ...owed.write(mail, { origin, address }),
        ...{ messageId: `${id}@${hostname}`, to },
      });
      return null;
    } catch (error) {
      return this.failureOf(error, { table: owed.table, mailId: id });
    }
  }

  /**
   * What went wrong. A mail that cannot be written, through a fault of ours, has failed too: it would stand before all others
   * for ever. The log gets where that was, and not the message, which may hold what the mail says.
   */
  private failureOf(error: unknown, row: { readonly table: string; readonly mailId: string }): Failure {
    if (error instanceof MailRefusedError) return { cause: error.why, passes: false };
    if (error instanceof MailNotNowError) return { cause: error.why, passes: true };
    const { type, stack } = plainError(error);
    this.logger.error({ ...row, type, stack }, 'a mail could not be written');
    return { cause: 'mail-not-written', passes: false };
  }
}

async function failed(
  tx: EntityManager,
  table: string,
  { id, attempts }: OwedMail,
  { cause, passes }: Failure,
): Promise<Result> {
  const isOver = !passes || attempts + 1 >= MOST_TRIES;
  await tx.query(
    `UPDATE ${table} SET state = $2, cause = $3, attempts = attempts + 1,
       next_try_at = now() + make_interval(secs => $4) WHERE id = $1`,
    [id, isOver ? 'failed' : 'queued', cause, nextTryAfter(attempts + 1)],
  );
  return passes ? 'not-now' : 'settled';
}
