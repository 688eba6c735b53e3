import { isIsoDate } from '../../../../libs/domain/calendar/index.js';

/** What stands after the `?` of an address, as texts. What an address does not say, or says in vain, is left out. */
export type RawSearch = Readonly<Record<string, unknown>>;

/** Reads `?unit=FAS&status=open`; of a name given twice the last counts. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes search parameters in the order given, without those that are undefined. */
export function stringifySearch(search: RawSearch): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== ''))
      params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The value when it is one of those known. */
export function oneOf<const Value extends string>(
  known: readonly Value[],
  value: unknown,
): Value | undefined {
  return known.find((each) => each === value);
}

/** The value when it is a text of at most 100 characters. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined;
}

/** The value when it is a UUID. */
export function idOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined;
}

/** The value when it is a date that exists. */
export function dateOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && isIsoDate(text) ? text : undefined;
}

/** The value when it is a month, `2026-03`. */
export function monthOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && isIsoDate(`${text}-01`) ? text : undefined;
}

/** The value when it is an address within the product, and else undefined: nobody is sent to a foreign place. */
export function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return undefined;
  const url = new URL(value, 'http://here.invalid');
  return url.host === 'here.invalid' ? value : undefined;
}
