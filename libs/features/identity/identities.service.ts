import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { allow, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { mayAdminister } from '../organisation/index.js';

/** Who a person is to an identity provider. */
export interface Identity {
  /** The provider's issuer, exactly as its tokens have it. */
  readonly issuer: string;
  /** The name by which the provider knows the person, and never gives to anybody else. */
  readonly subject: string;
}

@Injectable()
export class IdentitiesService {
  constructor(private readonly transactions: Transactions) {}

  /** Lets a person sign in as this identity. Throws `already-exists` when it is somebody's, be it theirs. */
  link(context: RequestContext, personId: string, { issuer, subject }: Identity): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      allow(mayAdminister(context.actor));
      const [linked] = await tx.query<[unknown?]>(
        `INSERT INTO person_identity (issuer, subject, person_id) VALUES ($1, $2, $3)
         ON CONFLICT (issuer, subject) DO NOTHING RETURNING 1`,
        [issuer, subject, personId],
      );
      if (linked === undefined) throw problemOf('already-exists', 'The identity is taken.');
      await record(tx, context, {
        name: 'identity.linked',
        subject: { kind: 'person', id: personId },
        data: { issuer },
      });
    });
  }
}
