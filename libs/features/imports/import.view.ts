import type { ImportPartView, ImportSummary, ImportView } from '../../contracts/imports.js';
import type { ImportPartRow, ImportRow } from './import.entity.js';

export function importSummary({ id, fileName, format, importedAt }: ImportRow): ImportSummary {
  return { id, fileName, format, importedAt: importedAt.toISOString() };
}

export function importPartView(row: ImportPartRow): ImportPartView {
  const { id, kind, content, bodyName, date, state, meetingId, indstillingId, version } = row;
  const { lines, warnings } = content;
  return {
    id,
    kind,
    lines,
    body: bodyName,
    date,
    state,
    meetingId,
    indstillingId,
    warnings: [...warnings],
    version,
    // Whoever sees it may.
    abilities: { place: true },
  };
}

export function importView(row: ImportRow, parts: readonly ImportPartRow[]): ImportView {
  return {
    ...importSummary(row),
    parts: parts.map(importPartView),
    unread: [...row.unread],
    ledger: row.ledger,
  };
}
