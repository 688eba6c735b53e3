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
import { SignInAttempts } from './attempts.js';
import { ClaimedMemberships } from './claimed-memberships.js';
import { ProviderClient } from './provider-client.js';
import type { ProvenIdentity } from './provider-client.js';
import { SignInRefusal } from './refusal.js';
import { safeReturnTo } from './return-to.js';

/** What a browser brings along, and from where. */
export interface Visitor {
  readonly requestId: string;
  readonly address: string;
  /** The secret of this browser's attempts; null when it sent none. */
  readonly attemptSecret: string | null;
  /** The secret of the session it already has; null when it has none. */
  readonly sessionSecret: string | null;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly provider: ProviderClient,
    private readonly admission: Admission,
    private readonly limits: RateLimits,
  ) {}

  /** Begins: gives the address of the provider's question. Throws `SignInRefusal`. */
  async begin(visitor: Visitor, browserSecret: string, returnTo: unknown): Promise<URL> {
    await this.refuseTooMany(visitor);
    const attempt = await this.attempts.begin(browserSecret, safeReturnTo(returnTo));
    return this.provider.authorizationUrl(attempt);
  }

  /** Ends: gives the secret of a new session and the path to go to. Throws `SignInRefusal`. */
  async finish(visitor: Visitor, query: string): Promise<{ secret: string; returnTo: string }> {
    const wait = await this.limits.waitFor('failed sign-in by address', visitor.address);
    if (wait > 0) throw new SignInRefusal('too-many-attempts', 'failures');
    try {
      const attempt = await this.attemptOf(visitor, query);
      const identity = await this.provider.identify(query, attempt);
      const secret = await this.admission.admit(visitor, identity);
      return { secret, returnTo: attempt.returnTo };
    } catch (error) {
      if (error instanceof SignInRefusal)
        await this.limits.take('failed sign-in by address', visitor.address);
      throw error;
    }
  }

  private async attemptOf({ attemptSecret }: Visitor, query: string) {
    const states = new URLSearchParams(query).getAll('state');
    const [state] = states;
    if (attemptSecret === null || state === undefined || states.length > 1) {
      throw new SignInRefusal('not-ours', 'no state, or no cookie');
    }
    const attempt = await this.attempts.take(state, attemptSecret);
    if (attempt === null) throw new SignInRefusal('not-ours', 'no such attempt in this browser');
    return attempt;
  }

  private async refuseTooMany({ address }: Visitor): Promise<void> {
    const failures = await this.limits.waitFor('failed sign-in by address', address);
    const attempts = await this.limits.take('sign-in by address', address);
    if (Math.max(failures, attempts) > 0) throw new SignInRefusal('too-many-attempts', 'attempts');
  }
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
  const actor = { personId, grants: [], disqualifiedFrom: [], viewedBy: null };
  return { requestId, actor, idempotency: null };
}
