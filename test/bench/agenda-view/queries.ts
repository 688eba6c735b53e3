import { DataSource } from 'typeorm';
import type { Logger } from 'typeorm';
import { createApi } from '../../../apps/api/create-api.js';
import { createLogger } from '../../../libs/platform/log/logger.js';
import type { PlatformOptions } from '../../../libs/platform/platform.module.js';

/** Counts the statements that TypeORM sends, BEGIN and COMMIT among them. */
class StatementCounter implements Logger {
  count = 0;
  logQuery(): void {
    this.count += 1;
  }
  logQueryError(): void {
    /* An error ends the request, and the bench with it. */
  }
  logQuerySlow(): void {
    /* Counted by logQuery. */
  }
  logSchemaBuild(): void {
    /* Nothing builds a schema here. */
  }
  logMigration(): void {
    /* Nor migrates. */
  }
  log(): void {
    /* Words only. */
  }
}

/** How many statements one request for each of the paths takes, counted in an api in this process. */
export async function statementsOf(
  options: Pick<PlatformOptions, 'databaseUrl' | 'dataDir'>,
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<number[]> {
  const app = await createApi({
    ...options,
    applicationName: 'dagsorden-bench-count',
    logger: createLogger('bench', 'silent'),
  });
  try {
    await app.listen(0, '127.0.0.1');
    const counter = new StatementCounter();
    app.get(DataSource).setOptions({ logger: counter });
    const address = await app.getUrl();
    const counts: number[] = [];
    for (const path of paths) {
      counter.count = 0;
      const answer = await fetch(`${address}${path}`, { headers });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      counts.push(counter.count);
    }
    return counts;
  } finally {
    await app.close();
  }
}
