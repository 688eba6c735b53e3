import type { SessionView } from '../../../../../libs/contracts/rights.js';

/** The parts an overview is made of, in the order they stand. */
export type Section =
  | { readonly kind: 'next-meeting' }
  | { readonly kind: 'waits'; readonly state: 'with-leader' | 'with-director' | 'with-raadmand' }
  | { readonly kind: 'next-meetings' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'unit-follow-ups'; readonly unitId: string; readonly unitCode: string }
  | { readonly kind: 'unit-indstillinger'; readonly unitId: string };

/**
 * The overview of somebody with these roles: the secretariat plans, those who decide read the next meeting and what
 * waits for them, units see what they owe. Two roles see both, nothing twice.
 */
export function sectionsFor(roles: SessionView['roles']): readonly Section[] {
  const holds = (...wanted: readonly string[]): boolean => roles.some(({ role }) => wanted.includes(role));
  const plans = holds('secretariat', 'administrator');
  const sections: Section[] = [];
  if (!plans) sections.push({ kind: 'next-meeting' });
  if (holds('raadmand')) sections.push({ kind: 'waits', state: 'with-raadmand' });
  if (holds('director')) sections.push({ kind: 'waits', state: 'with-director' });
  // Those who work in a unit may be asked for its opinion.
  if (holds('leader', 'staff')) sections.push({ kind: 'waits', state: 'with-leader' });
  if (plans) sections.push({ kind: 'next-meetings' });
  if (holds('secretariat')) sections.push({ kind: 'ready' }, { kind: 'unanswered' });
  return [...sections, ...unitsOf(roles).flatMap(ofUnit)];
}

interface Unit {
  readonly unitId: string;
  readonly unitCode: string;
}

function unitsOf(roles: SessionView['roles']): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const { unitId, unitCode } of roles) {
    if (unitId !== null && unitCode !== null) units.set(unitId, { unitId, unitCode });
  }
  return [...units.values()];
}

function ofUnit({ unitId, unitCode }: Unit): readonly Section[] {
  return [
    { kind: 'unit-follow-ups', unitId, unitCode },
    { kind: 'unit-indstillinger', unitId },
  ];
}
