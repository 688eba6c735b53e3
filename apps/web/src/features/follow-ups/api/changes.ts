import type {
  ChangeFollowUp,
  FollowUpNoteView,
  FollowUpView,
} from '../../../../../../libs/contracts/follow-ups.js';
import { api } from '../../../lib/api/client.js';
import type { StepWithNote } from '../status-steps.js';

/** Takes one step after another; each is made to the version the one before it gave. */
export async function takeSteps(
  followUp: FollowUpView,
  steps: readonly StepWithNote[],
): Promise<FollowUpView> {
  let current = followUp;
  for (const step of steps) {
    current = await api.post<FollowUpView>(`follow-ups/${current.id}/steps`, {
      version: current.version,
      body: step,
    });
  }
  return current;
}

export function changeFollowUp(followUp: FollowUpView, change: ChangeFollowUp): Promise<FollowUpView> {
  return api.patch<FollowUpView>(`follow-ups/${followUp.id}`, { version: followUp.version, body: change });
}

export function writeNote(followUp: FollowUpView, text: string): Promise<FollowUpNoteView> {
  return api.post<FollowUpNoteView>(`follow-ups/${followUp.id}/notes`, { body: { text } });
}
