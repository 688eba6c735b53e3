import type { EntityManager } from 'typeorm';
import { caseKey } from '../../domain/indstilling/index.js';
import type { Reach } from '../organisation/index.js';
import { barredFrom, sightParameters, wholeCondition } from './indstilling.conditions.js';
import { IndstillingRow } from './indstilling.entity.js';
import { SUBMITTED_WORDS } from './indstilling.queries.js';
import type { SeenIndstilling } from './indstilling.view.js';

/** An indstilling of a case; `isWhole`: it is seen as it is being worked on, with the steps it takes. */
export interface IndstillingOfCase {
  readonly id: string;
  readonly isWhole: boolean;
}

/** A case that so many indstillinger belong to is none: somebody has written the same in all of them. */
const MOST_OF_CASE = 200;

/** The rule `caseKey` of the domain as an expression; null where there is no number. Submissions are found by it in an index. */
const keyOf = (caseNumber: string): string => `nullif(upper(trim(BOTH '-' FROM
  regexp_replace(${caseNumber}, '[\\s\\u00a0\\u1680\\u2000-\\u2015\\u202f\\u205f\\u3000\\ufeff-]+', '-', 'g'))
  COLLATE danish), '')`;

/**
 * The indstillinger of the case of one that somebody sees, itself among them: those with its number that they see too, each
 * judged by the number that they read in it, not by one that was written since.
 */
export async function indstillingerOfCase(
  tx: EntityManager,
  reach: Reach,
  { row, sight }: SeenIndstilling,
): Promise<IndstillingOfCase[]> {
  const itself = { id: row.id, isWhole: sight === 'whole' };
  const key = caseKey(row.caseNumber);
  if (key === null) return [itself];
  const isWhole = wholeCondition('indstilling');
  const others = await tx
    .createQueryBuilder(IndstillingRow, 'indstilling')
    .select('indstilling.id', 'id')
    .addSelect(isWhole, 'isWhole')
    // Reading what was submitted takes long: only of those that are, or once were, of the case.
    .where(
      `indstilling.id <> :itself AND indstilling.id IN (
         SELECT id FROM indstilling numbered WHERE ${keyOf('numbered.case_number')} = :key
         UNION SELECT indstilling_id FROM indstilling_version WHERE ${keyOf("(content->>'caseNumber')")} = :key)`,
    )
    .andWhere(`NOT ${barredFrom('indstilling')}`)
    .andWhere(
      `CASE WHEN ${isWhole} THEN ${keyOf('indstilling.case_number')}
            ELSE ${keyOf(SUBMITTED_WORDS('caseNumber'))} END = :key`,
    )
    .orderBy('indstilling.id', 'DESC')
    .limit(MOST_OF_CASE)
    .setParameters({ ...sightParameters(reach), key, itself: row.id })
    .getRawMany<IndstillingOfCase>();
  return [itself, ...others];
}
