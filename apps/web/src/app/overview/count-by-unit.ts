import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import type { Names } from '../../features/follow-ups/groups.js';
import { compareDanish } from '../../lib/formats.js';

/** How many of these follow-ups each unit has, the most first; those of no unit are counted under null. */
export function countByUnit(
  followUps: readonly Pick<FollowUpView, 'unitId'>[],
  names: Pick<Names, 'unitCode'>,
) {
  const counts = new Map<string | null, number>();
  for (const { unitId } of followUps) {
    const unit = names.unitCode(unitId);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts]
    .map(([unit, count]) => ({ unit, count }))
    .sort((one, other) => other.count - one.count || compareDanish(one.unit ?? '', other.unit ?? ''));
}
