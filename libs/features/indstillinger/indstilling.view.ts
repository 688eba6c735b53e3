import { INDSTILLING_STEPS } from '../../contracts/indstillinger.js';
import type {
  Completeness,
  IndstillingSummary,
  IndstillingView,
  ListedIndstilling,
} from '../../contracts/indstillinger.js';
import type {
  IndstillingVersionSummary,
  IndstillingVersionView,
  SubmittedContent,
  TakenStep,
} from '../../contracts/indstilling-trail.js';
import type { ProposalView } from '../../contracts/proposals.js';
import type { ClosingDay, LocalMoment } from '../../domain/calendar/index.js';
import {
  INDSTILLING_TEMPLATES,
  UNDER_WAY,
  gapsOf,
  headingsFor,
  indstillingWorkflow,
  isApproved,
  isBeingWritten,
  isUnfinished,
  proposalOf,
  readabilityOfIndstilling,
  sectionsInOrder,
  stepOf,
  templateFor,
} from '../../domain/indstilling/index.js';
import type { IndstillingContent, Proposal, StepKind } from '../../domain/indstilling/index.js';
import { deadlineOf, hasPassed } from '../../domain/meeting/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { actionsFrom } from '../../domain/workflow.js';
import { abilityOf } from '../../platform/http/problem-error.js';
import type { BodyRow } from '../organisation/index.js';
import type { IndstillingRow, IndstillingStepRow, IndstillingVersionRow } from './indstilling.entity.js';
import { mayChangeIndstilling, mayTakeIndstillingStep } from './indstillinger.policy.js';
import type { Sight } from './indstillinger.policy.js';
import { NOWHERE } from './whereabouts.js';
import type { Whereabouts } from './whereabouts.js';

/** An indstilling that somebody sees. */
export interface SeenIndstilling {
  /** As it is being worked on or, where that is not theirs to see, as an agenda was sent with it. */
  readonly row: IndstillingRow;
  readonly body: BodyRow;
  readonly sight: Exclude<Sight, 'none'>;
  /** Which of its attachments are seen: those of the submission that is seen, or null for all there are. */
  readonly attachments?: SubmittedContent['attachments'] | null;
  /** Whether its closed attachments are seen too. */
  readonly closedPapers?: boolean;
  /** What is shown of its words where those of the row name bilag that are not seen. */
  readonly sections?: IndstillingRow['sections'];
  /** Who has it, where that was read. */
  readonly whereabouts?: Whereabouts;
}

/** The steps an indstilling goes through: the body's own until it is submitted, then those it was submitted under. */
export function stepsOf(row: IndstillingRow, body: BodyRow): readonly StepKind[] {
  return isBeingWritten(row.state) ? body.settings.approvalSteps : (row.steps ?? body.settings.approvalSteps);
}

export function indstillingSummary(seen: SeenIndstilling, actor: Actor): IndstillingSummary {
  const { row, body, sight } = seen;
  const { id, bodyId, wantedMeetingId, template, title, minutes, caseNumber, unitId, month } = row;
  const { state, submission, version } = row;
  const { holders, since } = seen.whereabouts ?? NOWHERE;
  const steps = stepsOf(row, body);
  return {
    ...{ id, bodyId, wantedMeetingId, template, title, minutes, caseNumber, unitId, month },
    ...{ state, submission, version, sight },
    bodyName: body.name,
    author: authorOf(row),
    step: stepOf(state),
    holders: [...holders],
    since: since?.toISOString() ?? null,
    steps: [...steps],
    actions: [...actionsFrom(indstillingWorkflow(steps), state)],
    abilities: abilitiesOn(seen, actor),
  };
}

/** What deadlines are judged by: the municipality's closing days, and the moment they are looked at. */
export interface DeadlineCalendar {
  readonly closingDays: readonly ClosingDay[];
  readonly now: LocalMoment;
}

/** The days that an indstilling is waited for by. */
interface AwaitedDays {
  /** Of the meeting it wants; null where there is none or the actor sees no meetings of its body. */
  readonly date: string | null;
  /** The last one for the actor's unit to say what it thinks of it; null where it is not asked. */
  readonly questionDueOn: string | null;
}

/** An indstilling as lists show it. */
export function listedIndstilling(
  seen: SeenIndstilling,
  actor: Actor,
  { date: meetingDate, questionDueOn: dueOn }: AwaitedDays,
  calendar: DeadlineCalendar,
): ListedIndstilling {
  const { row, body } = seen;
  const rule = body.settings.deadlines.indstillinger;
  const isAwaited = rule !== undefined && meetingDate !== null && UNDER_WAY.includes(row.state);
  const deadline = isAwaited ? deadlineOf(rule, meetingDate, calendar.closingDays) : null;
  return {
    ...indstillingSummary(seen, actor),
    question: dueOn === null ? null : { dueOn, overdue: dueOn < calendar.now.date },
    deadline: deadline && {
      ...deadline,
      passed: isUnfinished(row.state) && hasPassed(deadline, calendar.now),
    },
  };
}

