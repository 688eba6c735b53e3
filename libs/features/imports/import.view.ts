import type { ImportPartView, ImportSummary, ImportView } from '../../contracts/imports.js';
import type { ImportPartRow, ImportRow } from './import.entity.js';

export function importSummary({ id, fileName, format, importedAt }: ImportRow): ImportSummary {
  return { id, fileName, format, importedAt: importedAt.toISOString() };
}

/** With `words`, what warnings and unread lines repeat from the package; without, their codes and lines only. */
export interface Shown {
  readonly words: boolean;
}

const shown = <T extends { readonly text: string }>(items: readonly T[], { words }: Shown) =>
  items.map((item) => ({ ...item, text: words ? item.text : null }));

export function importPartView(row: ImportPartRow, show: Shown): ImportPartView {
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
    warnings: shown(warnings, show),
    version,
    // Whoever sees it may.
    abilities: { place: true },
  };
}

export function importView(row: ImportRow, parts: readonly ImportPartRow[], show: Shown): ImportView {
  return {
    ...importSummary(row),
    parts: parts.map((part) => importPartView(part, show)),
    unread: shown(row.unread, show),
    ledger: row.ledger,
  };
}
