import pg from 'pg';

/** The row of a point as its columns are. */
interface PointRow {
  readonly visibility: string;
  readonly frozen_number: string | null;
  readonly frozen_part: string | null;
  readonly [column: string]: unknown;
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

/**
 * A point as the api says it, from its row alone: nobody is asked who they are, nothing is hidden, and nothing is counted
 * from the rest of the agenda (`from` and `to`).
 */
export async function readPoint(id: string): Promise<object | null> {
  const { rows } = await pool.query<PointRow>({
    name: 'point',
    text: 'SELECT * FROM agenda_point WHERE id = $1',
    values: [id],
  });
  const [row] = rows;
  if (!row) return null;
  return {
    id: row.id,
    meetingId: row.meeting_id,
    parentId: row.parent_id,
    position: row.position,
    number: row.frozen_number,
    part: row.frozen_part,
    title: row.title,
    type: row.type,
    purpose: row.purpose,
    method: row.method,
    responsible: row.responsible,
    attending: row.attending,
    minutes: row.minutes,
    fixedStart: row.fixed_start,
    visibility: row.visibility,
    closedReason: row.closed_reason,
    publicTitle: row.public_title,
    publicDecision: row.public_decision,
    effectiveVisibility: row.visibility,
    from: null,
    to: null,
    indstillingId: row.indstilling_id,
    withdrawn: row.withdrawn,
    withdrawnReason: row.withdrawn_reason,
    late: row.late,
    lateReason: row.late_reason,
    version: row.version,
  };
}
