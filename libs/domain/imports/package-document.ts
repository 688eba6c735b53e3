import type { Visibility } from '../agenda/visibility.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';
import type { DueKind } from '../follow-up/reading.js';

/**
 * What a meeting package says once it is read: the JSON that `import --json` prints and `render` takes.
 * Absent things are null or empty; dates are ISO, times `HH:MM`, lines 1-based and inclusive.
 */
export interface PackageReading {
  readonly documents: readonly PackageDocument[];
  readonly unread: readonly UnreadLine[];
  readonly ledger: PackageLedger;
}

export type PackageKind = 'agenda' | 'minutes' | 'indstilling';

export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface PackageDocument {
  readonly kind: PackageKind;
  readonly lines: LineRange;
  readonly documentDate: IsoDate | null;
  readonly letterhead: PackageLetterhead;
  readonly meeting: PackageMeeting;
  /** One flat list in reading order; sub-points are numbered `6A`. */
  readonly points: readonly PackagePoint[];
  readonly indstilling: PackageIndstilling | null;
  readonly followUps: readonly PackageFollowUp[];
  readonly warnings: readonly PackageWarning[];
}

export interface PackageLetterhead {
  /** The department's name. */
  readonly unit: string | null;
  /** Office and address, line by line; an empty line parts groups that stand apart. */
  readonly lines: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly caseworkers: readonly string[];
}

export interface PackageMeeting {
  readonly body: string | null;
  readonly date: IsoDate | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string | null;
  readonly caseNumber: string | null;
  readonly participants: readonly string[];
}

export interface PackagePoint {
  readonly number: string;
  readonly title: string;
  readonly durationMinutes: number | null;
  readonly timeFrom: ClockTime | null;
  readonly timeTo: ClockTime | null;
  readonly purpose: string | null;
  readonly method: string | null;
  readonly responsible: string | null;
  readonly attending: string | null;
  readonly attachments: readonly PackageAttachment[];
  readonly visibility: Visibility;
  readonly decision: PackageDecision | null;
}

export interface PackageAttachment {
  readonly title: string;
  readonly visibility: Visibility;
  /** Where the attachment's own text stands in the package; null when only its title is there. */
  readonly lines: LineRange | null;
}

export interface PackageDecision {
  /** A code of the decision table, or null when no usual phrase fits. */
  readonly outcome: string | null;
  /** All that was minuted under the point, paragraphs parted by a blank line. */
  readonly text: string;
}

export interface PackageIndstilling {
  readonly title: string | null;
  readonly minutes: number | null;
  readonly unit: string | null;
  /** The month as written, e.g. `November 2024`. */
  readonly month: string | null;
  readonly author: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly recommendations: readonly string[];
  readonly sections: readonly { readonly key: string; readonly heading: string; readonly text: string }[];
  readonly attachments: readonly string[];
}

export interface PackageFollowUp {
  /** The number of the point it was minuted under; null when unknown. */
  readonly point: string | null;
  readonly responsible: string | null;
  readonly action: string;
  readonly sentence: string;
  readonly raisedBy: string | null;
  readonly due: { readonly text: string | null; readonly date: IsoDate | null; readonly kind: DueKind };
}

export interface PackageWarning {
  /** Stable kebab-case code, e.g. `title-differs`. */
  readonly code: string;
  readonly text: string;
  readonly line: number | null;
}

export interface UnreadLine {
  readonly line: number;
  readonly text: string;
}

/** How many non-blank lines went where; `lines` is their sum. */
export interface PackageLedger {
  readonly lines: number;
  readonly fields: number;
  readonly stamps: number;
  readonly letterheads: number;
  readonly attachments: number;
  readonly unread: number;
}
