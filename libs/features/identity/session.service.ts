import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Ability, SessionView } from '../../contracts/rights.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { abilityOf, allow, notFound, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { mayPlanSomewhere, mayViewAs, mayViewAsSomebody, mayWriteIndstillinger } from './identity.policy.js';
import { mayAdminister } from '../organisation/index.js';
import { grantsOf } from './session.queries.js';
import { Sessions } from './sessions.js';
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

/** The bodies that an active person belongs to on a day. */
const BODIES_OF_SQL = `
  SELECT ARRAY(
    SELECT g->>'bodyId' FROM json_array_elements(${grantsOf('p.id')}) AS g
    WHERE g->>'bodyId' IS NOT NULL) AS bodies
  FROM person p WHERE p.id = $1 AND p.active`;

@Injectable()
export class SessionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Who is signed in, with what the screen needs to know of their rights. */
  async view(session: LiveSession): Promise<SessionView> {
    const [who] = await this.transactions.reader.query<[Who?]>(WHO_SQL, [
      session.personId,
      session.viewAsPersonId,
      JSON.stringify(session.actor.grants),
    ]);
    if (!who) throw problemOf('not-signed-in', 'Sign in first.');
    return {
      person: who.person,
      roles: who.roles,
      csrfToken: session.csrfToken,
      viewAs: who.viewed,
      standsIn: (session.actor.standsIn ?? []).length > 0,
      landing: landingOf(who.roles),
      abilities: abilities(session.actor),
      endsAt: session.endsAt.toISOString(),
      idleEndsAt: session.idleEndsAt.toISOString(),
    };
  }

  /** Lets a person see what another sees until they go back (null); who looked at whom is recorded. */
  async viewAs(request: RequestContext, session: LiveSession, personId: string | null): Promise<SessionView> {
    // The answer holds the session's token, so it is not kept for a repetition.
    const context = { ...request, actor: session.self, idempotency: null };
    const changed = await this.transactions.run(context, async (tx) => {
      if (personId !== null) await this.checkViewAs(tx, context.actor, personId);
      await this.sessions.viewAs(tx, session.idHash, personId);
      await record(tx, context, {
        name: 'session.view-as',
        subject: { kind: 'person', id: personId ?? session.personId },
      });
      return this.sessions.byHash(session.idHash, tx);
    });
    if (changed === null) throw problemOf('not-signed-in', 'Sign in first.');
    return this.view(changed);
  }

  /** Who may look at nobody learns nothing of who is there. */
  private async checkViewAs(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    allow(mayViewAsSomebody(actor));
    const [person] = await tx.query<[{ bodies: string[] }?]>(BODIES_OF_SQL, [personId, this.clock.today()]);
    if (!person) throw notFound('person', personId);
    allow(mayViewAs(actor, person.bodies));
  }
}

function abilities(actor: Actor): SessionView['abilities'] {
  const own: Record<keyof SessionView['abilities'], Ability> = {
    administer: abilityOf(mayAdminister(actor)),
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
