import { allowed, refused } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';

/**
 * The lines of a UTF-8 text file, a byte order mark allowed. Refused with the line of the first bad byte:
 * `text-not-utf8` (Latin-1 and other encodings), `text-binary` (a NUL byte). A form feed begins a line of its own.
 */
export function textLines(fileName: string, bytes: Uint8Array): Outcome<string[]> {
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    return refused('text-binary', `${fileName} holds bytes that are no text.`, { at: lineOf(bytes, zero) });
  const bad = firstInvalid(bytes);
  if (bad >= 0) {
    const rule = `${fileName} is not UTF-8 text; save it as UTF-8 and try again.`;
    return refused('text-not-utf8', rule, { at: lineOf(bytes, bad) });
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  return allowed(text.replace(/([^\r\n])\f/g, '$1\n\f').split(/\r\n|\n|\r/));
}

const lineOf = (bytes: Uint8Array, at: number): string => {
  let line = 1;
  for (let i = 0; i < at; i += 1) if (bytes[i] === 0x0a) line += 1;
  return `line ${line}`;
};

/** How many bytes follow the first one of a sequence; -1 when it cannot be a first byte. */
function followers(first: number): number {
  if (first < 0x80) return 0;
  if (first >= 0xc2 && first <= 0xdf) return 1;
  if (first >= 0xe0 && first <= 0xef) return 2;
  return first >= 0xf0 && first <= 0xf4 ? 3 : -1;
}

/** The place of the first byte that is not valid UTF-8 (RFC 3629: no overlong forms, no surrogates); -1 when all are. */
function firstInvalid(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i] ?? 0;
    const more = followers(first);
    if (more < 0) return i;
    const second = bytes[i + 1] ?? 0;
    if (first === 0xe0 && second < 0xa0) return i;
    if (first === 0xed && second > 0x9f) return i;
    if (first === 0xf0 && second < 0x90) return i;
    if (first === 0xf4 && second > 0x8f) return i;
    for (let k = 1; k <= more; k += 1) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += more + 1;
  }
  return -1;
}
