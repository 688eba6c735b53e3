import { isIPv6 } from 'node:net';

/** Of its eight groups, those that name the network: what is handed out to one household or house is a /64. */
const NETWORK_GROUPS = 4;

/**
 * What an address is counted as: an IPv6 address as its /64 (four groups of plain hexadecimal numbers), since whoever has
 * one of its addresses has them all (RFC 6177, RFC 4291); an IPv4 address, also one written as IPv6, and anything else
 * as itself.
 */
export function networkOf(who: string): string {
  if (!isIPv6(who)) return who;
  const groups = groupsOf(who);
  return mappedIPv4(groups) ?? groups.slice(0, NETWORK_GROUPS).join(':');
}

/** The eight groups, each without leading zeros; the URL parser writes all the ways of writing one in the same way. */
function groupsOf(address: string): string[] {
  const [withoutZone = ''] = address.split('%');
  const [head = '', tail = ''] = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [numbersOf(head), numbersOf(tail)];
  return [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
}

function numbersOf(side: string): string[] {
  return side === '' ? [] : side.split(':');
}

/** `::ffff:c000:201` is 192.0.2.1 (RFC 4291, 2.5.5.2). */
function mappedIPv4(groups: readonly string[]): string | null {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return null;
  return groups
    .slice(6)
    .map((group) => parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 0xff])
    .join('.');
}
