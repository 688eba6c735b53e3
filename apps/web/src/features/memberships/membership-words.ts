import type { MembershipView } from '../../../../../libs/contracts/rights.js';
import { dateInList } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

/** What bodies and units are called. */
export interface ScopeNames {
  readonly body: (id: string) => string | null;
  readonly unit: (id: string) => string | null;
}

/** `Sekretariat, Social- og Jobudvalget` */
export function roleInWords({ role, bodyId, unitId }: MembershipView, names: ScopeNames): string {
  const scope = bodyId === null ? (unitId === null ? null : names.unit(unitId)) : names.body(bodyId);
  return scope === null ? da.roles[role] : `${da.roles[role]}, ${scope}`;
}

/** `fra 1. dec. til 31. dec., som stedfortræder`; empty when it is open at both ends and one's own. */
export function termInWords({ validFrom, validTo, substituteFor }: MembershipView, today: string): string {
  const text = da.admin.users;
  const term = [
    validFrom === null ? null : text.since(dateInList(validFrom, today)),
    validTo === null ? null : text.until(dateInList(validTo, today)),
  ].filter((part) => part !== null);
  return [term.join(' '), substituteFor === null ? '' : text.substitute]
    .filter((part) => part !== '')
    .join(', ');
}

/** Whether it is over: its last day lies before today. */
export function isOver({ validTo }: Pick<MembershipView, 'validTo'>, today: string): boolean {
  return validTo !== null && validTo < today;
}
