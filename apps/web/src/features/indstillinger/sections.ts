import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { INDSTILLING_TEMPLATES } from '../../../../../libs/domain/indstilling/index.js';
import type { TemplateKey } from '../../../../../libs/domain/indstilling/index.js';

/** What a section is in its template; undefined for one of another template, which keeps its text. */
export function sectionOf(template: TemplateKey, key: string) {
  return INDSTILLING_TEMPLATES[template].sections.find((section) => section.key === key);
}

/**
 * The sections that one writes in, in the order of the template: those that the indstilling has, and those it had when its
 * page was opened. One that its body does without goes when it is empty, but not from under who is writing in it.
 */
export function sectionsToWrite(
  { template, sections }: Pick<IndstillingView, 'template' | 'sections'>,
  opened: readonly string[],
): readonly string[] {
  const keys = INDSTILLING_TEMPLATES[template].sections.map(({ key }) => key);
  return keys.filter((key) => key in sections || opened.includes(key));
}

/** The sections with a text that the template does not have. */
export function sectionsFromElsewhere({
  template,
  sections,
}: Pick<IndstillingView, 'template' | 'sections'>): readonly string[] {
  return Object.keys(sections).filter((key) => sectionOf(template, key) === undefined);
}
