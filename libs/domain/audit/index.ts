export { actingRole } from './acting-role.js';
export { SEALED_COLUMNS, canonicalText, comparePlaces, placeOf, timeOfId } from './event-row.js';
export type { EventRow, Place, SealedColumn } from './event-row.js';
export { GENESIS, examine } from './examine.js';
export type { ListedEvent, Seal, SealRow, Stretch } from './examine.js';
export { TAMPERINGS, settle } from './finding.js';
export type { Finding, Tampering } from './finding.js';
