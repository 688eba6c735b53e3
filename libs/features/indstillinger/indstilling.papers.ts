import type { SubmittedContent } from '../../contracts/indstilling-trail.js';
import { INDSTILLING_TEMPLATES } from '../../domain/indstilling/index.js';
import { fromPlainText } from '../../domain/text/index.js';

/** The number an author may have written before the title of a bilag. */
const NUMBER = /^bilag\s+\d+\s*[:.–-]\s*/i;

/** A deliberate none (PRODUCT.md, "Indstilling"). */
const NONE = '-';

/** How open a bilag is today; of one that was removed, how open it was then. */
export type PaperToday = Pick<SubmittedContent['attachments'][number], 'id' | 'visibility'>;

/**
 * What was submitted, for those who read no closed papers: of its bilag those that were open then and are open today, or
 * were when they were removed. The text of the attachments section names them all, so it is always the list of what is left,
 * whether something is left out or not: otherwise the form of the text would tell.
 */
export function withoutClosedPapers(
  content: SubmittedContent,
  today: readonly PaperToday[],
): SubmittedContent {
  const open = new Set(today.filter(({ visibility }) => visibility === 'open').map(({ id }) => id));
  const attachments = content.attachments.filter(
    ({ id, visibility }) => visibility === 'open' && open.has(id),
  );
  const template = INDSTILLING_TEMPLATES[content.template];
  if (!template.sections.some(({ key }) => key === 'attachments')) return { ...content, attachments };
  const lines = attachments.map(({ title }, index) => `Bilag ${index + 1}: ${title.replace(NUMBER, '')}`);
  const text = lines.length === 0 ? NONE : lines.join('\n');
  return { ...content, sections: { ...content.sections, attachments: fromPlainText(text) }, attachments };
}
