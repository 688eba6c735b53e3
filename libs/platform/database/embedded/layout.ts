import { join } from 'node:path';

/** Where the embedded database keeps what under the data folder. */
export interface Layout {
  /** The folder of all the rest. */
  readonly root: string;
  /** PostgreSQL's own data folder; there once it is complete. */
  readonly cluster: string;
  /** The cluster while it is being made; a leftover is thrown away. */
  readonly draft: string;
  /** The password of the product's role, readable by the user who starts the product only. */
  readonly password: string;
  readonly serverLog: string;
  readonly lock: string;
  /** One file for each process that uses the server; the last to leave stops it. */
  readonly holders: string;
  /** A copy of the program files, where those of the package cannot be used. */
  readonly programs: string;
}

export function layoutOf(dataDir: string): Layout {
  const root = join(dataDir, 'database');
  return {
    root,
    cluster: join(root, 'cluster'),
    draft: join(root, 'cluster.draft'),
    password: join(root, 'password'),
    serverLog: join(root, 'server.log'),
    lock: join(root, 'lock'),
    holders: join(root, 'holders'),
    programs: join(root, 'programs'),
  };
}
