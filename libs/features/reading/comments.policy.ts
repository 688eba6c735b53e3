import { holds, onlyFor } from '../../domain/rights/index.js';
import type { Actor, May, Role } from '../../domain/rights/index.js';
import { keeperOf } from './reading.policy.js';

/** Those who meet: what is shared with the circle of a body is shared with them. */
const CIRCLE: readonly Role[] = ['secretariat', 'raadmand', 'chair', 'member'];

/** Whether somebody is of the circle of a body. */
export function isOfCircle(actor: Actor, bodyId: string): boolean {
  return holds(actor, CIRCLE, bodyId);
}

/** A comment is changed, and removed, by the person who wrote it, as themself. */
export function mayChangeComment(actor: Actor, comment: { readonly authorId: string }): May {
  return onlyFor(keeperOf(actor) === comment.authorId, 'who wrote it');
}
