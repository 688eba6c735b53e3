/** What the technical side of the trail takes from its rules. */
export { GENESIS, SEALED_COLUMNS, actingRole, canonicalText, comparePlaces } from '../domain/audit/index.js';
export type { EventRow, ListedEvent, Place, SealRow } from '../domain/audit/index.js';
