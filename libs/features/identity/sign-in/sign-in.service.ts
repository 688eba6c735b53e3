import { Injectable } from '@nestjs/common';
import { RateLimits } from '../../../platform/limits/rate-limits.js';
import { Admission } from './admission.js';
import type { Visitor } from './admission.js';
import { SignInAttempts } from './attempts.js';
import { ProviderClient } from './provider-client.js';
import { SignInRefusal } from './refusal.js';
import { safeReturnTo } from './return-to.js';

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
    // Before this nothing counts: any page on the web can send a whole house here with an invented answer.
    const attempt = await this.attemptOf(visitor, query);
    try {
      const identity = await this.provider.identify(query, attempt);
      const secret = await this.admission.admit(visitor, identity);
      return { secret, returnTo: attempt.returnTo };
    } catch (error) {
      if (!(error instanceof SignInRefusal)) throw error;
      await this.limits.take('failed sign-in by address', visitor.address);
      throw new SignInRefusal(error.reason, error.fault, attempt.returnTo);
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
