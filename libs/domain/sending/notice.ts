import { clockInText, printWeekdayDate } from '../calendar/index.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';
import { meetingName } from '../document/meeting-name.js';

/** What a mail about a meeting is about. `dropped`: the person is no longer sent the agenda. */
export type NoticeKind = 'first' | 'correction' | 'update' | 'cancellation' | 'dropped';

/** All that a mail and a calendar say of a meeting: facts that everybody sees who sees the meeting, and none of a point. */
export interface NoticeFacts {
  readonly bodyName: string;
  readonly date: IsoDate;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string | null;
  /** The start and end are those of the one point that the reader is a guest of: the rest of the meeting is not theirs. */
  readonly isSlot?: boolean;
}

/** When the guest of one point takes part. */
export interface GuestSlot {
  readonly start: ClockTime;
  /** Null: the point has no minutes. */
  readonly end: ClockTime | null;
}

/** What the mail and the calendar of one person say of a meeting: all of it, or the time of the point they are a guest of. */
export function factsFor(facts: NoticeFacts, slot: GuestSlot | null): NoticeFacts {
  return slot === null ? facts : { ...facts, start: slot.start, end: slot.end, isSlot: true };
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

/** What each says of the meeting, whose name follows: it stands as it is called, and is not bent by the sentence. */
const OPENINGS: Readonly<Record<NoticeKind, string>> = {
  first: 'Dagsordenen er udsendt til mødet',
  correction: 'Dagsordenen er rettet og udsendt igen til mødet',
  update: 'Mødets tid eller sted er ændret',
  cancellation: 'Mødet er aflyst',
  dropped: 'Du modtager ikke længere dagsordenen til mødet',
};

/** What is said otherwise to the guest of one point. */
const GUEST_OPENINGS: Readonly<Partial<Record<NoticeKind, string>>> = {
  first: 'Du er inviteret som gæst til et punkt på mødet',
  dropped: 'Du er ikke længere gæst på mødet',
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
 * to, but that the guest of one point is told their own time, and says nothing of points, so that it cannot tell of closed
 * ones (PRODUCT.md, rule 2). Lines end in `\n`.
 */
export function noticeText(kind: NoticeKind, facts: NoticeFacts, words: NoticeWords, link: string): Notice {
  const name = meetingName(facts.bodyName);
  const isSlot = facts.isSlot === true;
  const opening = (isSlot ? GUEST_OPENINGS[kind] : undefined) ?? OPENINGS[kind];
  const isGone = kind === 'cancellation' || kind === 'dropped';
  const parts = [
    `${opening}: ${name}.`,
    whenAndWhere(facts),
    words.reason === null ? null : `Rettet: ${words.reason}`,
    words.message === null ? null : `Besked fra sekretariatet:\n${words.message}`,
    // A guest reads the meeting and their point, and no agenda.
    CLOSINGS[isSlot && !isGone ? 'update' : kind](link),
  ];
  return {
    subject: `${SUBJECTS[kind]}: ${name} ${printWeekdayDate(facts.date)}`,
    text: `${parts.filter((part) => part !== null).join('\n\n')}\n`,
  };
}

function whenAndWhere(facts: NoticeFacts): string {
  const lines = [`${facts.isSlot === true ? 'Din tid' : 'Tid'}: ${whenOf(facts)}`];
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
export function calendarText({ bodyName, isSlot }: NoticeFacts, link: string): CalendarText {
  const name = meetingName(bodyName);
  if (isSlot === true) return { summary: `${name} (gæst på et punkt)`, description: `Mødet: ${link}` };
  return { summary: name, description: `Dagsorden: ${link}` };
}
