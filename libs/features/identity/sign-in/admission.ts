import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions.js';
import { record } from '../../../platform/events/event-log.js';
import type { RequestContext } from '../../../platform/http/request-context.js';
import { newId } from '../../../platform/ids/new-id.js';
import { RateLimits } from '../../../platform/limits/rate-limits.js';
import { LOGGER } from '../../../platform/log/logger.js';
import type { Logger } from '../../../platform/log/logger.js';
import { Sessions, hashOf } from '../sessions.js';
import { ClaimedMemberships } from './claimed-memberships.js';
import type { ProvenIdentity } from './provider-client.js';
import { SignInRefusal } from './refusal.js';

/** What a browser brings along, and from where. */
export interface Visitor {
  readonly requestId: string;
  readonly address: string;
  /** The secret of this browser's attempts; null when it sent none. */
  readonly attemptSecret: string | null;
  /** The secret of the session it already has; null when it has none. */
  readonly sessionSecret: string | null;
}

interface KnownPerson {
  readonly id: string;
  readonly active: boolean;
}

/** Lets somebody in whom the provider has proven to be who they are, if they are somebody here. */
@Injectable()
export class Admission {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly memberships: ClaimedMemberships,
    private readonly limits: RateLimits,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Gives the secret of a new session; whatever session the browser had before has ended. Throws `SignInRefusal`. */
  async admit(visitor: Visitor, identity: ProvenIdentity): Promise<string> {
    const account = `${identity.issuer} ${identity.subject}`;
    if ((await this.limits.take('sign-in by account', account)) > 0) {
      throw new SignInRefusal('too-many-attempts', 'account');
    }
    const person = await this.personOf(identity);
    if (!person?.active) return this.turnAway(visitor, identity, person);
    const context = contextOf(visitor, person.id);
    return this.transactions.run(context, async (tx) => {
      await this.memberships.adopt(tx, context, person.id, identity.claims);
      if (visitor.sessionSecret !== null) await this.sessions.end(tx, hashOf(visitor.sessionSecret));
      const secret = await this.sessions.open(tx, person.id, identity.session);
      await record(tx, context, { name: 'session.opened', subject: { kind: 'person', id: person.id } });
      return secret;
    });
  }

  private async personOf({ issuer, subject }: ProvenIdentity): Promise<KnownPerson | null> {
    const [person] = await this.transactions.reader.query<[KnownPerson?]>(
      `SELECT person.id, person.active FROM person_identity identity
       JOIN person ON person.id = identity.person_id
       WHERE identity.issuer = $1 AND identity.subject = $2`,
      [issuer, subject],
    );
    return person ?? null;
  }

  /** The event keeps who it was, so that an administrator can let them in; the log does not. */
  private async turnAway(
    visitor: Visitor,
    { issuer, subject }: ProvenIdentity,
    person: KnownPerson | null,
  ): Promise<never> {
    const reason = person === null ? 'unknown-person' : 'inactive-person';
    const context = contextOf(visitor, person?.id ?? null);
    await this.transactions.run(context, (tx: EntityManager) =>
      record(tx, context, {
        name: 'session.refused',
        subject: person === null ? { kind: 'session', id: newId() } : { kind: 'person', id: person.id },
        data: { reason, issuer, subject },
      }),
    );
    this.logger.info({ requestId: visitor.requestId, reason }, 'turned away at sign-in');
    throw new SignInRefusal(reason, 'turned away');
  }
}

/** Whoever stands at the door has no rights yet. */
function contextOf({ requestId }: Visitor, personId: string | null): RequestContext {
  const actor = { personId, product: false, grants: [], disqualifiedFrom: [], viewedBy: null };
  return { requestId, actor, idempotency: null };
}
