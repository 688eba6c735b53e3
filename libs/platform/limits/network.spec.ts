import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network.js';

describe('the network that an address is counted as', () => {
  it.each<[string, readonly string[]]>([
    ['2001:db8:0:0', ['2001:db8::1', '2001:db8::2', '2001:DB8:0::ffff:1', '2001:0db8:0:0:1:2:3:4']],
    ['2001:db8:1:2', ['2001:db8:1:2::', '2001:db8:1:2::9', '2001:db8:1:2:3:4:5:6']],
    ['2001:db8:0:7', ['2001:db8:0:7::1', '2001:db8::7:0:0:0:1']],
    ['fe80:0:0:0', ['fe80::1', 'fe80::1%eth0']],
    ['0:0:0:0', ['::1', '::']],
  ])('is %s for everybody in that IPv6 network, however it is written', (network, addresses) => {
    expect(addresses.map(networkOf)).toEqual(addresses.map(() => network));
  });

  it('is the IPv4 address where one is written as IPv6, so that not all of them count together', () => {
    expect(['::ffff:192.0.2.1', '::ffff:c000:201', '::FFFF:192.0.2.2'].map(networkOf)).toEqual([
      ...['192.0.2.1', '192.0.2.1', '192.0.2.2'],
    ]);
  });

  it('is what is given where that is no IPv6 address', () => {
    for (const who of ['192.0.2.1', '', 'https://idp.example subject:1', 'a1:b2'])
      expect(networkOf(who)).toBe(who);
  });
});
