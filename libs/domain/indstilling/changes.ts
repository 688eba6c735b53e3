import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isBlank } from '../text/index.js';
import type { RichText } from '../text/index.js';
import type { IndstillingTemplate, TemplateKey } from './sections.js';
import type { IndstillingState } from './workflow.js';

/** The words of an indstilling: its template, title and sections by key. */
export interface IndstillingText {
  readonly template: TemplateKey;
  readonly title: string;
  readonly sections: Readonly<Record<string, RichText>>;
}

/**
 * What an approval covers: a change of this goes back to the first step, a change of anything else (minutes, case
 * number, author, unit, month, wanted meeting) does not (PRODUCT.md, "A text changed after an approval"). A section
 * that is empty counts as one that is not there.
 */
export function approvedText({ template, title, sections }: IndstillingText): IndstillingText {
  return { template, title, sections: withoutEmpty(sections) };
}

/**
 * The sections after some of them were written anew: the others stay, those of another template too, so that no text
 * is lost when the template changes. Refusal: `section-unknown` for a key that neither the template nor the text has.
 */
export function writeSections(
  template: IndstillingTemplate,
  held: IndstillingText['sections'],
  written: IndstillingText['sections'],
): Outcome<IndstillingText['sections']> {
  const known = new Set([...template.sections.map(({ key }) => key), ...Object.keys(held)]);
  const unknown = Object.keys(written).find((key) => !known.has(key));
  if (unknown === undefined) return allowed(withoutEmpty({ ...held, ...written }));
  return refused('section-unknown', `The template "${template.name}" has no section "${unknown}".`, {
    at: `sections.${unknown}`,
  });
}

/** Every section of the template by key, in its order and empty where nothing is written, then what else is written. */
export function sectionsInOrder(
  template: IndstillingTemplate,
  sections: IndstillingText['sections'],
): Record<string, RichText> {
  const own = template.sections.map(({ key }): [string, RichText] => [key, sections[key] ?? []]);
  const others = Object.entries(sections).filter(([, text]) => !isBlank(text));
  return { ...Object.fromEntries(own), ...Object.fromEntries(others), ...Object.fromEntries(own) };
}

function withoutEmpty(sections: IndstillingText['sections']): Record<string, RichText> {
  return Object.fromEntries(Object.entries(sections).filter(([, text]) => text.length > 0));
}

/** Tells whether an indstilling is with its author, who writes it: before it is submitted, and after a return. */
export function isBeingWritten(state: IndstillingState): boolean {
  return state === 'draft' || state === 'returned';
}

/**
 * Whether an indstilling may be given to another body: its steps are those of the body it was submitted to, so only
 * while it is a draft or returned. Refusal: `indstilling-body-fixed`, lifted by who returns it.
 */
export function mayChangeBody(state: IndstillingState): Outcome<IndstillingState> {
  if (isBeingWritten(state)) return allowed(state);
  return refused(
    'indstilling-body-fixed',
    'A submitted indstilling stays with its body until it is returned.',
    { at: 'bodyId', liftedBy: 'secretariat' },
  );
}

/**
 * Whether a meeting can be the one an indstilling is wanted on. Refusals: `meeting-of-another-body`;
 * `wanted-meeting-cancelled`.
 */
export function mayWantMeeting(
  bodyId: string,
  meeting: { readonly bodyId: string; readonly isCancelled: boolean },
): Outcome<string> {
  if (meeting.bodyId !== bodyId)
    return refused('meeting-of-another-body', 'The wanted meeting is one of the body the text goes to.', {
      at: 'wantedMeetingId',
    });
  if (meeting.isCancelled)
    return refused('wanted-meeting-cancelled', 'A cancelled meeting takes no indstilling.', {
      at: 'wantedMeetingId',
    });
  return allowed(bodyId);
}
