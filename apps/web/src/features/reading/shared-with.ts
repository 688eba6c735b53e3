import type { CommentView } from '../../../../../libs/contracts/reading.js';
import { listed } from '../../lib/formats.js';
import { reading } from '../../texts/reading.js';

const text = reading.comments;

/** With whom a comment is shared, in words. */
export function sharedWith({ with: shared }: Pick<CommentView, 'with'>): string {
  return shared.kind === 'circle'
    ? text.withCircle
    : text.withPeople(listed(shared.people.map(({ name }) => name)));
}
