import { holdsAnywhere, isProduct, onlyFor } from '../../domain/rights/index.js';
import type { Actor, May } from '../../domain/rights/index.js';

/** Old packages are brought in, and what came of them is read, by the secretariats and the administrators. */
export function mayImport(actor: Actor): May {
  const allowed = isProduct(actor) || holdsAnywhere(actor, ['secretariat', 'administrator']);
  return onlyFor(allowed, 'a secretariat or an administrator');
}
