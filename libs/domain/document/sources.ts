import type {
  AgendaPoint,
  Audience,
  NumberingPolicy,
  PrintedGuest,
  PublicSide,
  TakenNumbers,
  Visibility,
} from '../agenda/index.js';
import type { ClockTime, IsoDate } from '../calendar/index.js';
import type { DecisionTarget, Dissent, Votes } from '../decision/index.js';
import type { RichText } from '../text/index.js';

/**
 * What the documents are made from. Database rows and imported packages are mapped to these shapes; the models then
 * take from them what the audience may see. Absent things are null or empty, and are left out with their labels.
 */

/** The unit's block at the head of a document, line by line as printed. */
export interface Letterhead {
  /** The department's name, printed in capitals. */
  readonly unit: string | null;
  /** Office and address, one printed line each; an empty line parts groups. */
  readonly lines: readonly string[];
  /** The first is the main number, the others direct ones, unless they carry a label of their own (`Mobil: ...`). */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly caseNumber: string | null;
  readonly caseworkers: readonly string[];
}

/** How much the agenda of a body says of each point: all its fields, or its heading and attachments only. */
export type AgendaForm = 'full' | 'short';

/** The body that meets, with the settings its documents depend on. */
export interface SourceBody {
  readonly name: string;
  readonly visibility: Visibility;
  readonly policy: NumberingPolicy;
  readonly form: AgendaForm;
}

export interface SourceMeeting {
  /** What the meeting is called, when it is not what follows from the body's name. */
  readonly title: string | null;
  readonly extraordinary: boolean;
  readonly date: IsoDate | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string | null;
  /** Printed among the meeting's facts where there is no letterhead to carry it. */
  readonly caseNumber: string | null;
  readonly chair: string | null;
  readonly minuteTaker: string | null;
  readonly participants: readonly string[];
  /** Those who sent their regrets (afbud). */
  readonly regrets: readonly string[];
}

export interface SourceAttachment {
  readonly title: string;
  readonly position: number;
  readonly visibility: Visibility;
}

/** A point as the agenda prints it. */
export interface AgendaSourcePoint extends AgendaPoint, PublicSide {
  readonly purpose: RichText;
  /** Who takes part under the point; with or without "Under punktet deltager". */
  readonly attending: string | null;
  /** Those who are invited to this point alone, by name. */
  readonly guests: readonly PrintedGuest[];
  readonly method: string | null;
  readonly responsible: string | null;
  /** Why a late point could not wait (PRODUCT.md, rule 7). */
  readonly lateReason: string | null;
  /** A decision that stands as proposed before the meeting. */
  readonly proposedDecision: RichText;
  readonly attachments: readonly SourceAttachment[];
}

/** What agenda and minutes have in common. */
export interface MeetingDocumentSource {
  readonly letterhead: Letterhead | null;
  readonly documentDate: IsoDate | null;
  readonly body: SourceBody;
  readonly meeting: SourceMeeting;
  /** Numbers of sent versions that must not be given again. */
  readonly taken?: TakenNumbers;
}

export interface AgendaSource extends MeetingDocumentSource {
  /** `draft` until sent; a draft is marked "Udkast". */
  readonly state: 'draft' | 'sent';
  /** The number of the sent version, from 1; printed from 2 on, and only for those who may see all. */
  readonly version: number | null;
  readonly points: readonly AgendaSourcePoint[];
}

/** A dissent as in the decision itself, but that an imported one may lack its name. */
export type SourceDissent = Omit<Dissent, 'by'> & { readonly by: string | null };

export interface SourceDecision {
  /** A code of the decision table, e.g. `approved`; null when no usual phrase fits. */
  readonly outcome: string | null;
  /** Where it was sent or put off to: the body of `referred`, the meeting of `deferred`. */
  readonly target: DecisionTarget;
  /** As minuted; when blank the usual phrase of the outcome is printed. */
  readonly text: RichText;
  readonly votes: Votes | null;
  readonly dissents: readonly SourceDissent[];
  readonly absent: readonly string[];
  readonly disqualified: readonly string[];
  readonly prevented: readonly string[];
}

/** A point as the minutes print it. */
export interface MinutesSourcePoint extends AgendaPoint, PublicSide {
  readonly lateReason: string | null;
  readonly decision: SourceDecision | null;
}

export interface SourceFollowUp {
  /** The point it was minuted under; null when unknown, and then it is printed only for those who may see all. */
  readonly pointId: string | null;
  /** Unit or person as printed; null when nobody was named. */
  readonly responsible: string | null;
  readonly action: string;
  readonly due: {
    readonly kind: 'none' | 'proposed' | 'firm' | 'recurring' | 'event';
    readonly text: string | null;
    readonly date: IsoDate | null;
  };
  /** Suggestions nobody has confirmed are not printed. */
  readonly state: 'suggested' | 'confirmed' | 'issued';
}

/** A correction made after the minutes were approved. */
export interface SourceAddition {
  readonly date: IsoDate;
  readonly by: string;
  readonly text: RichText;
  /** The point it concerns; null when it concerns the minutes as a whole. */
  readonly pointId: string | null;
  readonly visibility: Visibility;
}

export interface MinutesSource extends MeetingDocumentSource {
  readonly state: 'draft' | 'in-review' | 'approved' | 'published';
  readonly points: readonly MinutesSourcePoint[];
  readonly followUps: readonly SourceFollowUp[];
  readonly additions: readonly SourceAddition[];
}

export interface IndstillingSection {
  /** `introduction`, `recommendation` ...; templates add their own. */
  readonly key: string;
  readonly heading: string;
  readonly text: RichText;
}

export interface IndstillingSource {
  readonly letterhead: Letterhead | null;
  readonly title: string;
  readonly visibility: Visibility;
  readonly isDraft: boolean;
  readonly bodyName: string | null;
  readonly meetingDate: IsoDate | null;
  /** Minutes wanted on the agenda. */
  readonly minutes: number | null;
  readonly caseNumber: string | null;
  readonly unit: string | null;
  /** As written, e.g. `November 2024`. */
  readonly month: string | null;
  readonly author: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly sections: readonly IndstillingSection[];
  /** Where there are any, they stand under the section `attachments` in place of its text. */
  readonly attachments: readonly SourceAttachment[];
}

export type { Audience };
