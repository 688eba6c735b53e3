import type { SubmittedContent } from '../../../../../libs/contracts/indstillinger.js';
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

/** Two versions of an indstilling, part by part in the order of the newer; a section that one has not is empty there. */
export function comparedParts(before: Compared, after: Compared): readonly ComparedPart[] {
  const keys = new Set([...Object.keys(after.sections), ...Object.keys(before.sections)]);
  return [
    { heading: text.fields.title, changes: paragraphChanges([before.title], [after.title]) },
    ...[...keys].map((key) => ({
      heading: headingOf(after.template, key),
      changes: paragraphChanges(
        paragraphsOf(before.sections[key] ?? []),
        paragraphsOf(after.sections[key] ?? []),
      ),
    })),
    { heading: text.attachments, changes: paragraphChanges(titlesOf(before), titlesOf(after)) },
  ];
}

const titlesOf = ({ attachments }: Compared): string[] => attachments.map(({ title }) => title);

export const isChanged = ({ changes }: ComparedPart): boolean => changes.some(({ kind }) => kind !== 'same');
