import { createHash } from 'node:crypto';

/**
 * The SHA-256 of a JSON value, in hex: the same whatever the order of the keys in its objects, so that what comes back
 * from a jsonb column hashes as what was sent. A key whose value is undefined counts as absent.
 */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
