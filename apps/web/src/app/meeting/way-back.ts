import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { takeMeetingStep } from '../../features/meetings/api/meetings.js';
import { meetingDetails } from '../../texts/meeting-details.js';

/** Whether a meeting that is cancelled now can be brought back to exactly what it was: a sent one comes back as a draft. */
export const comesBackAsItWas = ({ state }: MeetingView): boolean =>
  state === 'planned' || state === 'drafting';

/** Brings a meeting that was cancelled back to what it was. */
export async function takeUpAgain(before: MeetingView, now: MeetingView): Promise<void> {
  const reason = meetingDetails.again.undone;
  const draft = await takeMeetingStep(now, { action: 'step-back', reason });
  if (before.state === 'planned') await takeMeetingStep(draft, { action: 'step-back', reason });
}
