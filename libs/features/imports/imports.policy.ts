import { holdsAnywhere, insightInto, isOneself, isProduct, onlyFor } from '../../domain/rights/index.js';
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

/** What the rules of rights ask of a part of an import. */
export interface PartFacts {
  /** The body of what came of it, or that its name stands for; null: there is none. */
  readonly bodyId: string | null;
  /** Nothing came of it yet: it waits for its date, or for its body. */
  readonly isWaiting: boolean;
  /** The points it went into. */
  readonly pointIds: readonly string[];
}

/**
 * Whether somebody reads the words that warnings and unread lines repeat from a package, which may be of closed points: they
 * see the drafts of every body it went into, and are disqualified on none of its points. Having imported it gives nothing
 * where that is over; a part that waits is in no body yet, and is its importer's too, whether there is a body of its name or not.
 */
export function mayReadWords(actor: Actor, importedBy: string | null, parts: readonly PartFacts[]): boolean {
  const seesDrafts = (bodyId: string | null): boolean =>
    bodyId !== null && insightInto(actor, { id: bodyId, visibility: 'closed' }) === 'drafts';
  return (
    isProduct(actor) ||
    parts.every(
      ({ bodyId, isWaiting, pointIds }) =>
        (seesDrafts(bodyId) || (isWaiting && isOneself(actor, importedBy))) &&
        !pointIds.some((id) => actor.disqualifiedFrom.includes(id)),
    )
  );
}
