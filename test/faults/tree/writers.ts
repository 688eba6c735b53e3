import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** One POST that a writer wanted; it has an id once the api has acknowledged it. */
export interface Write {
  readonly kind: 'meeting' | 'agenda-point';
  /** Stands in the row, and in no other: a doubled write shows. */
  readonly label: string;
  readonly path: string;
  readonly fields: object;
  id: string | null;
  tries: number;
}

const created = z.object({ id: z.uuid() });
const PAUSE_MS = 50;

/** Clients that write one thing after the other and repeat each with the same Idempotency-Key until it is acknowledged. */
export class Writers {
  readonly writes: Write[] = [];
  /** When the newest acknowledged request had been sent, by `performance.now()`. */
  private lastGoodSentAt = 0;
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();
  /** Answers that a repetition cannot mend; none are expected. */
  readonly refusals: string[] = [];

  constructor(
    private readonly address: string,
    private readonly bodyId: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  start(count: number): void {
    this.running = Promise.all(Array.from({ length: count }, () => this.work()));
  }

  /** Lets each writer finish the write it is at. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  get acknowledged(): number {
    return this.writes.filter((write) => write.id !== null).length;
  }

  /** Resolves when a request that was sent after a moment has been acknowledged; throws after `patienceMs`. */
  async answersAgainAfter(moment: number, patienceMs: number): Promise<number> {
    while (this.lastGoodSentAt <= moment) {
      if (performance.now() - moment > patienceMs) throw new Error('It does not answer again.');
      await delay(5);
    }
    return performance.now() - moment;
  }

  private async work(): Promise<void> {
    let meetingId: string | null = null;
    for (let turn = 0; !this.stopped; turn += 1) {
      const write: Write =
        meetingId === null || turn % 5 === 0 ? this.meetingToMake() : this.pointToMake(meetingId);
      this.writes.push(write);
      await this.untilAcknowledged(write);
      if (write.kind === 'meeting') meetingId = write.id;
    }
  }

  private meetingToMake(): Write {
    const label = randomUUID();
    const fields = { bodyId: this.bodyId, date: '2026-03-10', start: '09:00', place: label };
    return { kind: 'meeting', label, path: 'meetings', fields, id: null, tries: 0 };
  }

  private pointToMake(meetingId: string): Write {
    const label = randomUUID();
    const path = `meetings/${meetingId}/agenda-points`;
    return { kind: 'agenda-point', label, path, fields: { title: label, minutes: 5 }, id: null, tries: 0 };
  }

  private async untilAcknowledged(write: Write): Promise<void> {
    while (write.id === null) {
      const sentAt = performance.now();
      write.tries += 1;
      write.id = await this.tryOnce(write).catch(() => null);
      if (write.id === null) await delay(PAUSE_MS);
      else this.lastGoodSentAt = Math.max(this.lastGoodSentAt, sentAt);
    }
  }

  private async tryOnce({ path, fields, label }: Write): Promise<string | null> {
    const answer = await fetch(`${this.address}/api/v1/${path}`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json', 'idempotency-key': label },
      body: JSON.stringify(fields),
      signal: AbortSignal.timeout(10_000),
    });
    const said: unknown = await answer.json();
    if (answer.ok) return created.parse(said).id;
    if (answer.status < 500) this.refusals.push(`${answer.status} ${JSON.stringify(said)}`);
    return null;
  }
}
