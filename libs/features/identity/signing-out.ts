import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { Sessions } from './sessions.js';
import type { LiveSession } from './sessions.js';
import { ProviderClient } from './sign-in/provider-client.js';

@Injectable()
export class SigningOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly provider: ProviderClient,
  ) {}

  /** Ends a session, or all of the person; gives where the provider's own session can be ended, if it offers that. */
  async end(request: RequestContext, session: LiveSession, everywhere: boolean): Promise<string | null> {
    const context = { ...request, actor: session.self, idempotency: null };
    await this.transactions.run(context, async (tx) => {
      if (everywhere) await this.sessions.endAll(tx, session.personId);
      else await this.sessions.end(tx, session.idHash);
      await record(tx, context, {
        name: 'session.ended',
        subject: { kind: 'person', id: session.personId },
        data: { everywhere },
      });
    });
    return this.provider.endSessionUrl();
  }
}
