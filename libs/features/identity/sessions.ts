import { hash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holds, scopesOf } from '../../domain/rights/index.js';
import type { Actor, Grant } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { ACCESS } from '../../platform/config/access.js';
import type { AccessConfig } from '../../platform/config/access.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { AlreadyRead } from '../../platform/http/read-ahead.js';
import { mayViewAs } from './identity.policy.js';
import { readSeen, readSession } from './session.queries.js';
import type { SeenRecord, SessionRecord, StoredSession, Wanted } from './session.queries.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A session in force, with who it is for and what rights are judged by. */
export interface LiveSession extends StoredSession {
  /** When it ends if it is not used again. */
  readonly idleEndsAt: Date;
  readonly actor: Actor;
  /** The person signed in, whomever they look at. */
  readonly self: Actor;
}

/** A session with what was read ahead in the same round trip. */
interface FoundSession {
  readonly session: LiveSession;
  readonly ahead: AlreadyRead | null;
}

/** The sessions of people, in PostgreSQL. The cookie holds 256 random bits, the table their SHA-256. */
@Injectable()
export class Sessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(ACCESS) private readonly access: AccessConfig,
  ) {}

  /** Begins a session and gives the secret its cookie holds. `identitySession` is the provider's own name for it. */
  async open(tx: EntityManager, personId: string, identitySession: string | null = null): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO session (id_hash, person_id, csrf_token, created_at, last_seen_at, ends_at, identity_session)
       VALUES ($1, $2, $3, $4, $4, $5, $6)`,
      [
        ...[hashOf(secret), personId, randomBytes(32).toString('base64url'), now],
        ...[new Date(now.getTime() + this.access.sessionHours * HOUR_MS), identitySession],
      ],
    );
    return secret;
  }

  /**
   * The session of a cookie's secret, with the rights of today, and what was to be read ahead with it; null when there is
   * none in force.
   */
  find(secret: string, wanted: Wanted | null = null): Promise<FoundSession | null> {
    return this.ask(hashOf(secret), this.transactions.reader, wanted);
  }

  /** The same by what the table keeps of the secret. */
  async byHash(idHash: Buffer, tx: EntityManager): Promise<LiveSession | null> {
    return (await this.ask(idHash, tx, null))?.session ?? null;
  }

  private async ask(idHash: Buffer, tx: EntityManager, wanted: Wanted | null): Promise<FoundSession | null> {
    const now = this.clock.now();
    const record = await this.read(tx, idHash, now, wanted);
    if (!record) return null;
    const { found, seen, ahead } = record;
    if (seen && !mayStillView(found, seen)) {
      await this.viewAs(tx, found.idHash, null);
      return this.ask(idHash, tx, wanted);
    }
    return { session: this.live(found, seen, await this.touch(tx, found, now)), ahead };
  }

  /**
   * The rights that a session gives now, without counting as a use of it: for answers that go on for a while. Null when it
   * is not in force any more, or sees with the eyes of somebody it no longer may.
   */
  async rightsOf(idHash: Buffer): Promise<Actor | null> {
    const record = await this.read(this.transactions.reader, idHash, this.clock.now());
    if (!record) return null;
    const { found, seen } = record;
    return seen && !mayStillView(found, seen) ? null : this.live(found, seen, found.lastSeenAt).actor;
  }

  private async read(
    tx: EntityManager,
    idHash: Buffer,
    now: Date,
    wanted: Wanted | null = null,
  ): Promise<{ found: SessionRecord; seen: SeenRecord | null; ahead: AlreadyRead | null } | null> {
    const today = this.clock.today();
    const record = await readSession(tx, idHash, { today, now, idleSince: this.idleSince(now) }, wanted);
    if (!record) return null;
    const { viewAsPersonId } = record.found;
    return { ...record, seen: viewAsPersonId === null ? null : await readSeen(tx, viewAsPersonId, today) };
  }

  /** Lets a session see what somebody else sees, or with null go back to being itself. */
  async viewAs(tx: EntityManager, idHash: Buffer, personId: string | null): Promise<void> {
    await tx.query('UPDATE session SET view_as_person_id = $2 WHERE id_hash = $1', [idHash, personId]);
  }

  /** Ends one session. */
  async end(tx: EntityManager, idHash: Buffer): Promise<void> {
    await tx.query('DELETE FROM session WHERE id_hash = $1', [idHash]);
  }

  /** Ends all sessions of a person. */
  async endAll(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE person_id = $1', [personId]);
  }

  /** Takes away the sessions that have come to their end. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.reader.query('DELETE FROM session WHERE ends_at <= $1 OR last_seen_at <= $2', [
      ...[now, this.idleSince(now)],
    ]);
  }

  private idleSince(now: Date): Date {
    return new Date(now.getTime() - this.access.sessionIdleMinutes * MINUTE_MS);
  }

  /** Notes that a session is in use, at most once a minute, and says when it was last seen. */
  private async touch(tx: EntityManager, { idHash, lastSeenAt }: SessionRecord, now: Date): Promise<Date> {
    if (now.getTime() - lastSeenAt.getTime() < MINUTE_MS) return lastSeenAt;
    await tx.query('UPDATE session SET last_seen_at = $2 WHERE id_hash = $1 AND last_seen_at < $2', [
      idHash,
      now,
    ]);
    return now;
  }

  private live(found: SessionRecord, seen: SeenRecord | null, lastSeenAt: Date): LiveSession {
    const self = looker(found);
    return {
      idHash: found.idHash,
      personId: found.personId,
      csrfToken: found.csrfToken,
      lastSeenAt,
      endsAt: found.endsAt,
      idleEndsAt: new Date(lastSeenAt.getTime() + this.access.sessionIdleMinutes * MINUTE_MS),
      viewAsPersonId: seen?.id ?? null,
      actor: seen ? seenActor(found, seen) : self,
      self,
    };
  }
}

/**
 * What somebody judges in another's stead is not shown to a third, who sees as them.
 * What is closed to one of the two stays closed: nobody reads with another's eyes what they are disqualified on.
 */
function seenActor(found: SessionRecord, seen: SeenRecord): Actor {
  return {
    ...{ personId: seen.id, product: false, grants: grantsSeen(found, seen) },
    disqualifiedFrom: [...new Set([...found.disqualifiedFrom, ...seen.disqualifiedFrom])],
    ...{ viewedBy: found.personId, viewedByAdministrator: holds(looker(found), ['administrator']) },
  };
}

/**
 * The rights of the one looked at, as far as the one who looks may see them: an administrator all of them, a secretariat
 * those in its own bodies, so that it learns nothing of others.
 */
function grantsSeen(found: SessionRecord, { grants }: SeenRecord): readonly Grant[] {
  const self = looker(found);
  if (holds(self, ['administrator'])) return grants;
  const bodies = scopesOf(self, ['secretariat']);
  return grants.filter(({ bodyId }) => bodyId !== null && bodies.includes(bodyId));
}

/** Seeing what somebody else sees ends with the right to it. */
function mayStillView(found: SessionRecord, { grants }: SeenRecord): boolean {
  return mayViewAs(looker(found), bodiesOf(grants)) === true;
}

function looker({ personId, grants, disqualifiedFrom, standsIn }: SessionRecord): Actor {
  return { personId, product: false, grants, disqualifiedFrom, viewedBy: null, standsIn };
}

/** The ids of the bodies that grants are of. */
function bodiesOf(grants: readonly Grant[]): string[] {
  return grants.map(({ bodyId }) => bodyId).filter((id) => id !== null);
}

/** What the table keeps of a cookie's secret. */
export function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
