import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import { printClock, readClockTime } from '../../../../../libs/domain/calendar/index.js';
import type { Saved } from '../../lib/autosave/autosave.js';
import type { KeptDraft } from '../../lib/autosave/drafts.js';
import type { Faults, Fields } from '../../lib/form.js';
import { minutesIn } from '../../lib/typed-minutes.js';
import { textToType, typedText } from '../../lib/typed-text.js';
import { da } from '../../texts/da.js';

const NAMES = [
  ...(['title', 'type', 'purpose', 'method', 'responsible', 'attending', 'minutes', 'fixedStart'] as const),
  ...(['visibility', 'closedReason', 'publicTitle', 'publicDecision', 'lateReason'] as const),
] as const;
export type PointField = (typeof NAMES)[number];
/** A point as one types into it: every field a text. */
export type PointFields = Fields<PointField>;

export function savedPoint(point: AgendaPointView): Saved<PointFields> {
  const { title, type, visibility, minutes, fixedStart, version } = point;
  return {
    fields: {
      ...{ title, type, visibility, minutes: minutes === null ? '' : String(minutes) },
      fixedStart: fixedStart === null ? '' : printClock(fixedStart),
      ...{ purpose: textToType(point.purpose), publicDecision: textToType(point.publicDecision) },
      ...{ method: point.method ?? '', responsible: point.responsible ?? '' },
      ...{ attending: point.attending ?? '', closedReason: point.closedReason ?? '' },
      ...{ publicTitle: point.publicTitle ?? '', lateReason: point.lateReason ?? '' },
    },
    version,
  };
}

/** What the api is sent of what was typed; blocks of a text that nobody typed into keep their formatting. */
export function pointPatch(
  typed: Partial<PointFields>,
  standing: Pick<AgendaPointView, 'purpose' | 'publicDecision'>,
): object {
  const sent = Object.entries(typed).map(([name, text]) => {
    if (name === 'title' || name === 'type' || name === 'visibility') return [name, text];
    if (name === 'purpose' || name === 'publicDecision') return [name, typedText(text, standing[name])];
    if (name === 'minutes') return [name, minutesIn(text) ?? null];
    if (name === 'fixedStart') return [name, clockIn(text) ?? null];
    return [name, text.trim() === '' ? null : text];
  });
  return Object.fromEntries(sent) as object;
}

/** The time of day that was typed; null where nothing is, undefined where it is none. */
function clockIn(text: string): string | null | undefined {
  return text.trim() === '' ? null : (readClockTime(text.trim()) ?? undefined);
}

/** What is wrong with what was typed, at its field; it is not sent then. `late`: the reason is printed, and must be there. */
export function pointFaults(typed: Partial<PointFields>, late: boolean): Faults<PointField> {
  const { title, minutes, fixedStart, lateReason } = typed;
  const { fault } = da.point;
  return {
    ...(title?.trim() === '' ? { title: da.agenda.fault.noTitle } : {}),
    ...(minutes !== undefined && minutesIn(minutes) === undefined
      ? { minutes: da.agenda.fault.minutes }
      : {}),
    ...(fixedStart !== undefined && clockIn(fixedStart) === undefined ? { fixedStart: fault.clock } : {}),
    ...(late && lateReason?.trim() === '' ? { lateReason: fault.lateReason } : {}),
  };
}

/** A point as the api told of it, in an answer or a refusal; null when it is none. */
export function pointIn(current: unknown): AgendaPointView | null {
  const isPoint = isRecord(current) && typeof current.title === 'string' && Array.isArray(current.purpose);
  // The tests of the api hold its refusals to the contract.
  return isPoint ? (current as unknown as AgendaPointView) : null;
}

/** Whether what was kept on the device is a draft of a point. */
export function isPointDraft(kept: unknown): kept is KeptDraft<PointFields> {
  if (!isRecord(kept) || typeof kept.version !== 'number') return false;
  const { typed, base } = kept;
  return isTexts(typed) && isTexts(base) && NAMES.every((name) => typeof base[name] === 'string');
}

function isTexts(fields: unknown): fields is Readonly<Record<string, string>> {
  if (!isRecord(fields)) return false;
  return Object.entries(fields).every(
    ([name, text]) => NAMES.some((known) => known === name) && typeof text === 'string',
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
