import { z } from 'zod';
import {
  INDSTILLING_ACTIONS,
  INDSTILLING_LISTS,
  INDSTILLING_STATES,
  READING_BANDS,
  STEP_KINDS,
  TEMPLATE_KEYS,
} from '../domain/indstilling/index.js';
import {
  clockTime,
  id,
  instant,
  isoDate,
  line,
  minutes,
  note,
  pageQuery,
  richText,
  version,
} from './common.js';
import { approvalStep, email, phone } from './organisation.js';
import { proposal } from './proposals.js';
import { abilitiesOf } from './rights.js';

export const indstillingState = z.enum(INDSTILLING_STATES);
export const indstillingAction = z.enum(INDSTILLING_ACTIONS);
export const templateKey = z.enum(TEMPLATE_KEYS);

/** The texts of an indstilling by the keys of its template's sections. */
export const indstillingSections = z.record(
  z
    .string()
    .max(40)
    .regex(/^[a-z]+(-[a-z]+)*$/, 'must be the key of a section'),
  richText,
);

/** A month as `2026-03`, or as somebody wrote it (`marts 2026`). */
const month = line
  .max(40)
  .refine(
    (text) => !/^\d{4}-\d{2}$/.test(text) || isoDate.safeParse(`${text}-01`).success,
    'must be a month that exists, as YYYY-MM, or a month in words',
  )
  .meta({ example: '2026-03' });

/** The sagsbehandler in words; what is not known is null. */
const namedAuthor = z.strictObject({
  name: line.nullable().default(null),
  phone: phone.nullable().default(null),
  email: email.nullable().default(null),
});
/** The sagsbehandler: a person, whose name, phone and e-mail are copied at that moment, or somebody in words. */
const authorInput = z.union([z.strictObject({ personId: id }), namedAuthor]);
export type AuthorInput = z.infer<typeof authorInput>;

export const indstillingAuthor = z
  .object({
    personId: id.nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  })
  .meta({ id: 'IndstillingAuthor' });
export type IndstillingAuthor = z.infer<typeof indstillingAuthor>;

const facts = {
  bodyId: id,
  wantedMeetingId: id.nullable(),
  template: templateKey,
  title: line,
  minutes: minutes.nullable(),
  caseNumber: line.max(60).nullable().meta({ example: 'EMN-2024-034734' }),
  unitId: id.nullable(),
  month: month.nullable(),
};

/** An indstilling to begin; sections that are left out start empty. */
export const createIndstilling = z.strictObject({
  bodyId: facts.bodyId,
  /** Left out: the one that its body proposes first. */
  template: facts.template.optional(),
  title: facts.title,
  wantedMeetingId: facts.wantedMeetingId.default(null),
  minutes: facts.minutes.default(null),
  caseNumber: facts.caseNumber.default(null),
  author: authorInput.default({ name: null, phone: null, email: null }),
  unitId: facts.unitId.default(null),
  month: facts.month.default(null),
  sections: indstillingSections.default({}),
});
/** Sections that are left out stay as they are. */
export const changeIndstilling = z
  .strictObject({ ...facts, author: authorInput, sections: indstillingSections })
  .partial();

export const INDSTILLING_STEPS = ['submit', 'approve', 'return', 'reject', 'withdraw'] as const;

/** The steps of the approval; placing, postponing and deciding happen on the agenda. */
export const indstillingStep = z.strictObject({
  action: z.enum(INDSTILLING_STEPS),
  /** Asked for to return or reject. */
  reason: note.nullable().default(null),
});

/** Somebody who has an indstilling: its author while it is written, else who may take its step. */
const holder = z
  .object({
    name: z.string(),
    /** In whose stead, where they stand in for somebody. */
    insteadOf: z.string().nullable(),
  })
  .meta({ id: 'IndstillingHolder' });
export type IndstillingHolder = z.infer<typeof holder>;

