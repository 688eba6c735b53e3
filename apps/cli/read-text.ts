import { isUtf8 } from 'node:buffer';
import { RefusalError } from './command.js';

/** Far more than anybody minutes at a meeting. */
const LIMIT_BYTES = 50_000_000;

/** Reads UTF-8 text to its end; throws `RefusalError` naming the source, and the line of the first byte that is no UTF-8. */
export async function readText(source: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new RefusalError(`${name} is larger than ${LIMIT_BYTES / 1_000_000} MB.`);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), name);
}

/** Decodes UTF-8, a byte order mark at its head left out; throws `RefusalError` as `readText` does. */
export function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusalError(`${name}, line ${lineOfFirstFault(bytes)}: this is not UTF-8 text.`);
  }
}

function lineOfFirstFault(bytes: Uint8Array): number {
  const NEWLINE = 10;
  let line = 1;
  let from = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
    if (!isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
    line += 1;
  }
  return line;
}
