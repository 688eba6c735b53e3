import { clockInText, printWeekdayDate } from '../calendar/index.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';

/** What a mail about a meeting is about. `dropped`: the person is no longer sent the agenda. */
export type NoticeKind = 'first' | 'correction' | 'update' | 'cancellation' | 'dropped';

/** All that a mail and a calendar say of a meeting: facts that everybody sees who sees the meeting, and none of a point. */
export interface NoticeFacts {
  readonly bodyName: string;
  readonly date: IsoDate;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string | null;
}

/** What the sender adds, the same words to all. */
export interface NoticeWords {
  readonly reason: string | null;
  readonly message: string | null;
}

export interface Notice {
  readonly subject: string;
  readonly text: string;
}

const SUBJECTS: Readonly<Record<NoticeKind, string>> = {
  first: 'Dagsorden',
  correction: 'Rettet dagsorden',
  update: 'Ændret møde',
  cancellation: 'Aflyst',
  dropped: 'Udgår af din kalender',
};

const OPENINGS: Readonly<Record<NoticeKind, (bodyName: string) => string>> = {
  first: (bodyName) => `Dagsordenen til ${bodyName} er udsendt.`,
  correction: (bodyName) => `Dagsordenen til ${bodyName} er rettet og udsendt igen.`,
  update: (bodyName) => `Tid eller sted for ${bodyName} er ændret.`,
  cancellation: (bodyName) => `${bodyName} er aflyst.`,
  dropped: (bodyName) => `Du modtager ikke længere dagsordenen til ${bodyName}.`,
};

const CLOSINGS: Readonly<Record<NoticeKind, (link: string) => string>> = {
  first: (link) => `Læs dagsordenen (du skal logge ind):\n${link}`,
  correction: (link) => `Læs dagsordenen (du skal logge ind):\n${link}`,
  update: (link) => `Se mødet (du skal logge ind):\n${link}`,
  cancellation: () => 'Mødet fjernes fra din kalender, når du åbner den vedhæftede kalenderfil.',
  dropped: () => 'Mødet fjernes fra din kalender, når du åbner den vedhæftede kalenderfil.',
};

/**
 * The mail about a meeting, in Danish: what, when, where and the address of the meeting. It is the same for everybody it goes
 * to and says nothing of points, so that it cannot tell of closed ones (PRODUCT.md, rule 2). Lines end in `\n`.
 */
export function noticeText(kind: NoticeKind, facts: NoticeFacts, words: NoticeWords, link: string): Notice {
  const { bodyName, date } = facts;
  const parts = [
    OPENINGS[kind](bodyName),
    whenAndWhere(facts),
    words.reason === null ? null : `Hvad er ændret: ${words.reason}`,
    words.message === null ? null : `Besked fra sekretariatet:\n${words.message}`,
    CLOSINGS[kind](link),
  ];
  return {
    subject: `${SUBJECTS[kind]}: ${bodyName} ${printWeekdayDate(date)}`,
    text: `${parts.filter((part) => part !== null).join('\n\n')}\n`,
  };
}

function whenAndWhere(facts: NoticeFacts): string {
  const lines = [`Tid: ${whenOf(facts)}`];
  if (facts.place !== null) lines.push(`Sted: ${facts.place}`);
  return lines.join('\n');
}

/** `tirsdag den 24. november 2026 kl. 9.00–9.30`, as far as it is known. */
function whenOf({ date, start, end }: NoticeFacts): string {
  const day = printWeekdayDate(date);
  if (start === null) return day;
  return `${day} ${clockInText(start, end)}`;
}

export interface CalendarText {
  readonly summary: string;
  readonly description: string;
}

/** What a calendar says of a meeting beside its time and place. */
export function calendarText({ bodyName }: NoticeFacts, link: string): CalendarText {
  return { summary: bodyName, description: `Dagsorden: ${link}` };
}
