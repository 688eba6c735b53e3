import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { capitalised } from '../../lib/formats.js';

/** The heading of a section as the screens show it; printed it stands in capitals. Of a section that none knows: its key. */
export function headingOf({ headings }: Pick<IndstillingView, 'headings'>, key: string): string {
  return capitalised((headings[key] ?? key).toLocaleLowerCase('da-DK'));
}
