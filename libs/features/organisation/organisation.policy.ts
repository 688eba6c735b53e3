import {
  atLeast,
  holds,
  holdsAnywhere,
  insightInto,
  isOneself,
  isProduct,
  no,
  onlyFor,
} from '../../domain/rights/index.js';
import type { Actor, BodyFacts, May, Role } from '../../domain/rights/index.js';

/** Those who work with the department: everybody but readers and guests from outside. */
const INSIDE: readonly Role[] = [
  'administrator',
  'secretariat',
  'raadmand',
  'chair',
  'director',
  'leader',
  'staff',
  'member',
];

/** Units, people, new bodies and the closing days are the administrators'. */
export function mayAdminister(actor: Actor): May {
  return onlyFor(isProduct(actor) || holds(actor, ['administrator']), 'an administrator');
}

/** The settings and standing points of a body are its secretariat's too. */
export function mayChangeBody(actor: Actor, body: BodyFacts): May {
  const allowed =
    isProduct(actor) || holds(actor, ['administrator']) || holds(actor, ['secretariat'], body.id);
  return onlyFor(allowed, 'the secretariat of the body or an administrator');
}

/**
 * Opening a closed body opens the points in it: not for whoever is disqualified on one of them (`disqualifiedIn`), who would
 * read what is kept from them.
 */
export function mayOpenBody(actor: Actor, disqualifiedIn: readonly string[]): May {
  if (isProduct(actor) || disqualifiedIn.length === 0) return true;
  return no('Nobody opens what they are disqualified on.', 'somebody else in the secretariat of the body');
}

/** A body is there for those who see into it, and for the administrators who keep it. */
export function maySeeBody(actor: Actor, body: BodyFacts): boolean {
  return holds(actor, ['administrator']) || insightInto(actor, body) !== 'none';
}

/** Closed standing points are there for those who read closed points. */
export function maySeeClosedStandingPoints(actor: Actor, body: BodyFacts): boolean {
  return mayChangeBody(actor, body) === true || atLeast(insightInto(actor, body), 'closed');
}

/** The list of people, with phones and mails, is for those who work here; everybody sees themself. */
export function maySeePerson(actor: Actor, personId: string | null): boolean {
  return isProduct(actor) || holdsAnywhere(actor, INSIDE) || isOneself(actor, personId);
}
