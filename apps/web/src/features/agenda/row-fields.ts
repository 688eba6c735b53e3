import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { Saved } from '../../lib/autosave/autosave.js';
import type { KeptDraft } from '../../lib/autosave/drafts.js';
import { minutesIn } from '../../lib/typed-minutes.js';
import { da } from '../../texts/da.js';

/** What is typed into a row of the agenda, as it is typed. */
export interface RowFields {
  readonly title: string;
  /** Minutes; empty for a point without time. */
  readonly minutes: string;
  readonly closedReason: string;
}

const NAMES: readonly (keyof RowFields)[] = ['title', 'minutes', 'closedReason'];
/** The most a line of text and a reason hold, as the api says. */
const [LONGEST_LINE, LONGEST_NOTE] = [300, 4000];

export function savedRow(point: AgendaPointView): Saved<RowFields> {
  const { title, minutes, closedReason, version } = point;
  return {
    fields: { title, minutes: minutes === null ? '' : String(minutes), closedReason: closedReason ?? '' },
    version,
  };
}

/** What the api is sent of it. */
export function rowPatch(typed: Partial<RowFields>): object {
  const { title, minutes, closedReason } = typed;
  return {
    ...(title === undefined ? {} : { title }),
    ...(minutes === undefined ? {} : { minutes: minutesIn(minutes) ?? null }),
    ...(closedReason === undefined ? {} : { closedReason: closedReason.trim() === '' ? null : closedReason }),
  };
}

/** What is wrong with what was typed into a row, as a sentence; null when it can be sent. */
export function rowFault({ title, minutes, closedReason }: Partial<RowFields>): string | null {
  const { fault } = da.agenda;
  if (title?.trim() === '') return fault.noTitle;
  if (title !== undefined && title.trim().length > LONGEST_LINE) return fault.longTitle;
  if (minutes !== undefined && minutesIn(minutes) === undefined) return fault.minutes;
  if (closedReason !== undefined && closedReason.length > LONGEST_NOTE) return fault.longReason;
  return null;
}

/** Whether what was kept on the device is a draft of a row. */
export function isRowDraft(kept: unknown): kept is KeptDraft<RowFields> {
  if (kept === null || typeof kept !== 'object') return false;
  const { typed, base, version }: { typed?: unknown; base?: unknown; version?: unknown } = kept;
  return (
    typeof version === 'number' &&
    isTexts(typed) &&
    isTexts(base) &&
    NAMES.every((name) => typeof base[name] === 'string')
  );
}

function isTexts(fields: unknown): fields is Readonly<Record<string, unknown>> {
  if (fields === null || typeof fields !== 'object') return false;
  return Object.entries(fields).every(
    ([name, value]) => NAMES.some((known) => known === name) && typeof value === 'string',
  );
}

/** Lines pasted into one field as the titles of several points: bullets and numbers before them are left out. */
export function titlesIn(pasted: string): string[] {
  return pasted
    .split(/[\r\n\u2028\u2029]+/)
    .map((text) =>
      text
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .replace(/^\s*(?:[-–—•·*]|\d{1,3}\s?[.)])\s+/, '')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => text.slice(0, LONGEST_LINE));
}
