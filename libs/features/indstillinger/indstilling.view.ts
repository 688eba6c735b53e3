import type {
  Completeness,
  IndstillingSummary,
  IndstillingVersionSummary,
  IndstillingVersionView,
  IndstillingView,
  SubmittedContent,
  TakenStep,
} from '../../contracts/indstillinger.js';
import {
  INDSTILLING_TEMPLATES,
  gapsOf,
  indstillingWorkflow,
  isBeingWritten,
  readabilityOfIndstilling,
  sectionsInOrder,
  stepOf,
} from '../../domain/indstilling/index.js';
import type { IndstillingContent, StepKind } from '../../domain/indstilling/index.js';
import { actionsFrom } from '../../domain/workflow.js';
import type { BodyRow } from '../organisation/index.js';
import type { IndstillingRow, IndstillingStepRow, IndstillingVersionRow } from './indstilling.entity.js';

/** The steps an indstilling goes through: the body's own until it is submitted, then those it was submitted under. */
export function stepsOf(row: IndstillingRow, body: BodyRow): readonly StepKind[] {
  return isBeingWritten(row.state) ? body.settings.approvalSteps : (row.steps ?? body.settings.approvalSteps);
}

export function indstillingSummary(row: IndstillingRow, body: BodyRow): IndstillingSummary {
  const { id, bodyId, wantedMeetingId, template, title, minutes, caseNumber, unitId, month } = row;
  const { state, submission, version } = row;
  const steps = stepsOf(row, body);
  return {
    ...{ id, bodyId, wantedMeetingId, template, title, minutes, caseNumber, unitId, month },
    ...{ state, submission, version },
    bodyName: body.name,
    author: authorOf(row),
    step: stepOf(state),
    steps: [...steps],
    actions: [...actionsFrom(indstillingWorkflow(steps), state)],
  };
}

export function indstillingView(row: IndstillingRow, body: BodyRow): IndstillingView {
  const sections = sectionsInOrder(INDSTILLING_TEMPLATES[row.template], row.sections);
  return { ...indstillingSummary(row, body), sections };
}

function authorOf({ authorId, author }: IndstillingRow): IndstillingView['author'] {
  const { name, phone, email } = author;
  return { personId: authorId, name, phone, email };
}

/** What is submitted of an indstilling and kept as a version: its words, the facts printed with them, its bilag. */
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

/** A content as the check of its completeness reads it. */
export function checkedContent(content: SubmittedContent): IndstillingContent {
  return {
    template: INDSTILLING_TEMPLATES[content.template],
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
  const { number, submittedAt, contentHash } = row;
  return { number, submittedAt: submittedAt.toISOString(), contentHash };
}

export function versionView(row: IndstillingVersionRow): IndstillingVersionView {
  return { ...versionSummary(row), content: row.content };
}

export function takenStep(row: IndstillingStepRow): TakenStep {
  const { id, at, action, from, to, reason, submission } = row;
  return { id, at: at.toISOString(), action, from, to, reason, submission };
}
