import { problemOf } from './problem-error.js';

/** How much of everything a JSON body may hold: `values` are its commas and opening brackets, `keys` the fields of one object. */
export const BODY_LIMITS = { depth: 32, keys: 500, keyLength: 200, values: 300_000 } as const;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The value of a JSON body in UTF-8; an empty one is an object without fields. Throws `malformed-body` where it is no
 * JSON list or object, or holds more than any request of the API needs. That is looked for in its bytes, before anything
 * is built of them: a few megabytes of brackets become a gigabyte of lists.
 */
export function parseModestJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  const excess = excessIn(bytes);
  if (excess !== null) throw problemOf('malformed-body', excess);
  const value = parse(bytes);
  if (value === null || typeof value !== 'object')
    throw problemOf('malformed-body', 'The body is not a JSON object.');
  const fault = nameFaultIn(value);
  if (fault !== null) throw problemOf('malformed-body', fault);
  return value;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw problemOf('malformed-body', 'The body is not valid JSON in UTF-8.');
  }
}

/** What JSON written in UTF-8 has too much of, whether it is valid or not; null when nothing. Builds nothing. */
export function excessIn(bytes: Uint8Array): string | null {
  const fields: number[] = [];
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      values += 1;
      if (fields.push(0) > BODY_LIMITS.depth) return 'The body is nested too deeply.';
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) fields.pop();
    else if (byte === COLON) {
      const named = (fields.pop() ?? 0) + 1;
      if (named > BODY_LIMITS.keys) return 'An object in the body has too many fields.';
      fields.push(named);
    }
    if (values > BODY_LIMITS.values) return 'The body holds too many values.';
  }
  return null;
}

/** Where the string ends that begins at a quote; the end of the bytes where nobody closes it. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) return at;
    if (bytes[at] === BACKSLASH) at += 1;
  }
  return bytes.length;
}

/** A name in a JSON value that no field of the API has; null when there is none. */
function nameFaultIn(value: object): string | null {
  let level: object[] = [value];
  while (level.length > 0) {
    const next: object[] = [];
    for (const item of level) {
      const fault = Array.isArray(item) ? null : namesFault(Object.keys(item));
      if (fault !== null) return fault;
      const children: unknown[] = Object.values(item);
      for (const child of children) if (child !== null && typeof child === 'object') next.push(child);
    }
    level = next;
  }
  return null;
}

function namesFault(names: readonly string[]): string | null {
  // JSON makes a field of it, and whatever copies the object something else.
  if (names.includes('__proto__')) return 'A field of the body has a name that no field has.';
  return names.some((name) => name.length > BODY_LIMITS.keyLength)
    ? 'The name of a field in the body is too long.'
    : null;
}
