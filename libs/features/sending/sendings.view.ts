import type { SendingRecipientView, SendingView } from '../../contracts/sendings.js';
import type { SendingRecipientRow, SendingRow } from './sending.entity.js';

/** A sending with its recipients, as the secretariat reads it at a moment. */
export function sendingView(
  row: SendingRow,
  recipients: readonly SendingRecipientRow[],
  now: Date,
): SendingView {
  const { id, meetingId, kind, state, reason, message, requestedAt, dueAt, releasedAt } = row;
  const waits = state === 'waiting';
  return {
    ...{ id, meetingId, kind, state, reason, message },
    requestedAt: requestedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    dueInMs: waits ? Math.max(0, dueAt.getTime() - now.getTime()) : 0,
    releasedAt: releasedAt?.toISOString() ?? null,
    stoppedBecause: row.stoppedBecause,
    recipients: recipients.filter(({ sendingId }) => sendingId === id).map(recipientView),
    abilities: { regret: waits || OVER },
  };
}

const OVER = {
  code: 'sending-over',
  rule: 'A sending is taken back only while it waits to be released.',
};

function recipientView(row: SendingRecipientRow): SendingRecipientView {
  const { id, personId, name, address, group, seesClosed, method, state, cause, attempts } = row;
  return {
    ...{ id, personId, name, address, group, seesClosed, method, state, cause, attempts },
    nextTryAt: state === 'queued' ? (row.nextTryAt?.toISOString() ?? null) : null,
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
