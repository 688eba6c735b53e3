import type { EntityManager } from 'typeorm';
import { STOOD_IN_ROLES } from '../../domain/rights/index.js';
import type { Grant, StandIn } from '../../domain/rights/index.js';
import { askPrepared } from '../../platform/database/prepared.js';
import type { Prepared } from '../../platform/database/prepared.js';
import type { AlreadyRead, ReadAhead } from '../../platform/http/read-ahead.js';

/** What somebody's rights are judged by. */
export interface Rights {
  readonly grants: Grant[];
  readonly disqualifiedFrom: string[];
}

/** A session as the table has it. */
export interface StoredSession {
  readonly idHash: Buffer;
  readonly personId: string;
  readonly csrfToken: string;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly viewAsPersonId: string | null;
}

/** The same with the rights of the person signed in. */
export interface SessionRecord extends StoredSession, Rights {
  /** Whom they stand in for today. */
  readonly standsIn: readonly StandIn[];
}

/** Whom a session looks at. */
export type SeenRecord = Rights & { readonly id: string };

/** When a session is in force: the day (Europe/Copenhagen, ISO), the moment, and since when it must have been used. */
export interface Moment {
  readonly today: string;
  readonly now: Date;
  readonly idleSince: Date;
}

/** What is to be read ahead, and of which id. */
export interface Wanted {
  readonly of: ReadAhead<unknown>;
  readonly id: string;
}

/** As a number, which is read sooner than a time of day is. */
const inMilliseconds = (moment: string): string => `(extract(epoch FROM ${moment}) * 1000)::float8`;

const holdsOn = (membership: string): string =>
  `coalesce(${membership}.valid_from, $2) <= $2 AND coalesce(${membership}.valid_to, $2) >= $2`;

/** Whether the membership `m` gives its role on the day $2: the rule `inForce` as a condition. */
const IN_FORCE = `${holdsOn('m')} AND (m.substitute_for IS NULL OR EXISTS (
  SELECT FROM membership stood_in_for WHERE stood_in_for.id = m.substitute_for AND ${holdsOn('stood_in_for')}))`;

/** The roles somebody (an SQL expression) holds on the day $2, as JSON. */
export const grantsOf = (person: string): string => `
  (SELECT coalesce(json_agg(json_build_object('role', m.role, 'bodyId', m.body_id, 'unitId', m.unit_id, 'pointId', m.point_id)
                            ORDER BY m.id), '[]')
   FROM membership m WHERE m.person_id = ${person} AND ${IN_FORCE})`;

/** The points that somebody is disqualified on, with their sub-points, which are the same matter. */
const DISQUALIFICATIONS = {
  name: 'disqualifications of a person',
  text: `
  SELECT point_id AS id FROM disqualification WHERE person_id = $1
  UNION SELECT under.id FROM disqualification over_it JOIN agenda_point under ON under.parent_id = over_it.point_id
  WHERE over_it.person_id = $1 ORDER BY id`,
};

/** A row for each role that is held, and one without where there is none. */
type SessionRow = Pick<StoredSession, 'personId' | 'csrfToken' | 'viewAsPersonId'> & {
  /** Milliseconds since the epoch. */
  readonly lastSeen: number;
  readonly ends: number;
  readonly isDisqualified: boolean;
  readonly isStandIn: boolean;
  readonly ahead?: unknown;
  /** The id of the membership, the role, and the ids it is held for, between bars; a field of its own for each takes longer. */
  readonly heldRole: string;
};

/**
 * Everything a request needs to know of who makes it, with the rights of today. A person who was deactivated, or a
 * membership that ended, is gone at the next request. Rows and not JSON, since every request waits for it: the database
 * takes longer to write JSON than to find what stands in it. The fence of OFFSET keeps what is read ahead to once.
 */
const sessionWith = (ahead: string | null): string => `
  SELECT who.*, concat_ws('|', m.id, m.role, coalesce(m.body_id::text, ''), coalesce(m.unit_id::text, ''),
                          coalesce(m.point_id::text, '')) AS "heldRole"
  FROM (
    SELECT s.person_id AS "personId", s.csrf_token AS "csrfToken", s.view_as_person_id AS "viewAsPersonId",
           ${inMilliseconds('s.last_seen_at')} AS "lastSeen", ${inMilliseconds('s.ends_at')} AS ends,
           EXISTS (SELECT FROM disqualification d WHERE d.person_id = s.person_id) AS "isDisqualified",
           EXISTS (SELECT FROM stand_in i WHERE i.stand_in_id = s.person_id AND $2 BETWEEN i.from_date AND i.to_date)
             AS "isStandIn"
           ${ahead === null ? '' : `, (${ahead.replaceAll(':id', '$5')}) AS ahead`}
    FROM session s JOIN person p ON p.id = s.person_id AND p.active
    WHERE s.id_hash = $1 AND s.ends_at > $3 AND s.last_seen_at > $4
    OFFSET 0
  ) who
  LEFT JOIN membership m ON m.person_id = who."personId" AND ${IN_FORCE}`;

