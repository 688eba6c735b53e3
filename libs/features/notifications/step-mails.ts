import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noticeOfStepsText } from '../../domain/indstilling/index.js';
import type { IndstillingState, NoticeOfStepKind, NoticedStep } from '../../domain/indstilling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { MailDelivery } from '../../platform/mail/owed-mail.js';
import type { Actor } from '../../domain/rights/index.js';
import type { OwedMail, OwedMails } from '../../platform/mail/owed-mail.js';
import { actorOfPerson } from '../identity/index.js';
import type { IndstillingRow } from '../indstillinger/index.js';
import { collectedQuestions, toBeAnsweredBy } from './question-notices.queries.js';
import { isOfSomethingClosed, toBeHeardOf } from './step-notices.queries.js';

type ToldStep = Omit<NoticedStep, 'link'> & { readonly indstillingId: string };

/** A mail about indstillinger that is owed, with what it tells of, judged as it is sent. */
interface OwedStepMail extends OwedMail {
  readonly madeAt: Date;
  readonly steps: readonly ToldStep[];
}

interface MailRow extends Omit<OwedStepMail, 'steps'> {
  readonly personId: string;
  readonly isWanted: boolean;
}

interface CollectedStep {
  readonly indstillingId: string;
  readonly kind: NoticeOfStepKind;
  readonly to: IndstillingState;
  readonly reason: string | null;
  readonly at: Date;
  readonly by: string | null;
}

/**
 * Sends the mails of what was collected for somebody. What it tells of is judged while the mail is held, by the rights of the
 * day: what has gone on meanwhile, was taken back, or is not theirs to read any more is left out, and a mail of which nothing
 * is left is let go of, as is one to somebody who wants none any more.
 */
@Injectable()
export class StepMails {
  constructor(
    private readonly delivery: MailDelivery,
    private readonly clock: Clock,
  ) {}

  deliver(mailId: string): Promise<void> {
    const owed: OwedMails<OwedStepMail> = {
      table: 'indstilling_notice_mail',
      next: async (tx) => {
        const [mail] = await tx.query<[MailRow?]>(NEXT, [mailId]);
        return mail && { ...mail, steps: mail.isWanted ? await this.stepsOf(tx, mail) : [] };
      },
      isWanted: (_tx, { steps }) => Promise.resolve(steps.length > 0),
      write: ({ steps, madeAt }, { origin }) => ({
        ...noticeOfStepsText(
          steps.map((step) => ({ ...step, link: `${origin}/indstillinger/${step.indstillingId}` })),
          `${origin}/profile`,
        ),
        ...{ date: madeAt, calendar: null },
      }),
    };
    return this.delivery.deliver(owed);
  }

  private async stepsOf(tx: EntityManager, { id, personId }: MailRow): Promise<ToldStep[]> {
    const actor = await actorOfPerson(tx, personId, this.clock.today());
    if (!actor) return [];
    const told: ToldStep[] = [];
    for (const { reason, at, to, ...step } of await tx.query<CollectedStep[]>(COLLECTED, [id])) {
      const row = await toBeHeardOf(tx, actor, { ...step, to });
      if (!row) continue;
      const { kind, by } = step;
      told.push({ ...(await wordsOf(tx, row, reason)), kind, by, at: at.toISOString() });
    }
    return [...told, ...(await this.questionsOf(tx, actor, id))];
  }

  private async questionsOf(tx: EntityManager, actor: Actor, mailId: string): Promise<ToldStep[]> {
    const told: ToldStep[] = [];
    for (const question of await collectedQuestions(tx, mailId)) {
      const row = await toBeAnsweredBy(tx, actor, question);
      if (!row) continue;
      const { dueOn, by, at } = question;
      told.push({ ...(await wordsOf(tx, row, null)), kind: 'asked', dueOn, by, at: at.toISOString() });
    }
    return told;
  }
}

/** What a mail says of an indstilling: of something closed neither its title nor what was said. */
async function wordsOf(
  tx: EntityManager,
  { id, title, bodyId }: IndstillingRow,
  reason: string | null,
): Promise<Pick<ToldStep, 'indstillingId' | 'words' | 'bodyName'>> {
  const isClosed = await isOfSomethingClosed(tx, id);
  return {
    indstillingId: id,
    words: isClosed ? null : { title, reason },
    bodyName: await bodyName(tx, bodyId),
  };
}

async function bodyName(tx: EntityManager, bodyId: string): Promise<string> {
  const [body] = await tx.query<[{ name: string }]>('SELECT name FROM body WHERE id = $1', [bodyId]);
  return body.name;
}

const NEXT = `
  SELECT mail.id, mail.attempts, mail.person_id AS "personId", person.name, person.email AS address,
         mail.made_at AS "madeAt", choice.indstillinger IS DISTINCT FROM 'never' AS "isWanted"
  FROM indstilling_notice_mail mail JOIN person ON person.id = mail.person_id
  LEFT JOIN mail_choice choice ON choice.person_id = mail.person_id
  WHERE mail.id = $1 AND mail.state = 'queued' AND mail.next_try_at <= now()
  LIMIT 1 FOR UPDATE OF mail SKIP LOCKED`;

/** The newest step of each indstilling that was collected, in the order they were taken. */
const COLLECTED = `
  SELECT * FROM (
    SELECT DISTINCT ON (step.indstilling_id) step.indstilling_id AS "indstillingId", notice.kind, step.to_state AS "to",
           step.reason, step.at, person.name AS by
    FROM indstilling_notice notice JOIN indstilling_step step ON step.id = notice.step_id
    LEFT JOIN person ON person.id = step.person_id
    WHERE notice.mail_id = $1 AND step.taken_back_at IS NULL
    ORDER BY step.indstilling_id, step.id DESC) AS newest
  ORDER BY at, "indstillingId"`;
