import type { EntityManager } from 'typeorm';
import type { CreateStandIn } from '../../../contracts/stand-ins.js';
import { STOOD_IN_ROLES } from '../../../domain/rights/index.js';

/** Whether the one who is away (`s`, with days) holds a role at a step on some day of those, by the roles `$1`. */
const JUDGES = `EXISTS (
  SELECT FROM membership m
  WHERE m.person_id = s.person_id AND m.role = ANY($1) AND m.substitute_for IS NULL
    AND (s.body_id IS NULL OR (m.role = 'raadmand' AND m.body_id = s.body_id))
    AND (m.valid_from IS NULL OR m.valid_from <= s.to_date) AND (m.valid_to IS NULL OR m.valid_to >= s.from_date))`;

/** Whether somebody has indstillinger to judge on some day of a stand-in for them. */
export async function hasSomethingToJudge(tx: EntityManager, fields: CreateStandIn): Promise<boolean> {
  const { personId, bodyId, from, to } = fields;
  const [row] = await tx.query<[{ judges: boolean }]>(
    `SELECT ${JUDGES} AS judges
     FROM (SELECT $2::uuid AS person_id, $3::uuid AS body_id, $4::date AS from_date, $5::date AS to_date) AS s`,
    [STOOD_IN_ROLES, personId, bodyId, from, to],
  );
  return row.judges;
}

/** The stand-ins for somebody of whose days, from today, none is left on which there is something to judge. */
export function idleStandInsFor(
  tx: EntityManager,
  personId: string,
  today: string,
): Promise<(CreateStandIn & { readonly id: string })[]> {
  return tx.query(
    `SELECT s.id, s.person_id AS "personId", s.stand_in_id AS "standInId", s.body_id AS "bodyId",
            to_char(s.from_date, 'YYYY-MM-DD') AS "from", to_char(s.to_date, 'YYYY-MM-DD') AS "to"
     FROM (SELECT id, person_id, stand_in_id, body_id, greatest(from_date, $3::date) AS from_date, to_date
           FROM stand_in WHERE person_id = $2 AND to_date >= $3::date) AS s
     WHERE NOT ${JUDGES} ORDER BY s.id`,
    [STOOD_IN_ROLES, personId, today],
  );
}