const summaryFields = {
  id,
  ...facts,
  bodyName: z.string(),
  author: indstillingAuthor,
  state: indstillingState,
  /** The approval step it waits at; null when it waits at none. */
  step: approvalStep.nullable(),
  /** Who has it now; nobody once it is approved, nor for those who read what an agenda was sent with. */
  holders: z.array(holder),
  /** Since when they have it; null before the first step. */
  since: instant.nullable(),
  /** The approval steps it goes through, in order: those of its body when it was submitted, until then the body's now. */
  steps: z.array(z.enum(STEP_KINDS)),
  /** The number of its newest submitted version, or of the one that is read of it; 0 before the first. */
  submission: z.int().min(0),
  /** Read as it is being worked on (`whole`), or as an agenda was sent with it. */
  sight: z.enum(['whole', 'submitted']),
  /** What the workflow allows from here; whether a rule still stops it is said when it is tried. */
  actions: z.array(indstillingAction),
  version,
  abilities: abilitiesOf(['change', ...INDSTILLING_STEPS]),
};
/** An indstilling as lists show it: without its texts. */
export const indstillingSummary = z.object(summaryFields).meta({ id: 'IndstillingSummary' });
const wholeFields = {
  ...summaryFields,
  sections: indstillingSections,
  /** What its body calls every section there is, by key. */
  headings: z.record(z.string(), z.string()),
  /** What it proposes that its body decides; null until all have approved it, and where it proposes nothing. */
  proposal: proposal.nullable(),
};
export const indstilling = z.object(wholeFields).meta({ id: 'Indstilling' });

/** An indstilling with the step that was just taken, which whoever took it may take back for a moment. */
export const indstillingAfterStep = z
  .object({ ...wholeFields, taken: z.object({ id, regretUntil: instant }) })
  .meta({ id: 'IndstillingAfterStep' });
/** What a list tells of an indstilling besides. */
export const listedIndstilling = z
  .object({
    ...summaryFields,
    /**
     * When it is to be handed in for the meeting it wants, by the rule of the body; `passed` while it is unfinished
     * still. Null where it wants none or is under way no more, where there is no rule, and where the meeting is not seen.
     */
    deadline: z.object({ date: isoDate, time: clockTime, passed: z.boolean() }).nullable(),
    /** A unit of whoever asks is asked for its opinion and has not answered: the last day to do so, and whether it is over. */
    question: z.object({ dueOn: isoDate, overdue: z.boolean() }).nullable(),
  })
  .meta({ id: 'ListedIndstilling' });

export const indstillingQuery = z.strictObject({
  ...pageQuery,
  /** Which list: one's own that are under way, those that wait for a step one holds, those ready for an agenda, or all. */
  view: z.enum(INDSTILLING_LISTS).optional(),
  /** Words of the title or of the case number, in any order; å is aa, æ ae, ø oe. */
  q: line.max(100).optional(),
  bodyId: id.optional(),
  /** One state or several. */
  state: z
    .union([indstillingState, z.array(indstillingState).min(1).max(INDSTILLING_STATES.length)])
    .optional(),
  unitId: id.optional(),
  wantedMeetingId: id.optional(),
});

/** How many stand in each list but the one of all. */
export const indstillingCounts = z
  .object({ mine: z.int(), 'with-me': z.int(), ready: z.int() })
  .meta({ id: 'IndstillingCounts' });

/** One answer to "Hvad mangler der?". */
const finding = z.object({
  code: z.string().meta({ example: 'section-empty' }),
  /** Whether it keeps the indstilling from being submitted. */
  blocks: z.boolean(),
  /** `title`, `minutes`, or the key of a section; null when it is the text as a whole. */
  place: z.string().nullable(),
  /** The words it is about; null when something is absent. */
  excerpt: z.string().nullable(),
});
export const completeness = z
  .object({
    /** Nothing blocks. */
    complete: z.boolean(),
    findings: z.array(finding),
    /** Null while there are no words. */
    readability: z
      .object({
        words: z.int(),
        sentences: z.int(),
        lix: z.number(),
        band: z.enum(READING_BANDS),
        /** A guess. */
        pages: z.int(),
      })
      .nullable(),
  })
  .meta({ id: 'IndstillingCompleteness' });

export type CreateIndstilling = z.infer<typeof createIndstilling>;
export type ChangeIndstilling = z.infer<typeof changeIndstilling>;
export type IndstillingStepRequest = z.infer<typeof indstillingStep>;
export type IndstillingSummary = z.infer<typeof indstillingSummary>;
export type IndstillingView = z.infer<typeof indstilling>;
export type IndstillingAfterStep = z.infer<typeof indstillingAfterStep>;
export type ListedIndstilling = z.infer<typeof listedIndstilling>;
export type IndstillingCounts = z.infer<typeof indstillingCounts>;
export type IndstillingQuery = z.infer<typeof indstillingQuery>;
export type Completeness = z.infer<typeof completeness>;
