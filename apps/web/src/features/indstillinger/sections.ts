import { INDSTILLING_TEMPLATES } from '../../../../../libs/domain/indstilling/index.js';
import type { TemplateKey } from '../../../../../libs/domain/indstilling/index.js';

/** What a section is in its template; undefined for one of another template, which keeps its text. */
export function sectionOf(template: TemplateKey, key: string) {
  return INDSTILLING_TEMPLATES[template].sections.find((section) => section.key === key);
}
