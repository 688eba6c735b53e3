import type { Actor } from '../../domain/rights/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import { keeperOf } from './reading.policy.js';

/** Whose own things are written; throws `not-found` for those who keep none (`keeperOf`). */
export function loadKeeper(actor: Actor): string {
  const personId = keeperOf(actor);
  if (personId === null) throw notFound('person', 'signed in');
  return personId;
}
