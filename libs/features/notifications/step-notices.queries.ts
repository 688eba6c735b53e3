import type { EntityManager } from 'typeorm';
import type {
  IndstillingAction,
  IndstillingState,
  NoticeOfStepKind,
} from '../../domain/indstilling/index.js';
import { isStillSo } from '../../domain/indstilling/index.js';
import type { Actor } from '../../domain/rights/index.js';
import {
  IS_OF_SOMETHING_CLOSED,
  findSeenIndstilling,
  mayTakeIndstillingStep,
} from '../indstillinger/index.js';
import type { IndstillingRow } from '../indstillinger/index.js';

/** A step that was taken with an indstilling. */
export interface Step {
  readonly id: string;
  readonly indstillingId: string;
  readonly action: IndstillingAction;
  readonly to: IndstillingState;
  /** Null where that was not kept. */
  readonly personId: string | null;
}

/** The next step after one (by id) that nobody has thought of yet, its row held; undefined when none is left. */
export async function nextUntold(tx: EntityManager, after: string): Promise<Step | undefined> {
  const [step] = await tx.query<[Step?]>(
    `SELECT step.id, step.indstilling_id AS "indstillingId", step.action, step.to_state AS "to",
            step.person_id AS "personId"
     FROM indstilling_step_untold untold JOIN indstilling_step step ON step.id = untold.step_id
     WHERE untold.step_id > $1 ORDER BY untold.step_id LIMIT 1 FOR UPDATE OF untold SKIP LOCKED`,
    [after],
  );
  return step;
}

/**
 * Who may have to hear of an indstilling and has an address: its author, whoever holds a role at one of its steps, and those
 * who stand in for others.
 */
export async function candidatesFor(tx: EntityManager, indstillingId: string): Promise<string[]> {
  const people = await tx.query<{ id: string }[]>(
    `SELECT person.id FROM person JOIN indstilling i ON i.id = $1
     WHERE person.active AND person.email IS NOT NULL
       AND (person.id IN (i.author_id, i.created_by) OR person.id IN (SELECT stand_in_id FROM stand_in)
         OR person.id IN (
         SELECT person_id FROM membership
         WHERE role IN ('leader', 'secretariat', 'director', 'raadmand')
           AND (unit_id IS NULL OR unit_id = i.unit_id) AND (body_id IS NULL OR body_id = i.body_id)))
     ORDER BY person.id`,
    [indstillingId],
  );
  return people.map(({ id }) => id);
}

/**
 * The indstilling where a step of it is this person's to hear of, by the rules of rights of today: it waits for them still, or
 * it is theirs and is as the step left it. Null where it is not, or where they do not see it as it is worked on.
 */
export async function toBeHeardOf(
  tx: EntityManager,
  actor: Actor,
  { indstillingId, kind, to }: Pick<Step, 'indstillingId' | 'to'> & { readonly kind: NoticeOfStepKind },
): Promise<IndstillingRow | null> {
  const seen = await findSeenIndstilling(tx, actor, indstillingId);
  if (seen?.sight !== 'whole' || !isStillSo(kind, to, seen.row.state)) return null;
  const isTheirs =
    kind === 'arrived'
      ? mayTakeIndstillingStep(actor, seen.row, 'approve', seen.sight) === true
      : (seen.row.authorId ?? seen.row.createdBy) === actor.personId;
  return isTheirs ? seen.row : null;
}

/** Whether an indstilling is of something closed: nothing of it stands in a mail then. */
export async function isOfSomethingClosed(tx: EntityManager, indstillingId: string): Promise<boolean> {
  const [found] = await tx.query<[{ closed: boolean }?]>(
    `SELECT ${IS_OF_SOMETHING_CLOSED} AS closed FROM indstilling i WHERE i.id = $1`,
    [indstillingId],
  );
  return found?.closed ?? true;
}
