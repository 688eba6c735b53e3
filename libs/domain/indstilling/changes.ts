import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isBlank } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { INDSTILLING_TEMPLATES, TEMPLATE_KEYS } from './sections.js';
import type { IndstillingTemplate, TemplateKey } from './sections.js';
import type { IndstillingState } from './workflow.js';

/** The sections of all templates, in the order of those that have them. */
const ALL_KEYS = TEMPLATE_KEYS.flatMap((each) => INDSTILLING_TEMPLATES[each].sections.map(({ key }) => key));

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

/** The sections that a text is begun with. Refusal: `section-unknown` for a key that its template does not have. */
export function beginSections(
  template: IndstillingTemplate,
  written: IndstillingText['sections'],
): Outcome<IndstillingText['sections']> {
  const known = template.sections.map(({ key }) => key);
  return withKnown(new Set(known), written, `The template "${template.name}" has no section`);
}

/**
 * The sections after some of them were written anew: the others stay, those of another template too, so that no text is
 * lost when the template changes. One of another template that was taken out can be written again: that is how it is taken
 * back. Refusal: `section-unknown` for a key that neither a template nor the text has.
 */
export function writeSections(
  held: IndstillingText['sections'],
  written: IndstillingText['sections'],
): Outcome<IndstillingText['sections']> {
  const known = withKnown(new Set([...ALL_KEYS, ...Object.keys(held)]), written, 'No template has a section');
  return known.ok ? allowed(withoutEmpty({ ...held, ...written })) : known;
}

function withKnown(
  known: ReadonlySet<string>,
  written: IndstillingText['sections'],
  rule: string,
): Outcome<IndstillingText['sections']> {
  const unknown = Object.keys(written).find((key) => !known.has(key));
  if (unknown === undefined) return allowed(withoutEmpty(written));
  return refused('section-unknown', `${rule} "${unknown}".`, { at: `sections.${unknown}` });
}

/** Every section of the template by key, in its order and empty where nothing is written, then what else is written, in the order of its templates. */
export function sectionsInOrder(
  template: IndstillingTemplate,
  sections: IndstillingText['sections'],
): Record<string, RichText> {
  const own = template.sections.map(({ key }): [string, RichText] => [key, sections[key] ?? []]);
  const known = new Set(own.map(([key]) => key));
  const others = [...new Set([...ALL_KEYS, ...Object.keys(sections)])].flatMap(
    (key): [string, RichText][] => {
      const text = sections[key];
      return text === undefined || known.has(key) || isBlank(text) ? [] : [[key, text]];
    },
  );
  return Object.fromEntries([...own, ...others]);
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

/** Whether a text may be begun on a template: on those that its body offers. Refusal: `template-not-offered`. */
export function mayBeginOn(offered: readonly TemplateKey[], template: TemplateKey): Outcome<TemplateKey> {
  if (offered.includes(template)) return allowed(template);
  return refused('template-not-offered', `The body offers no texts on the template "${template}".`, {
    at: 'template',
    liftedBy: 'secretariat',
  });
}

/**
 * Whether an indstilling may be given another template: what is approved is a text in its sections, so only while it is a
 * draft or returned, and only one that its body offers. The one it has stays, whatever the body offers by now. Refusals:
 * `indstilling-template-fixed`, lifted by who returns it; `template-not-offered`.
 */
export function mayChangeTemplate(
  { state, template }: { readonly state: IndstillingState; readonly template: TemplateKey },
  offered: readonly TemplateKey[],
  wanted: TemplateKey,
): Outcome<TemplateKey> {
  if (wanted === template) return allowed(wanted);
  if (isBeingWritten(state)) return mayBeginOn(offered, wanted);
  return refused(
    'indstilling-template-fixed',
    'A submitted indstilling stays on its template until it is returned.',
    { at: 'template', liftedBy: 'secretariat' },
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
