import type { EntityManager } from 'typeorm';
import type { IndstillingHolder } from '../../contracts/indstillinger.js';
import { isBeingWritten, stepOf } from '../../domain/indstilling/index.js';
import type { StepKind } from '../../domain/indstilling/index.js';
import type { IndstillingRow } from './indstilling.entity.js';

/** Who has an indstilling, and since when. */
export interface Whereabouts {
  readonly holders: readonly IndstillingHolder[];
  /** When it came there by its last step; null before the first. */
  readonly since: Date | null;
}

/** What is told of those who see it as an agenda was sent with it, and until it was read. */
export const NOWHERE: Whereabouts = { holders: [], since: null };

type Placed = Pick<IndstillingRow, 'id' | 'state' | 'bodyId' | 'unitId' | 'author'>;

/** A step that is held by whoever has the role, for the body or the unit, today. */
interface Held {
  readonly id: string;
  readonly role: StepKind;
  readonly bodyId: string | null;
  readonly unitId: string | null;
}

/** Those with the role of a step today ($2), and who stands in for them: active people, memberships in force. */
const HOLDERS = `
  WITH holding AS (
    SELECT DISTINCT held.id, m.person_id, held.role, held."bodyId", m.substitute_for IS NULL AS "isOwn"
    FROM jsonb_to_recordset($1::jsonb) AS held (id uuid, role text, "bodyId" uuid, "unitId" uuid)
    JOIN membership m ON m.role = held.role AND m.body_id IS NOT DISTINCT FROM held."bodyId"
      AND m.unit_id IS NOT DISTINCT FROM held."unitId"
      AND coalesce(m.valid_from, $2::date) <= $2::date AND coalesce(m.valid_to, $2::date) >= $2::date
    LEFT JOIN membership stood_in_for ON stood_in_for.id = m.substitute_for
    WHERE m.substitute_for IS NULL OR (coalesce(stood_in_for.valid_from, $2::date) <= $2::date
      AND coalesce(stood_in_for.valid_to, $2::date) >= $2::date)
  )
  SELECT holding.id, p.name, NULL AS "insteadOf" FROM holding JOIN person p ON p.id = holding.person_id AND p.active
  UNION
  SELECT holding.id, here.name, away.name FROM holding
  JOIN stand_in s ON s.person_id = holding.person_id AND $2::date BETWEEN s.from_date AND s.to_date
    AND (s.body_id IS NULL OR (holding.role = 'raadmand' AND s.body_id = holding."bodyId"))
  JOIN person here ON here.id = s.stand_in_id AND here.active
  JOIN person away ON away.id = s.person_id
  WHERE holding."isOwn" AND holding.role <> 'secretariat'
  ORDER BY 3 NULLS FIRST, 2`;

/** When each came where it is: its last step that was not taken back. */
const SINCE = `
  SELECT DISTINCT ON (indstilling_id) indstilling_id AS id, at FROM indstilling_step
  WHERE indstilling_id = ANY($1::uuid[]) AND taken_back_at IS NULL ORDER BY indstilling_id, id DESC`;

/** Who has each of them today and since when, by id; two queries for all. */
export async function whereaboutsOf(
  tx: EntityManager,
  rows: readonly Placed[],
  today: string,
): Promise<ReadonlyMap<string, Whereabouts>> {
  if (rows.length === 0) return new Map();
  const held = rows.flatMap(heldBy);
  const holders =
    held.length === 0
      ? []
      : await tx.query<(IndstillingHolder & { id: string })[]>(HOLDERS, [JSON.stringify(held), today]);
  const since = await tx.query<{ id: string; at: Date }[]>(SINCE, [rows.map(({ id }) => id)]);
  const at = new Map(since.map((each) => [each.id, each.at]));
  const named = new Map<string, IndstillingHolder[]>();
  for (const { id, name, insteadOf } of holders)
    named.set(id, [...(named.get(id) ?? []), { name, insteadOf }]);
  return new Map(
    rows.map((row) => {
      const theirs = named.get(row.id) ?? [];
      return [row.id, { holders: [...writers(row), ...theirs], since: at.get(row.id) ?? null }];
    }),
  );
}

/** An indstilling with who has it, for those who see it as it is being worked on. */
export async function withWhereabouts<Seen extends { readonly row: IndstillingRow; readonly sight: string }>(
  tx: EntityManager,
  seen: Seen,
  today: string,
): Promise<Seen & { readonly whereabouts?: Whereabouts }> {
  if (seen.sight !== 'whole') return seen;
  const { row } = seen;
  return { ...seen, whereabouts: (await whereaboutsOf(tx, [row], today)).get(row.id) ?? NOWHERE };
}

/** What is being written is with its author. */
function writers({ state, author }: Placed): readonly IndstillingHolder[] {
  return isBeingWritten(state) && author.name !== null ? [{ name: author.name, insteadOf: null }] : [];
}

function heldBy({ id, state, bodyId, unitId }: Placed): readonly Held[] {
  const step = stepOf(state);
  if (step === null) return [];
  if (step === 'director') return [{ id, role: step, bodyId: null, unitId: null }];
  // As in the policy: the secretariat takes the step of a leader where no unit is named.
  if (step === 'leader' && unitId !== null) return [{ id, role: step, bodyId: null, unitId }];
  return [{ id, role: step === 'raadmand' ? step : 'secretariat', bodyId, unitId: null }];
}
