import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import type { SubmittedContent } from '../../../../../libs/contracts/indstilling-trail.js';
import { INDSTILLING_TEMPLATES } from '../../../../../libs/domain/indstilling/index.js';
import { paragraphChanges, paragraphsOf } from '../../../../../libs/domain/text/index.js';
import type { ParagraphChange } from '../../../../../libs/domain/text/index.js';
import { headingOf } from './headings.js';
import { indstilling as text } from '../../texts/indstilling.js';

/** A part of an indstilling in two versions: its title, a section, or its bilag. */
export interface ComparedPart {
  readonly heading: string;
  readonly changes: readonly ParagraphChange[];
}

type Compared = Pick<SubmittedContent, 'template' | 'title' | 'sections' | 'attachments'>;

/**
 * Two versions of an indstilling, part by part in the order of the newer's template and under the headings it has now; a
 * section that one has not is empty there.
 */
export function comparedParts(
  before: Compared,
  after: Compared,
  called: Pick<IndstillingView, 'headings'>,
): readonly ComparedPart[] {
  const either = new Set([...Object.keys(after.sections), ...Object.keys(before.sections)]);
  // The database keeps sections by key; they are read in the order of their template.
  const order = INDSTILLING_TEMPLATES[after.template].sections.map(({ key }) => key);
  const keys = [
    ...order.filter((key) => either.has(key)),
    ...[...either].filter((key) => !order.includes(key)),
  ];
  return [
    { heading: text.fields.title, changes: paragraphChanges([before.title], [after.title]) },
    ...keys.map((key) => ({
      heading: headingOf(called, key),
      changes: paragraphChanges(
        paragraphsOf(before.sections[key] ?? []),
        paragraphsOf(after.sections[key] ?? []),
      ),
    })),
    { heading: text.attachments, changes: attachmentChanges(before.attachments, after.attachments) },
  ];
}

type Attachments = Compared['attachments'];

/**
 * The bilag of two versions: which came, which went, which are called something else, and which have another file now. A
 * version that was sent before bilag had files says nothing of them.
 */
export function attachmentChanges(before: Attachments, after: Attachments): readonly ParagraphChange[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const fresh = new Set(after.map(({ id }) => id));
  const stayed = after.map(({ id, title, fileVersionId }): ParagraphChange => {
    const was = old.get(id);
    if (was === undefined) return { kind: 'added', text: title };
    const isSame =
      fileVersionId === was.fileVersionId || [fileVersionId, was.fileVersionId].includes(undefined);
    if (!isSame) return { kind: 'changed', before: was.title, after: text.compare.newFile(title) };
    return title === was.title
      ? { kind: 'same', text: title }
      : { kind: 'changed', before: was.title, after: title };
  });
  const gone = before.filter(({ id }) => !fresh.has(id));
  return [...stayed, ...gone.map(({ title }): ParagraphChange => ({ kind: 'removed', text: title }))];
}

export const isChanged = ({ changes }: ComparedPart): boolean => changes.some(({ kind }) => kind !== 'same');

/** How many paragraphs changed in all parts. */
export const changesIn = (parts: readonly ComparedPart[]): number =>
  parts.flatMap(({ changes }) => changes).filter(({ kind }) => kind !== 'same').length;
