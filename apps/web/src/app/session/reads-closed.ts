import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { SessionView } from '../../../../../libs/contracts/rights.js';

const CLOSED_READERS: readonly SessionView['roles'][number]['role'][] = [
  ...(['secretariat', 'raadmand', 'chair', 'member'] as const),
];

/** Whether to offer the closed parts of a meeting; what somebody may read of them is the api's to say. */
export function readsClosed({ roles }: SessionView, { bodyId }: MeetingView): boolean {
  return roles.some(
    (each) => each.role === 'director' || (each.bodyId === bodyId && CLOSED_READERS.includes(each.role)),
  );
}
