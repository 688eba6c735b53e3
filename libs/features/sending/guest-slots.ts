import type { GuestSlot, Recipient } from '../../domain/sending/index.js';
import { isStandIn, pointViewIn, visibleAgenda } from '../agenda-points/index.js';
import type { ReleasedAgenda, Sight } from '../agenda-points/index.js';

const OPEN: Sight = { audience: 'open', disqualifiedFrom: [] };

/** When each of these takes part who is sent an agenda as the guest of one point of it, and of no more. */
export function slotsOf(
  agenda: ReleasedAgenda,
  recipients: readonly Recipient[],
): ReadonlyMap<string, GuestSlot> {
  return new Map(
    recipients.flatMap((recipient) => {
      const slot = isGuestOfOne(recipient) ? slotAt(agenda, recipient.guestOf[0] ?? '') : null;
      return slot === null ? [] : [[recipient.personId, slot]];
    }),
  );
}

/** Whoever has another reason to be sent it takes part in the meeting. */
export const isGuestOfOne = ({ group, guestOf }: Recipient): boolean =>
  group === 'guest' && guestOf.length === 1;

/**
 * The times of a point as its guest reads them: of an open one those that all who read open things have, of a closed one its
 * true ones. Null where it has none, or is not on the agenda any more.
 */
function slotAt(agenda: ReleasedAgenda, pointId: string): GuestSlot | null {
  const open = visibleAgenda(agenda, OPEN).state;
  const isOpen = open.points.some((point) => point.id === pointId && !isStandIn(point));
  const state = isOpen ? open : agenda;
  if (!state.points.some(({ id, withdrawn }) => id === pointId && !withdrawn)) return null;
  const { from, to } = pointViewIn(state, pointId);
  return from === null ? null : { start: from, end: to === from ? null : to };
}
