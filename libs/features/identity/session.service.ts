import { Injectable } from '@nestjs/common';
import type { Ability, SessionView } from '../../contracts/rights.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import { Transactions } from '../../platform/database/transactions.js';
import { problemOf } from '../../platform/http/problem-error.js';
import type { Actor } from '../../domain/rights/index.js';
import {
  mayAdministerMemberships,
  mayPlanSomewhere,
  mayViewAsSomebody,
  mayWriteIndstillinger,
} from './identity.policy.js';
import { DEFAULT_LIMITS } from './sessions.js';
import type { LiveSession } from './sessions.js';

interface Who {
  readonly person: SessionView['person'];
  readonly viewed: SessionView['viewAs'];
  readonly roles: SessionView['roles'];
}

/** The person, whom they see as, and the names of what their roles are held for. */
const WHO_SQL = `
  SELECT
    (SELECT row_to_json(p) FROM (
       SELECT id, name, initials, title, email, unit_id AS "unitId" FROM person WHERE id = $1) p) AS person,
    (SELECT json_build_object('personId', id, 'name', name) FROM person WHERE id = $2) AS viewed,
    (SELECT coalesce(json_agg(json_build_object(
              'role', g->>'role', 'bodyId', g->>'bodyId', 'bodyName', b.name,
              'unitId', g->>'unitId', 'unitCode', u.code, 'pointId', g->>'pointId')), '[]')
     FROM jsonb_array_elements($3::jsonb) AS g
     LEFT JOIN body b ON b.id = (g->>'bodyId')::uuid
     LEFT JOIN unit u ON u.id = (g->>'unitId')::uuid) AS roles`;

@Injectable()
export class SessionService {
  constructor(private readonly transactions: Transactions) {}

  /** Who is signed in, with what the screen needs to know of their rights. */
  async view(session: LiveSession): Promise<SessionView> {
    const [who] = await this.transactions.reader.query<[Who?]>(WHO_SQL, [
      session.personId,
      session.viewAsPersonId,
      JSON.stringify(session.actor.grants),
    ]);
    if (!who) throw problemOf('not-signed-in', 'Sign in first.');
    const idleEnds = session.lastSeenAt.getTime() + DEFAULT_LIMITS.idleMinutes * 60_000;
    return {
      person: who.person,
      roles: who.roles,
      csrfToken: session.csrfToken,
      viewAs: who.viewed,
      landing: landingOf(who.roles),
      abilities: abilities(session.actor),
      endsAt: session.endsAt.toISOString(),
      idleEndsAt: new Date(idleEnds).toISOString(),
    };
  }
}

function abilities(actor: Actor): SessionView['abilities'] {
  const own: Record<keyof SessionView['abilities'], Ability> = {
    administer: abilityOf(mayAdministerMemberships(actor)),
    viewAs: abilityOf(mayViewAsSomebody(actor)),
    createMeeting: abilityOf(mayPlanSomewhere(actor)),
    createIndstilling: abilityOf(mayWriteIndstillinger(actor)),
  };
  return own;
}

/** Staff and leaders land on what their unit has to follow up, everybody else on the overview (UX.md, B.15). */
function landingOf(roles: SessionView['roles']): string {
  const others = roles.some(({ role }) => role !== 'staff' && role !== 'leader');
  const unit = roles.find(({ unitCode }) => unitCode !== null)?.unitCode;
  return others || unit == null ? '/overview' : `/follow-ups?unit=${encodeURIComponent(unit)}`;
}
