import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Grant } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';

/** How long a session lives: without being used, and at most. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

export const SESSION_LIMITS = Symbol('SESSION_LIMITS');
export const DEFAULT_LIMITS: SessionLimits = { idleMinutes: 480, hours: 12 };

/** A session in force, with who it is for and what rights are judged by. */
export interface LiveSession {
  readonly idHash: Buffer;
  readonly personId: string;
  readonly csrfToken: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly viewAsPersonId: string | null;
  readonly actor: Actor;
}

interface SessionRecord extends Omit<LiveSession, 'actor'> {
  readonly grants: Grant[];
  readonly disqualifiedFrom: string[];
}

/**
 * Everything a request needs to know of who makes it, in one query: the rights are those of the person who is looked
 * at ("view as"), and of today. A person who was deactivated, or a membership that ended, is gone at the next request.
 */
const SESSION_SQL = `
  SELECT s.id_hash AS "idHash", s.person_id AS "personId", s.csrf_token AS "csrfToken", s.created_at AS "createdAt",
         s.last_seen_at AS "lastSeenAt", s.ends_at AS "endsAt", s.view_as_person_id AS "viewAsPersonId",
         (SELECT coalesce(json_agg(json_build_object('role', m.role, 'bodyId', m.body_id, 'unitId', m.unit_id, 'pointId', m.point_id)
                                   ORDER BY m.id), '[]')
          FROM membership m LEFT JOIN membership stood_in_for ON stood_in_for.id = m.substitute_for
          WHERE m.person_id = seen.id
            AND coalesce(m.valid_from, $2) <= $2 AND coalesce(m.valid_to, $2) >= $2
            AND (m.substitute_for IS NULL
                 OR coalesce(stood_in_for.valid_from, $2) <= $2 AND coalesce(stood_in_for.valid_to, $2) >= $2)) AS grants,
         (SELECT coalesce(json_agg(d.point_id ORDER BY d.point_id), '[]')
          FROM disqualification d WHERE d.person_id = seen.id) AS "disqualifiedFrom"
  FROM session s
  JOIN person p ON p.id = s.person_id AND p.active
  JOIN person seen ON seen.id = coalesce(s.view_as_person_id, s.person_id) AND seen.active
  WHERE s.id_hash = $1 AND s.ends_at > $3 AND s.last_seen_at > $4`;

/** The sessions of people, in PostgreSQL. The cookie holds 256 random bits, the table their SHA-256. */
@Injectable()
export class Sessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Begins a session and gives the secret its cookie holds. */
  async open(tx: EntityManager, personId: string, limits: SessionLimits = DEFAULT_LIMITS): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO session (id_hash, person_id, csrf_token, created_at, last_seen_at, ends_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [
        hashOf(secret),
        personId,
        randomBytes(32).toString('base64url'),
        now,
        new Date(now.getTime() + limits.hours * 3_600_000),
      ],
    );
    return secret;
  }

  /** The session of a cookie's secret, with the rights of today; null when there is none in force. */
  async find(secret: string, limits: SessionLimits = DEFAULT_LIMITS): Promise<LiveSession | null> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - limits.idleMinutes * 60_000);
    const [found] = await this.transactions.reader.query<[SessionRecord?]>(SESSION_SQL, [
      hashOf(secret),
      this.clock.today(),
      now,
      idleSince,
    ]);
    if (!found) return null;
    const { grants, disqualifiedFrom, ...session } = found;
    const personId = session.viewAsPersonId ?? session.personId;
    const viewedBy = session.viewAsPersonId === null ? null : session.personId;
    return { ...session, actor: { personId, product: false, grants, disqualifiedFrom, viewedBy } };
  }
}

/** What the table keeps of a cookie's secret. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
