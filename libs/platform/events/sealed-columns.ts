import { SEALED_COLUMNS } from '../../contracts/audit.js';

/** How each sealed column is written as text, the same on every connection whatever its settings. */
export const SEALED_SELECT = SEALED_COLUMNS.map((column) =>
  column === 'at'
    ? `to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`
    : `event.${column}::text AS ${column}`,
).join(', ');