function abilitiesOn({ row, sight }: SeenIndstilling, actor: Actor): IndstillingSummary['abilities'] {
  const step = (action: (typeof INDSTILLING_STEPS)[number]) =>
    abilityOf(mayTakeIndstillingStep(actor, row, action, sight));
  return {
    change: abilityOf(mayChangeIndstilling(actor, row, sight)),
    submit: step('submit'),
    approve: step('approve'),
    return: step('return'),
    reject: step('reject'),
    withdraw: step('withdraw'),
  };
}

/**
 * What those see who may read a point it lies on: the words of the submission that they read, whatever was written, and
 * submitted, since.
 */
export function asSubmitted(
  row: IndstillingRow,
  { number, content }: Pick<IndstillingVersionRow, 'number' | 'content'>,
): IndstillingRow {
  const state: IndstillingRow['state'] = row.state === 'decided' ? 'decided' : 'on-agenda';
  const seen = { state, wantedMeetingId: null, submission: number, version: number };
  const { template, title, minutes, caseNumber, unitId, month, sections, author } = content;
  const { personId: authorId, ...words } = author;
  const said = { template, title, minutes, caseNumber, unitId, month, sections, authorId, author: words };
  return Object.assign({}, row, said, seen);
}

export function indstillingView(seen: SeenIndstilling, actor: Actor): IndstillingView {
  const { row, body } = seen;
  const own = body.settings.sections;
  const written = seen.sections ?? row.sections;
  const sections = sectionsInOrder(templateFor(own, row.template, written), written);
  // Read from the words that are shown, so that it tells no more than they do.
  const proposal = isApproved(row.state) ? proposalOf(row.template, sections) : null;
  return {
    ...indstillingSummary(seen, actor),
    ...{ sections, headings: { ...headingsFor(own, row.template) }, proposal: proposalView(proposal) },
  };
}

export function proposalView(proposal: Proposal | null): ProposalView | null {
  return proposal && { ...proposal, text: [...proposal.text] };
}

function authorOf({ authorId, author }: IndstillingRow): IndstillingView['author'] {
  const { name, phone, email } = author;
  return { personId: authorId, name, phone, email };
}

/**
 * What is submitted of an indstilling and kept as a version: its words, the facts printed with them, its bilag. Whatever its
 * body calls the sections or does without: what is approved is the text.
 */
export function submittedContent(
  row: IndstillingRow,
  attachments: SubmittedContent['attachments'],
): SubmittedContent {
  const { template, title, minutes, caseNumber, unitId, month } = row;
  const sections = sectionsInOrder(INDSTILLING_TEMPLATES[template], row.sections);
  return {
    ...{ template, title, minutes, caseNumber, unitId, month },
    author: authorOf(row),
    sections,
    attachments,
  };
}

/** A content as the check of its completeness reads it for its body, with the units that have not answered yet. */
export function checkedContent(
  content: SubmittedContent,
  { settings }: BodyRow,
  awaitedOpinions: readonly string[] = [],
): IndstillingContent {
  return {
    awaitedOpinions,
    template: templateFor(settings.sections, content.template, content.sections),
    title: content.title,
    minutes: content.minutes,
    sections: Object.entries(content.sections).map(([key, text]) => ({ key, text })),
    attachments: content.attachments.map(({ title }) => title),
  };
}

export function completenessView(content: IndstillingContent): Completeness {
  const findings = gapsOf(content).map(({ code, severity, place, excerpt }) => ({
    ...{ code, place, excerpt },
    blocks: severity === 'blocks',
  }));
  const readability = readabilityOfIndstilling(content);
  return { complete: !findings.some(({ blocks }) => blocks), findings, readability };
}

export function versionSummary(row: IndstillingVersionRow): IndstillingVersionSummary {
  const { number, submittedAt, contentHash, takenBackAt } = row;
  return { number, submittedAt: submittedAt.toISOString(), contentHash, takenBack: takenBackAt !== null };
}

/** A submitted version with the sections that its body has, and those that it does without where they say something. */
export function versionView(row: IndstillingVersionRow, { settings }: BodyRow): IndstillingVersionView {
  const { template, sections } = row.content;
  const shown = sectionsInOrder(templateFor(settings.sections, template, sections), sections);
  return { ...versionSummary(row), content: { ...row.content, sections: shown } };
}

/** A step, with the names of who took it and in whose stead from those that are given by id, and until when it may be taken back. */
export function takenStep(
  row: IndstillingStepRow,
  names: ReadonlyMap<string, string>,
  regretUntil: Date | null,
): TakenStep {
  const { id, at, personId, action, from, to, reason, submission, takenBackAt } = row;
  const nameOf = (person: string | null) => (person === null ? null : (names.get(person) ?? null));
  return {
    ...{ id, at: at.toISOString(), by: nameOf(personId), insteadOf: nameOf(row.forPersonId) },
    ...{ action, from, to, reason, submission },
    takenBackAt: takenBackAt?.toISOString() ?? null,
    regretUntil: regretUntil?.toISOString() ?? null,
  };
}
