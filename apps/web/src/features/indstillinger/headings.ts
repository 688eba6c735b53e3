import type { TemplateKey } from '../../../../../libs/domain/indstilling/index.js';
import { capitalised } from '../../lib/formats.js';
import { sectionOf } from './sections.js';

/** The heading of a section as the screens show it; printed it stands in capitals. Of another template: its key. */
export function headingOf(template: TemplateKey, key: string): string {
  const heading = sectionOf(template, key)?.heading ?? key;
  return capitalised(heading.toLocaleLowerCase('da-DK'));
}
