import { strictest } from '../agenda/index.js';
import type { Visibility } from '../agenda/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** What the order of attachments depends on. */
export interface OrderedAttachment {
  readonly id: string;
  readonly visibility: Visibility;
}

/**
 * The attachments of a point as printed: in the order given, but the closed ones of an open point after the open ones,
 * so that those who see only the open miss no number (PRODUCT.md, *Closed points*). Their numbers are their places.
 */
export function openFirst<T extends OrderedAttachment>(
  attachments: readonly T[],
  point: Visibility,
): readonly T[] {
  const isClosed = (attachment: T): boolean => strictest(point, attachment.visibility) === 'closed';
  return [
    ...attachments.filter((attachment) => !isClosed(attachment)),
    ...attachments.filter((attachment) => isClosed(attachment)),
  ];
}

/**
 * The attachments of a point in their printed order, with one moved to a place in it (0 is first). Refusals:
 * `attachment-unknown`, `attachment-place` (outside the list), `closed-before-open` (in an open point the closed ones
 * come last).
 */
export function moveAttachment<T extends OrderedAttachment>(
  attachments: readonly T[],
  point: Visibility,
  id: string,
  place: number,
): Outcome<readonly T[]> {
  const printed = openFirst(attachments, point);
  const moved = printed.find((attachment) => attachment.id === id);
  if (moved === undefined)
    return refused('attachment-unknown', 'What is moved is an attachment of the point.', { at: 'id' });
  if (!Number.isInteger(place) || place < 0 || place >= printed.length)
    return refused('attachment-place', 'An attachment is moved to a place in the list.', { at: 'position' });
  const others = printed.filter((attachment) => attachment.id !== id);
  const order = [...others.slice(0, place), moved, ...others.slice(place)];
  if (openFirst(order, point).some((attachment, index) => attachment !== order[index]))
    return refused(
      'closed-before-open',
      'In an open point the closed attachments come after the open ones.',
      {
        at: 'position',
      },
    );
  return allowed(order);
}
