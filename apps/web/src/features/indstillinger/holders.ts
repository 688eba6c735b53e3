import type { IndstillingSummary } from '../../../../../libs/contracts/indstillinger.js';
import { da } from '../../texts/da.js';

/** How many are named before the rest are counted. */
const NAMED = 3;

/** Who has an indstilling: `Ida Dalumgård, Hans Her (for Ane Afsted)`; null for nobody. */
export function holdersInWords({ holders }: Pick<IndstillingSummary, 'holders'>): string | null {
  const names = holders.map(({ name, insteadOf }) =>
    insteadOf === null ? name : `${name} (${da.indstillinger.insteadOf(insteadOf)})`,
  );
  const rest = names.length - NAMED;
  if (names.length === 0) return null;
  return [...names.slice(0, NAMED), ...(rest > 0 ? [da.indstillinger.others(rest)] : [])].join(', ');
}
