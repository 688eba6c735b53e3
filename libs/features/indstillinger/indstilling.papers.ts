import type { SubmittedContent } from '../../contracts/indstillinger.js';
import { fromPlainText } from '../../domain/text/index.js';

/** The number an author may have written before the title of a bilag. */
const NUMBER = /^bilag\s+\d+\s*[:.–-]\s*/i;

/**
 * What was submitted, for those who read no closed papers: of its bilag those that are open among the ones of today.
 * Where that leaves some out the text of the attachments section, which names them all, is the list of what is left.
 */
export function withoutClosedPapers(
  content: SubmittedContent,
  today: SubmittedContent['attachments'],
): SubmittedContent {
  const open = new Set(today.filter(({ visibility }) => visibility === 'open').map(({ id }) => id));
  const attachments = content.attachments.filter(({ id }) => open.has(id));
  if (attachments.length === content.attachments.length) return content;
  const lines = attachments.map(({ title }, index) => `Bilag ${index + 1}: ${title.replace(NUMBER, '')}`);
  const sections = { ...content.sections, attachments: fromPlainText(lines.join('\n')) };
  return { ...content, sections, attachments };
}
