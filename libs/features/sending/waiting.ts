import type { EntityManager } from 'typeorm';
import { ProblemError } from '../../platform/http/problem-error.js';
import { SendingRow } from './sending.entity.js';

/** Refuses with `sending-waits` while a sending of the meeting may still be taken back. */
export async function refuseWhileWaiting(tx: EntityManager, meetingId: string): Promise<void> {
  if (!(await tx.existsBy(SendingRow, { meetingId, state: 'waiting' }))) return;
  throw new ProblemError('sending-waits', 'The agenda is about to be sent; that can still be taken back.', {
    liftedBy: 'secretariat',
  });
}
