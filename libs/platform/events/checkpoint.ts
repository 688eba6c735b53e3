import { z } from 'zod';
import type { AuditKey } from './audit-key.js';

/** How many events there were, and the hash of the last one's seal. */
const head = z.strictObject({ count: z.int().min(0), head: z.string() });

const fields = {
  /** Checkpoints count from 1. */
  number: z.int().min(1),
  /** Where the one before ended; 0 and the hash before all when the list begins anew. */
  since: head,
  count: z.int().min(1),
  head: z.string(),
  /** When it was made (ISO, UTC). */
  at: z.string(),
  /** The events sealed since: transaction, number, id and the hash of the seal. */
  events: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
  /** The signature of the checkpoint before; empty for the first. */
  previous: z.string(),
  /** The fingerprint of the key that signs. */
  key: z.string(),
};
const checkpoint = z.strictObject({ ...fields, signature: z.string() });

/** One line of the list of checkpoints: what the audit trail held at a moment, signed. */
export type Checkpoint = z.infer<typeof checkpoint>;
export type Head = z.infer<typeof head>;
export type UnsignedCheckpoint = Omit<Checkpoint, 'signature' | 'key'>;

/** The bytes, as text, that the signature is of. */
function signedText({
  number,
  since,
  count,
  head,
  at,
  events,
  previous,
  key,
}: Omit<Checkpoint, 'signature'>) {
  const from = { count: since.count, head: since.head };
  return JSON.stringify({ number, since: from, count, head, at, events, previous, key });
}

/** Signs a checkpoint. */
export function signCheckpoint(unsigned: UnsignedCheckpoint, key: AuditKey): Checkpoint {
  const whole = { ...unsigned, key: key.fingerprint };
  return { ...whole, signature: key.sign(signedText(whole)) };
}

/** Whether a checkpoint carries a signature of this key. */
export function isSignedBy(checkpoint: Checkpoint, key: AuditKey): boolean {
  return checkpoint.key === key.fingerprint && key.isSigned(signedText(checkpoint), checkpoint.signature);
}

/** A checkpoint as its line in the file says it; null when the line is not one. */
export function parseCheckpoint(line: string): Checkpoint | null {
  try {
    return checkpoint.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
