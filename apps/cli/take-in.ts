import { ImportsService } from '../../libs/features/imports/index.js';
import { migrate } from '../../libs/platform/database/data-source.js';
import { ProblemError } from '../../libs/platform/http/problem-error.js';
import { internalContext } from '../../libs/platform/http/request-context.js';
import { RefusalError } from './command.js';
import { withServices } from './operator.js';
import type { Connected } from './with-database.js';

/** A package file as it was read from the disk; the name is without its folder. */
export interface PackageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes packages in, one after the other, each whole or not at all, and returns what `import --json` prints for each.
 * Throws `RefusalError` naming the file and the rule that stopped it.
 */
export async function takeIn(connected: Connected, files: readonly PackageFile[]): Promise<unknown[]> {
  await migrate({ url: connected.databaseUrl, applicationName: 'dagsorden-migrate' });
  return withServices(connected, async (services) => {
    const imports = services.get(ImportsService);
    const taken: unknown[] = [];
    for (const { name, bytes } of files) {
      try {
        taken.push(await imports.take(internalContext(), name, bytes));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const at = error.extras.at === undefined ? '' : ` (${error.extras.at})`;
        throw new RefusalError(`${name}: ${error.detail}${at} [${error.code}]`);
      }
    }
    return taken;
  });
}
