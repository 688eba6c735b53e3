import type { IsoDate } from '../calendar/index.js';

/**
 * How sure a due date is: `firm` a fixed date, `proposed` suggested or only a vague period, `recurring` a routine,
 * `event` it depends on something else, `none` nothing was said.
 */
export type DueKind = 'none' | 'proposed' | 'firm' | 'recurring' | 'event';

/** One follow-up as the minutes say it. Nothing is invented: what is not said is null. */
export interface FollowUpReading {
  /** Who acts, as written; null when nobody is named. */
  readonly responsible: string | null;
  /** What is to be done, in the words of the minutes. */
  readonly action: string;
  /** The sentence or sentences it was read from, with line breaks and hyphenation mended. */
  readonly sentence: string;
  /** Who brought it up (`JLH - ...`), as written. */
  readonly raisedBy: string | null;
  readonly due: { readonly text: string | null; readonly date: IsoDate | null; readonly kind: DueKind };
}

/** What the reader needs to know of the meeting; without a date no year can be worked out, so no date is given. */
export interface ReadingContext {
  readonly meetingDate: IsoDate | null;
  readonly nextMeetingDate: IsoDate | null;
}
