import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChangeMailChoices, MailChoicesView } from '../../contracts/mail-choices.js';
import { USUAL_PACE } from '../../domain/indstilling/index.js';
import { isViewed, ownId } from '../../domain/rights/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { notFound } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';

/** What counts until somebody has chosen. */
const USUAL: MailChoicesView = { indstillinger: USUAL_PACE, version: 1 };

/** How often each person is sent mails: their own to see and to choose, and nobody else's. */
@Injectable()
export class MailChoicesService {
  constructor(private readonly transactions: Transactions) {}

  async get(context: RequestContext): Promise<MailChoicesView> {
    return choicesOf(this.transactions.reader, whose(context));
  }

  change(context: RequestContext, ifMatch: number, fields: ChangeMailChoices): Promise<MailChoicesView> {
    return this.transactions.run(context, async (tx) => {
      const id = whose(context);
      // Two tabs of one person are one after the other.
      await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const before = await choicesOf(tx, id);
      checkVersion({ id, version: before.version }, ifMatch, before);
      const { indstillinger = before.indstillinger } = fields;
      const after = { indstillinger, version: before.version + 1 };
      await tx.query(
        `INSERT INTO mail_choice (person_id, indstillinger, version) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET indstillinger = $2, version = $3`,
        [id, after.indstillinger, after.version],
      );
      await record(tx, context, {
        name: 'mail-choices.changed',
        subject: { kind: 'person', id },
        changes: changesOf({ indstillinger: before.indstillinger }, { indstillinger }),
      });
      return after;
    });
  }
}

/** They are not there for whoever sees what somebody else sees. */
function whose({ actor }: RequestContext): string {
  const id = isViewed(actor) ? null : ownId(actor);
  if (id === null) throw notFound('person', 'signed in');
  return id;
}

async function choicesOf(tx: EntityManager, personId: string): Promise<MailChoicesView> {
  const [row] = await tx.query<[MailChoicesView?]>(
    'SELECT indstillinger, version FROM mail_choice WHERE person_id = $1',
    [personId],
  );
  return row ?? USUAL;
}
