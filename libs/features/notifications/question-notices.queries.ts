import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../domain/calendar/index.js';
import { UNDER_WAY } from '../../domain/indstilling/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { findSeenIndstilling, mayAnswerOpinion } from '../indstillinger/index.js';
import type { IndstillingRow } from '../indstillinger/index.js';

/** A unit that is asked for its opinion of an indstilling. */
export interface Question {
  readonly id: string;
  readonly indstillingId: string;
  readonly unitId: string;
  /** Null: the product asked. */
  readonly askedBy: string | null;
  readonly dueOn: IsoDate;
  readonly isAnswered: boolean;
}

const QUESTION = `question.id, question.indstilling_id AS "indstillingId", question.unit_id AS "unitId",
  question.asked_by AS "askedBy", question.due_on::text AS "dueOn", question.answer IS NOT NULL AS "isAnswered"`;

/** The next question after one (by id) that nobody has thought of yet, its row held; undefined when none is left. */
export async function nextUnthoughtOf(tx: EntityManager, after: string): Promise<Question | undefined> {
  const [question] = await tx.query<[Question?]>(
    `SELECT ${QUESTION} FROM indstilling_opinion_untold untold
     JOIN indstilling_opinion question ON question.id = untold.opinion_id
     WHERE untold.opinion_id > $1 ORDER BY untold.opinion_id LIMIT 1 FOR UPDATE OF untold SKIP LOCKED`,
    [after],
  );
  return question;
}

/** Who may answer for the unit of a question, and has an address. */
export async function answerersOf(tx: EntityManager, { unitId }: Question): Promise<string[]> {
  const people = await tx.query<{ id: string }[]>(
    `SELECT person.id FROM person
     WHERE person.active AND person.email IS NOT NULL AND person.id IN (
       SELECT person_id FROM membership WHERE role IN ('leader', 'staff') AND unit_id = $1)
     ORDER BY person.id`,
    [unitId],
  );
  return people.map(({ id }) => id);
}

/** The indstilling where a question about it is still this person's to answer, by the rules of rights of today; else null. */
export async function toBeAnsweredBy(
  tx: EntityManager,
  actor: Actor,
  question: Question,
): Promise<IndstillingRow | null> {
  if (question.isAnswered || mayAnswerOpinion(actor, question) !== true) return null;
  const seen = await findSeenIndstilling(tx, actor, question.indstillingId);
  return seen?.sight === 'whole' && UNDER_WAY.includes(seen.row.state) ? seen.row : null;
}

/** A question that was collected in a mail, with when it was asked and the name of who asked. */
export interface CollectedQuestion extends Question {
  readonly at: Date;
  readonly by: string | null;
}

/** The questions of a mail in the order they were asked; those that were taken back are gone. */
export function collectedQuestions(tx: EntityManager, mailId: string): Promise<CollectedQuestion[]> {
  return tx.query<CollectedQuestion[]>(
    `SELECT ${QUESTION}, question.asked_at AS at, asker.name AS by
     FROM indstilling_opinion_notice notice JOIN indstilling_opinion question ON question.id = notice.opinion_id
     LEFT JOIN person asker ON asker.id = question.asked_by
     WHERE notice.mail_id = $1 ORDER BY question.asked_at, question.id`,
    [mailId],
  );
}
