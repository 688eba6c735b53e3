import type {
  HistoryChange,
  MeetingHistoryEvent,
  TakeBackView,
} from '../../../../../libs/contracts/history.js';
import { isClockTime, isIsoDate, localOf } from '../../../../../libs/domain/calendar/index.js';
import { plainText } from '../../../../../libs/domain/text/index.js';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { ruleInWords } from '../../lib/api/problem.js';
import { dateInText, listed, minutesInText, timeInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';
import { history } from '../../texts/history.js';

/** What an event is about, as the end of a sentence: `punkt 3, Budget`. */
export function thingOf({ about }: Pick<MeetingHistoryEvent, 'about'>): string {
  const { kind, number, title } = about;
  return kind === 'attachment' ? history.attachment(title, number) : history.point(number, title);
}

/** What was done, after the name of who did it: `rettede punkt 3, Budget`. */
export function whatHappened(event: Pick<MeetingHistoryEvent, 'name' | 'about'>): string {
  const words: Readonly<Partial<Record<string, (thing: string) => string>>> = history.what;
  return words[event.name]?.(thingOf(event)) ?? history.otherwise;
}

/** The Danish name of a field; null for one that says nothing to people. */
export function fieldName(field: string): string | null {
  const names: Readonly<Partial<Record<string, string>>> = history.field;
  return names[field] ?? null;
}

/** A change in words; `before` and `after` are null where they cannot be told as a text (ids, letterheads). */
export interface ChangeWords {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The changes of an event in words, those that are told; what has no name of its own is told as one. */
export function changesInWords(event: Told): readonly ChangeWords[] {
  const shown = event.changes.filter((change) => !change.withheld && !isSaid(change, event));
  const named = shown.flatMap((change) => {
    const field = fieldName(change.field);
    return field === null ? [] : [{ field, ...valuesInWords(change, event.about.kind) }];
  });
  const rest = shown.length > named.length ? [{ field: history.otherField, before: null, after: null }] : [];
  return [...named, ...rest];
}

type Told = Pick<MeetingHistoryEvent, 'name' | 'changes' | 'about'>;

/** What the sentence says already: that a point was taken off or put on, and what a new one is called. */
function isSaid({ field, after }: HistoryChange, { name, about }: Told): boolean {
  if (field === 'withdrawn') return name === 'agenda-point.withdrawn' || name === 'agenda-point.reinstated';
  return field === 'title' && name.endsWith('.created') && after === about.title;
}

/** The names of the fields whose values are not for the one who reads; empty when there are none. */
export function withheldFields({ changes }: Pick<MeetingHistoryEvent, 'changes'>): readonly string[] {
  const names = changes.filter(({ withheld }) => withheld).map(({ field }) => fieldName(field));
  return [...new Set(names.map((name) => name ?? history.otherField))].map((name) => name.toLowerCase());
}

type About = MeetingHistoryEvent['about']['kind'];

function valuesInWords({ field, before, after }: HistoryChange, kind: About): Omit<ChangeWords, 'field'> {
  return { before: valueInWords(field, before, kind), after: valueInWords(field, after, kind) };
}

function valueInWords(field: string, value: unknown, kind: About): string | null {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return history.nothing;
  if (typeof value === 'boolean') return value ? history.yes : history.no;
  if (typeof value === 'number') return field === 'minutes' ? minutesInText(value) : String(value);
  if (typeof value === 'string') return textInWords(field, value, kind);
  if (isRichText(value)) return plainText(value);
  return namesIn(value);
}

/** Ids of people say nothing to anybody. */
const IDS: readonly string[] = ['chairId', 'minuteTakerId'];

function textInWords(field: string, value: string, kind: About): string | null {
  if (IDS.includes(field)) return null;
  if (isIsoDate(value)) return dateInText(value);
  if (isClockTime(value)) return timeInText(value);
  return codesOf(field, kind)?.[value] ?? value;
}

function codesOf(field: string, kind: About): Readonly<Partial<Record<string, string>>> | null {
  if (field === 'type') return da.meetings.pointType;
  if (field === 'visibility') return history.visibility;
  if (field === 'kind') return da.meetings.kind;
  if (field === 'outcome') return da.minutes.outcomes;
  if (field !== 'state') return null;
  return kind === 'minutes' ? da.minutes.state : da.meetings.state;
}

function isRichText(value: unknown): value is RichText {
  return Array.isArray(value) && value.every((block) => isRecord(block) && typeof block.type === 'string');
}

/** Names in a list: of people, or plain words. */
function namesIn(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const names = value.map((one: unknown) => (isRecord(one) ? one.name : one));
  return names.every((name) => typeof name === 'string') ? listed(names) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}

/** What the button says that takes an event back. */
export function verbOf({ act }: Pick<TakeBackView, 'act'>): string {
  return act.startsWith('restore') ? history.takeBack.restore : history.takeBack.undo;
}

/** Why an event cannot be taken back, in a sentence; null when it can. */
export function refusalInWords({ refusal }: Pick<TakeBackView, 'refusal'>): string | null {
  if (refusal === null) return null;
  const own: Readonly<Partial<Record<string, string>>> = history.refused;
  if (refusal.code === 'stands-so') return history.refused['stands-so'];
  return history.takeBack.cannot(own[refusal.code] ?? ruleInWords(refusal.code, refusal.liftedBy ?? null));
}

/** One day of the history. */
export interface HistoryDay {
  readonly date: string;
  readonly events: readonly MeetingHistoryEvent[];
}

/** Events by the Danish day on which they happened, in their order. */
export function byDay(events: readonly MeetingHistoryEvent[]): readonly HistoryDay[] {
  const days = new Map<string, MeetingHistoryEvent[]>();
  for (const event of events) {
    const { date } = localOf(event.at);
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return [...days].map(([date, own]) => ({ date, events: own }));
}
