import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { USUAL_PACE, mailGoesAt, noticeOfStep } from '../../domain/indstilling/index.js';
import type { MailPace } from '../../domain/indstilling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { REGRET_SECONDS } from '../../platform/config/regret.js';
import { Transactions } from '../../platform/database/transactions.js';
import { internalContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { LOGGER } from '../../platform/log/logger.js';
import type { Logger } from '../../platform/log/logger.js';
import { actorOfPerson } from '../identity/index.js';
import { answerersOf, nextUnthoughtOf, toBeAnsweredBy } from './question-notices.queries.js';
import type { Question } from './question-notices.queries.js';
import { candidatesFor, nextUntold, toBeHeardOf } from './step-notices.queries.js';
import type { Step } from './step-notices.queries.js';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Somebody with steps or questions to hear of that no mail was made of yet, and when the first of them came. */
interface Waiting {
  readonly personId: string;
  readonly first: Date;
  readonly pace: MailPace | null;
}

/** All that somebody is owed word of, with when it came. */
const OWED = `(
  SELECT notice.person_id, notice.mail_id, step.at
  FROM indstilling_notice notice JOIN indstilling_step step ON step.id = notice.step_id
  UNION ALL
  SELECT notice.person_id, notice.mail_id, question.asked_at
  FROM indstilling_opinion_notice notice JOIN indstilling_opinion question ON question.id = notice.opinion_id)`;

/** Notes who is owed word of which step and which question, and makes one mail of what was collected for each. */
@Injectable()
export class StepNoticesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(REGRET_SECONDS) private readonly regretSeconds: number,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Thinks of what came since the last time; may run in two workers. One that fails stands in no other's way. */
  async note(): Promise<void> {
    await this.noteEach(nextUntold, (tx, step) => this.noteStep(tx, step));
    await this.noteEach(nextUnthoughtOf, (tx, question) => this.noteQuestion(tx, question));
  }

  private async noteEach<Told extends { readonly id: string; readonly indstillingId: string }>(
    next: (tx: EntityManager, after: string) => Promise<Told | undefined>,
    note: (tx: EntityManager, told: Told) => Promise<void>,
  ): Promise<void> {
    let last = BEFORE_ALL;
    for (;;) {
      let told: Told | undefined;
      try {
        await this.transactions.run(internalContext(), async (tx) => {
          told = await next(tx, last);
          if (told) await note(tx, told);
        });
      } catch (error) {
        if (!told) throw error;
        const { id, indstillingId } = told;
        this.logger.warn({ err: error, id, indstillingId }, 'nobody could be told of something');
      }
      if (!told) return;
      last = told.id;
    }
  }

  private async noteStep(tx: EntityManager, step: Step): Promise<void> {
    await tx.query('DELETE FROM indstilling_step_untold WHERE step_id = $1', [step.id]);
    const kind = noticeOfStep(step);
    if (kind === null) return;
    for (const personId of await candidatesFor(tx, step.indstillingId)) {
      // Nobody is told of what they did themselves.
      if (personId === step.personId) continue;
      const actor = await actorOfPerson(tx, personId, this.clock.today());
      if (actor && (await toBeHeardOf(tx, actor, { ...step, kind })))
        await tx.query('INSERT INTO indstilling_notice (step_id, person_id, kind) VALUES ($1, $2, $3)', [
          ...[step.id, personId, kind],
        ]);
    }
  }

  private async noteQuestion(tx: EntityManager, question: Question): Promise<void> {
    await tx.query('DELETE FROM indstilling_opinion_untold WHERE opinion_id = $1', [question.id]);
    for (const personId of await answerersOf(tx, question)) {
      if (personId === question.askedBy) continue;
      const actor = await actorOfPerson(tx, personId, this.clock.today());
      if (actor && (await toBeAnsweredBy(tx, actor, question)))
        await tx.query('INSERT INTO indstilling_opinion_notice (opinion_id, person_id) VALUES ($1, $2)', [
          ...[question.id, personId],
        ]);
    }
  }

  /** Makes the mails whose time has come: one a person. */
  async collect(): Promise<void> {
    const now = this.clock.now().toISOString();
    const waiting = await this.transactions.reader.query<Waiting[]>(
      `SELECT owed.person_id AS "personId", min(owed.at) AS first, choice.indstillinger AS pace
       FROM ${OWED} owed LEFT JOIN mail_choice choice ON choice.person_id = owed.person_id
       WHERE owed.mail_id IS NULL GROUP BY owed.person_id, choice.indstillinger`,
    );
    for (const { personId, first, pace } of waiting) {
      const goesAt = mailGoesAt(pace ?? USUAL_PACE, first.toISOString(), this.regretSeconds);
      if (goesAt === null) await this.forget(personId);
      else if (goesAt <= now) await this.makeMail(personId, now);
    }
  }

  private async forget(personId: string): Promise<void> {
    await this.transactions.run(internalContext(), async (tx) => {
      for (const notices of ['indstilling_notice', 'indstilling_opinion_notice'])
        await tx.query(`DELETE FROM ${notices} WHERE person_id = $1 AND mail_id IS NULL`, [personId]);
    });
  }

  /** Of all that was collected, but for what may be taken back still: that begins the next mail. */
  private makeMail(personId: string, now: string): Promise<void> {
    return this.transactions.run(internalContext(), async (tx) => {
      // Another worker may be at it: what that one has not taken comes with the next round.
      const [held] = await tx.query<unknown[]>(
        'SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED',
        [personId],
      );
      if (!held) return;
      await tx.query(
        `WITH ripe AS (
           SELECT notice.step_id FROM indstilling_notice notice JOIN indstilling_step step ON step.id = notice.step_id
           WHERE notice.person_id = $2 AND notice.mail_id IS NULL
             AND step.at <= $3::timestamptz - make_interval(secs => $4)
         ), asked AS (
           SELECT notice.opinion_id FROM indstilling_opinion_notice notice
           JOIN indstilling_opinion question ON question.id = notice.opinion_id
           WHERE notice.person_id = $2 AND notice.mail_id IS NULL
             AND question.asked_at <= $3::timestamptz - make_interval(secs => $4)
         ), mail AS (
           INSERT INTO indstilling_notice_mail (id, person_id, made_at, state, next_try_at)
           SELECT $1, $2, $3, 'queued', now() WHERE EXISTS (SELECT FROM ripe) OR EXISTS (SELECT FROM asked)
           RETURNING id
         ), told AS (
           UPDATE indstilling_notice notice SET mail_id = mail.id FROM ripe, mail
           WHERE notice.step_id = ripe.step_id AND notice.person_id = $2
         )
         UPDATE indstilling_opinion_notice notice SET mail_id = mail.id FROM asked, mail
         WHERE notice.opinion_id = asked.opinion_id AND notice.person_id = $2`,
        [newId(), personId, now, this.regretSeconds],
      );
    });
  }
}
