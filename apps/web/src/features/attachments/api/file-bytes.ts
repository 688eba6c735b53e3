import { refusalIn } from '../../../lib/api/client.js';
import { noAnswer } from '../../../lib/api/problem.js';
import { fileAddress } from './attachments.js';

/** Fetches the file of a bilag whole; tells how many of its bytes have come. */
export async function fetchBytes(
  id: string,
  size: number,
  onProgress: (come: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const cutOff = (error: unknown): never => {
    throw signal.aborted ? error : noAnswer();
  };
  const response = await fetch(fileAddress(id), { credentials: 'same-origin', signal }).catch(cutOff);
  if (!response.ok) throw refusalIn(response.status, await response.json().catch(() => null));
  if (response.body === null) return new Uint8Array(await response.arrayBuffer());
  return read(response.body.getReader(), size, onProgress).catch(cutOff);
}

async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  size: number,
  onProgress: (come: number) => void,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let come = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    come += part.value.length;
    onProgress(Math.min(come, size));
  }
  const whole = new Uint8Array(come);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
