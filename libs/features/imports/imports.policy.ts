import { holdsAnywhere, isProduct, onlyFor } from '../../domain/rights/index.js';
import type { Actor, May } from '../../domain/rights/index.js';
import { mayRunMeetings } from '../meetings/index.js';

/** Old packages are brought in, and what came of them is read, by the secretariats and the administrators. */
export function mayImport(actor: Actor): May {
  const allowed = isProduct(actor) || holdsAnywhere(actor, ['secretariat', 'administrator']);
  return onlyFor(allowed, 'a secretariat or an administrator');
}

/** The imports of all are the administrators'. */
export function importsEverywhere(actor: Actor): boolean {
  return isProduct(actor) || holdsAnywhere(actor, ['administrator']);
}

/** A part goes into a body whose meetings one runs; null stands for a body that is not there yet. */
export function mayImportInto(actor: Actor, bodyId: string | null): boolean {
  return importsEverywhere(actor) || (bodyId !== null && mayRunMeetings(actor, bodyId) === true);
}
