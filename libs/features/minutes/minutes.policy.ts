import type { MinutesAction } from '../../domain/minutes/index.js';
import { holds, isProduct, onlyFor } from '../../domain/rights/index.js';
import type { Actor, May } from '../../domain/rights/index.js';
import { mayRunMeetings } from '../meetings/index.js';

/** Minutes are the secretariat's to write, to correct and to close the meeting on. */
export function mayWriteMinutes(actor: Actor, bodyId: string): May {
  return mayRunMeetings(actor, bodyId);
}

/** Those the minutes are laid out to, the rådmand and the chair, approve them or give them back. */
export function mayTakeMinutesStep(actor: Actor, bodyId: string, action: MinutesAction): May {
  if (action !== 'approve' && action !== 'return') return mayWriteMinutes(actor, bodyId);
  const allowed = isProduct(actor) || holds(actor, ['secretariat', 'raadmand', 'chair'], bodyId);
  return onlyFor(allowed, 'the rådmand, the chair or the secretariat of the body');
}
