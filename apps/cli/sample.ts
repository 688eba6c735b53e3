import { within, internalContext } from '../../libs/platform/http/request-context.js';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { withServices } from './operator.js';
import { loadSample } from './sample/load.js';
import type { Connected } from './with-database.js';

/** What came of loading the sample municipality. */
export type SampleOutcome = 'loaded' | 'not-empty';

/** Loads the invented municipality into a database that holds nothing yet, whole or not at all; leaves any other alone. */
export function seedWhenEmpty(connected: Connected): Promise<SampleOutcome> {
  return withServices(connected, (services) => {
    const context = internalContext();
    return services.get(Transactions).run(context, async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('sample municipality'))");
      const [{ used }] = await tx.query<[{ used: boolean }]>(
        'SELECT EXISTS (SELECT 1 FROM unit) OR EXISTS (SELECT 1 FROM body) OR EXISTS (SELECT 1 FROM person) AS used',
      );
      if (used) return 'not-empty';
      await loadSample(services, tx, within(context, tx));
      return 'loaded';
    });
  });
}
