import type { IndstillingSummary } from '../../../../../libs/contracts/indstillinger.js';
import type { IndstillingListName } from './search.js';

const ENDED: readonly IndstillingSummary['state'][] = ['decided', 'rejected', 'withdrawn'];

/** Whether an indstilling is under way still. */
export const isUnderWay = ({ state }: Pick<IndstillingSummary, 'state'>): boolean => !ENDED.includes(state);

/** Whether an indstilling belongs in a list: one's own under way, those that wait for one's step, those ready, or all. */
export function isInList(
  list: IndstillingListName,
  indstilling: Pick<IndstillingSummary, 'state' | 'author' | 'abilities' | 'actions'>,
  personId: string,
): boolean {
  const { state, author, abilities, actions } = indstilling;
  if (list === 'mine') return author.personId === personId && isUnderWay(indstilling);
  if (list === 'with-me') return actions.includes('approve') && abilities.approve === true;
  if (list === 'ready') return state === 'approved';
  return true;
}