const SESSION: Prepared = { name: 'session in force', text: sessionWith(null), pipe: 'reads' };

const withAhead = new WeakMap<ReadAhead<unknown>, Prepared>();

function statementFor(ahead: ReadAhead<unknown>): Prepared {
  let statement = withAhead.get(ahead);
  if (!statement) {
    statement = { name: `session with ${ahead.name}`, text: sessionWith(ahead.text), pipe: 'reads' };
    withAhead.set(ahead, statement);
  }
  return statement;
}

/** A session in force by the hash of its secret, and what was to be read ahead with it; null when there is none. */
export async function readSession(
  tx: EntityManager,
  idHash: Buffer,
  { today, now, idleSince }: Moment,
  wanted: Wanted | null = null,
): Promise<{ found: SessionRecord; ahead: AlreadyRead | null } | null> {
  // What the driver would make of a Date is the same, later.
  const values = [idHash, today, now.toISOString(), idleSince.toISOString()];
  const rows =
    wanted === null
      ? await askPrepared<SessionRow>(tx, SESSION, values)
      : await askPrepared<SessionRow>(tx, statementFor(wanted.of), [...values, wanted.id]);
  const [first] = rows;
  if (!first) return null;
  const { personId } = first;
  // One literal without spreads, here and for its session: the engine knows their shape, and every request makes them.
  const found = {
    idHash,
    personId,
    csrfToken: first.csrfToken,
    viewAsPersonId: first.viewAsPersonId,
    lastSeenAt: new Date(first.lastSeen),
    endsAt: new Date(first.ends),
    grants: grantsIn(rows),
    disqualifiedFrom: first.isDisqualified ? await disqualificationsOf(tx, personId) : [],
    standsIn: first.isStandIn ? await standInsOf(tx, personId, today) : [],
  };
  return { found, ahead: wanted && { name: wanted.of.name, id: wanted.id, row: first.ahead ?? null } };
}

/** In the order they were given in, as far as ids tell. */
function grantsIn(rows: readonly SessionRow[]): Grant[] {
  return rows
    .map(({ heldRole }) => heldRole.split('|'))
    .filter(([membership]) => membership !== '')
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map(([, role, body, unit, point]) => ({
      role: role as Grant['role'],
      bodyId: idIn(body),
      unitId: idIn(unit),
      pointId: idIn(point),
    }));
}

const idIn = (field = ''): string | null => (field === '' ? null : field);

async function disqualificationsOf(tx: EntityManager, personId: string): Promise<string[]> {
  const points = await askPrepared<{ id: string }>(tx, DISQUALIFICATIONS, [personId]);
  return points.map(({ id }) => id);
}

/**
 * Whom somebody stands in for on a day, with the roles that those hold in their own right: a stand-in of a stand-in, or of a
 * substitute, judges nothing. Who is away may have left.
 */
const STAND_INS = {
  name: 'whom a person stands in for',
  text: `
  SELECT i.person_id AS "personId",
    (SELECT coalesce(json_agg(json_build_object('role', m.role, 'bodyId', m.body_id, 'unitId', m.unit_id, 'pointId', NULL)
                              ORDER BY m.id), '[]')
     FROM membership m WHERE m.person_id = i.person_id AND m.role = ANY($3) AND m.substitute_for IS NULL
       AND (i.body_id IS NULL OR (m.role = 'raadmand' AND m.body_id = i.body_id)) AND ${IN_FORCE}) AS grants,
    ARRAY(SELECT point_id FROM disqualification d WHERE d.person_id = i.person_id
          UNION SELECT under.id FROM disqualification d JOIN agenda_point under ON under.parent_id = d.point_id
          WHERE d.person_id = i.person_id) AS "disqualifiedFrom"
  FROM stand_in i WHERE i.stand_in_id = $1 AND $2 BETWEEN i.from_date AND i.to_date ORDER BY i.id`,
};

export function standInsOf(tx: EntityManager, personId: string, today: string): Promise<StandIn[]> {
  return askPrepared<StandIn>(tx, STAND_INS, [personId, today, STOOD_IN_ROLES]);
}

const SEEN = {
  name: 'person looked at',
  text: `SELECT p.id, ${grantsOf('p.id')} AS grants FROM person p WHERE p.id = $1 AND p.active`,
};

/** The rights of a person who is looked at ("view as"); nobody looks at who was deactivated. */
export async function readSeen(
  tx: EntityManager,
  personId: string,
  today: string,
): Promise<SeenRecord | null> {
  const [seen] = await askPrepared<Omit<SeenRecord, 'disqualifiedFrom'>>(tx, SEEN, [personId, today]);
  return seen ? { ...seen, disqualifiedFrom: await disqualificationsOf(tx, personId) } : null;
}
