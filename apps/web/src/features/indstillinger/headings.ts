import { headingOfSection } from '../../../../../libs/domain/indstilling/index.js';
import type { TemplateKey } from '../../../../../libs/domain/indstilling/index.js';
import { capitalised } from '../../lib/formats.js';

/** The heading of a section as the screens show it; printed it stands in capitals. Of a template that none knows: its key. */
export function headingOf(template: TemplateKey, key: string): string {
  const heading = headingOfSection(template, key) ?? key;
  return capitalised(heading.toLocaleLowerCase('da-DK'));
}
