import { RefusalError } from './command.js';
import type { Connected } from './with-database.js';

/** A package file as it was read from the disk; the name is without its folder. */
export interface PackageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes packages in, one after the other, and returns what `import --json` prints for each. */
export const takeIn: (connected: Connected, files: readonly PackageFile[]) => Promise<unknown[]> = () =>
  Promise.reject(new RefusalError('This version reads packages with --dry-run only.'));
