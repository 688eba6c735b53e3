import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ROLE_SCOPE } from '../../../domain/rights/index.js';
import type { Role } from '../../../domain/rights/index.js';
import { ACCESS } from '../../../platform/config/access.js';
import type { AccessConfig } from '../../../platform/config/access.js';
import { record } from '../../../platform/events/event-log.js';
import type { RequestContext } from '../../../platform/http/request-context.js';
import { newId } from '../../../platform/ids/new-id.js';
import { claimedRoles } from './claimed-roles.js';
import type { ClaimedRole } from './claimed-roles.js';

interface Held {
  readonly id: string;
  readonly role: Role;
  readonly scope: string | null;
}

/** Keeps the memberships that come from the provider's claims as the claims are; those given by hand are left alone. */
@Injectable()
export class ClaimedMemberships {
  constructor(@Inject(ACCESS) private readonly access: AccessConfig) {}

  /** Gives a person what the claims say, and takes away what they no longer say. */
  async adopt(
    tx: EntityManager,
    context: RequestContext,
    personId: string,
    claims: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const mapping = this.access.provider?.claims;
    if (mapping === undefined || mapping.roleClaim === null) return;
    const claimed = claimedRoles(claims, mapping);
    // Two sign-ins of one person wait for each other.
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [personId]);
    const held = await heldFromClaims(tx, personId);
    for (const membership of held.filter((one) => !claimed.some((other) => isSame(one, other)))) {
      await this.take(tx, context, personId, membership);
    }
    for (const role of claimed.filter((one) => !held.some((other) => isSame(one, other)))) {
      await this.give(tx, context, personId, role);
    }
  }

  /** What stood in for a membership that goes, goes with it. */
  private async take(
    tx: EntityManager,
    context: RequestContext,
    personId: string,
    held: Held,
  ): Promise<void> {
    await tx.query('DELETE FROM membership WHERE substitute_for = $1', [held.id]);
    await tx.query('DELETE FROM membership WHERE id = $1', [held.id]);
    await record(tx, context, {
      name: 'membership.changed',
      subject: { kind: 'membership', id: held.id },
      scopeId: personId,
      data: { role: held.role, ended: true, source: 'claims' },
    });
  }

  /** A body or unit that is not there gives no membership. */
  private async give(
    tx: EntityManager,
    context: RequestContext,
    personId: string,
    { role, scope }: ClaimedRole,
  ): Promise<void> {
    const id = newId();
    const [inserted] = await tx.query<[{ bodyId: string | null; unitId: string | null }?]>(
      `INSERT INTO membership (id, person_id, role, body_id, unit_id, source)
       SELECT $1, $2, $3, b.id, u.id, 'claims'
       FROM (SELECT 1) AS one
       LEFT JOIN body b ON $4 = 'body' AND b.name = $5
       LEFT JOIN unit u ON $4 = 'unit' AND u.code = $5
       WHERE $4 = 'everything' OR b.id IS NOT NULL OR u.id IS NOT NULL
       RETURNING body_id AS "bodyId", unit_id AS "unitId"`,
      [id, personId, role, ROLE_SCOPE[role], scope],
    );
    if (!inserted) return;
    await record(tx, context, {
      name: 'membership.created',
      subject: { kind: 'membership', id },
      scopeId: personId,
      data: { personId, role, ...inserted, source: 'claims' },
    });
  }
}

function isSame(one: ClaimedRole, other: ClaimedRole): boolean {
  return one.role === other.role && one.scope === other.scope;
}

function heldFromClaims(tx: EntityManager, personId: string): Promise<Held[]> {
  return tx.query<Held[]>(
    `SELECT m.id, m.role, coalesce(b.name, u.code) AS scope
     FROM membership m LEFT JOIN body b ON b.id = m.body_id LEFT JOIN unit u ON u.id = m.unit_id
     WHERE m.person_id = $1 AND m.source = 'claims'`,
    [personId],
  );
}
