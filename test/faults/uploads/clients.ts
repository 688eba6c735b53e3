import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Installation } from '../installation.js';

/** A file that somebody attaches until they are told that it is there. */
export interface Wanted {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** However often it is sent, it is one. */
  readonly key: string;
}

/** So many PDFs of 20 kB to 1.5 MB, each with other bytes. */
export function makeFiles(count: number): Wanted[] {
  return Array.from({ length: count }, (_, i) => {
    const size = 20_000 + Math.floor(Math.random() * 1_500_000);
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size), Buffer.from('\n%%EOF\n')]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { fileName: `fil ${i}.pdf`, bytes, sha256, key: randomUUID() };
  });
}

const PIECE = 64 * 1024;

/** Sends a file piece by piece; resolves to the status, or null where the connection was lost. `breakOff`: hangs up half-way. */
function send(
  { address, headers }: Installation,
  pointId: string,
  { fileName, bytes, key }: Wanted,
  { breakOff }: { readonly breakOff: boolean },
): Promise<number | null> {
  const path = `${address}/api/v1/agenda-points/${pointId}/attachments/file`;
  const url = `${path}?fileName=${encodeURIComponent(fileName)}`;
  const length = { 'content-length': String(bytes.length) };
  return new Promise((done) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, ...length, 'content-type': 'application/octet-stream', 'idempotency-key': key },
    });
    sending.on('error', () => done(null));
    sending.on('response', (answer) => {
      answer.on('error', () => done(null)).on('end', () => done(answer.statusCode ?? null));
      answer.resume();
    });
    const until = breakOff ? Math.floor(bytes.length / 2) : bytes.length;
    const write = (from: number): void => {
      if (sending.destroyed) return;
      if (from < until) {
        sending.write(bytes.subarray(from, Math.min(from + PIECE, until)));
        setTimeout(() => write(from + PIECE), 1);
      } else if (breakOff) sending.destroy();
      else sending.end();
    };
    write(0);
  });
}

/** Attaches a file however often it takes, and hangs up half-way before every third; gives how often it was sent. */
export async function attach(
  made: Installation,
  pointId: string,
  file: Wanted,
  nth: number,
): Promise<number> {
  if (nth % 3 === 0) await send(made, pointId, file, { breakOff: true });
  for (let times = 1; ; times += 1) {
    const status = await send(made, pointId, file, { breakOff: false });
    if (status === 201) return times;
    const mayComeAgain = status === null || status === 429 || status >= 500;
    if (!mayComeAgain) throw new Error(`${file.fileName}: ${status}`);
    await delay(50);
  }
}
