import type { IndstillingSummary } from '../../../../../libs/contracts/indstillinger.js';
import { isBeingWritten } from '../../../../../libs/domain/indstilling/index.js';
import { indstilling as text } from '../../texts/indstilling.js';

const { holder } = text.list;

/**
 * With whom an indstilling is, in words: its author while it is written, then whoever judges or places it; null when it is with
 * nobody. `unitName` gives the name of a unit by its id, null while that is not known.
 */
export function whoHasIt(
  { state, step, author, unitId }: Pick<IndstillingSummary, 'state' | 'step' | 'author' | 'unitId'>,
  unitName: (id: string | null) => string | null,
): string | null {
  if (isBeingWritten(state)) return author.name ?? holder.author;
  if (state === 'approved') return holder.secretariat;
  if (step === null) return null;
  if (step !== 'leader') return holder[step];
  // Where no unit is named the secretariat stands in for its leader.
  return unitId === null ? holder.secretariat : holder.leader(unitName(unitId));
}
