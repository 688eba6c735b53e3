import { isOneself } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';

/** A saved view is there for the person whose it is, and for nobody else. */
export function maySeeView(actor: Actor, view: { readonly personId: string }): boolean {
  return isOneself(actor, view.personId);
}
