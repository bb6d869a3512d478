import { AddressGuard, type GuardOptions, portOf } from './address-guard';
import { parseTarget } from './target';

const refusals: [address: string, rule: string][] = [
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['10.0.0.1', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.127.255.255', 'carrier-grade NAT'],
  ['100.100.100.200', 'cloud metadata'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['168.63.129.16', 'cloud metadata'],
  ['169.254.0.1', 'link-local'],
  ['169.254.169.254', 'cloud metadata'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.0.0.8', 'reserved'],
  ['192.0.2.1', 'reserved'],
  ['192.168.1.1', 'private'],
  ['198.18.0.1', 'reserved'],
  ['198.51.100.1', 'reserved'],
  ['203.0.113.1', 'reserved'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::7f00:1', 'loopback'],
  ['::a00:1', 'private'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:a9fe:a9fe', 'cloud metadata'],
  ['::ffff:0:10.0.0.1', 'private'],
  ['64:ff9b::7f00:1', 'loopback'],
  ['64:ff9b::169.254.169.254', 'cloud metadata'],
  ['64:ff9b:1::7f00:1', 'local-use NAT64'],
  ['64:ff9b:1:7f00:0:100:808:808', 'local-use NAT64'],
  ['100::1', 'reserved'],
  ['2001:0:808:808::80ff:fffe', 'loopback'], // Teredo: client 127.0.0.1, obfuscated
  ['2001:0:a00:1::f7f7:f7f7', 'private'], // Teredo: server 10.0.0.1
  ['2001:db8::1', 'reserved'],
  ['2001:2::1', 'reserved'],
  ['2002:7f00:1::', 'loopback'],
  ['2002:c0a8:101::1', 'private'],
  ['3fff::1', 'reserved'],
  ['4000::1', 'reserved'],
  ['5f00::1', 'reserved'],
  ['fc00::1', 'private'],
  ['fd00:ec2::254', 'cloud metadata'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local'],
  ['fec0::1', 'reserved'],
  ['ff02::1', 'multicast'],
  ['nonsense', 'unreadable'],
];

const publicAddresses = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '223.255.255.255',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
  '2606:4700:4700::1111',
];

describe('the address guard', () => {
  const guard = new AddressGuard({ allowCidrs: [] });

  it.each(refusals)('refuses %s as %s', (address, rule) => {
    expect(guard.refusalOf(address, 443)).toBe(`${rule} address`);
  });

  it.each(publicAddresses)('lets %s through', (address) => {
    expect(guard.refusalOf(address, 443)).toBeUndefined();
  });

  it('refuses a name as soon as one of its addresses is refused', () => {
    expect(guard.refusalOfAny(['1.1.1.1', '10.0.0.1'], 443)).toBe('private address');
    expect(guard.refusalOfAny(['1.1.1.1', '8.8.8.8'], 443)).toBeUndefined();
  });

  it.each([
    'http://0x7f.1/',
    'http://2130706433/',
    'http://127.1/',
    'http://0177.0.0.1/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://api.localhost/',
  ])('recognises %s as loopback without a resolver', (url) => {
    expect(guard.refusalOfUrl(parseTarget(url))).toBe('loopback address');
  });

  it('leaves other names to the resolver', () => {
    expect(guard.refusalOfUrl(parseTarget('http://notlocalhost'))).toBeUndefined();
    expect(guard.refusalOfUrl(parseTarget('http://localhost.example.com'))).toBeUndefined();
  });

  it('allows the named networks in whatever form an address writes them, and no others', () => {
    const some = new AddressGuard({ allowCidrs: ['10.1.0.0/16', '169.254.169.254/32', 'fd12::/16'] });
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '64:ff9b::a01:203', '2002:a01:203::', 'fd12::1']) {
      expect([address, some.refusalOf(address, 443)]).toEqual([address, undefined]);
    }
    expect(some.refusalOf('169.254.169.254', 443)).toBeUndefined();
    expect(some.refusalOf('10.2.0.1', 443)).toBe('private address');
    expect(some.refusalOf('fd13::1', 443)).toBe('private address');
  });

  it('allows both loopbacks when either is named', () => {
    expect(new AddressGuard({ allowCidrs: ['127.0.0.0/8'] }).refusalOf('::1', 443)).toBeUndefined();
    expect(new AddressGuard({ allowCidrs: ['::1/128'] }).refusalOf('::1', 443)).toBeUndefined();
  });

  it('reads a network of IPv4-mapped addresses as the IPv4 network that it is', () => {
    const guard = new AddressGuard({ allowCidrs: ['::ffff:10.1.0.0/112'] });
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3']) expect(guard.refusalOf(address, 443)).toBeUndefined();
    expect(guard.refusalOf('10.2.0.1', 443)).toBe('private address');
  });

  it.each([
    ...['10.0.0.0/99', '10/8', '10.1/16', '10.0.0.0', '010.0.0.0/8', '0x0a.0.0.0/8', '167772160/8', '10.0.0.0/08'],
    ...['10.0.0.0/+8', '10.0.0.0/255.0.0.0', '::1/129', 'fe80::1%eth0/64', ':::/0', '1::2::3/64', 'fd00::/8/8', ''],
    ...['10.0.0.0/8:0', '10.0.0.0/8:65536', '10.0.0.0/8:', '10.0.0.0:80/8', '10.0.0.0/8:80-90'],
  ])('names an allowed network that is not written plainly: “%s”', (cidr) => {
    expect(() => new AddressGuard({ allowCidrs: ['10.0.0.0/8', cidr] })).toThrow(
      `OUTBOUND_ALLOW_CIDRS: "${cidr}" is not a network such as 10.1.0.0/16 or 10.1.0.0/16:8080`,
    );
  });

  it('allows a network that is named with a port at that port alone', () => {
    const guard = new AddressGuard({ allowCidrs: ['10.1.0.0/16:8080', '::1/128:4000', 'fd12::/16:8443'] });
    for (const [address, port] of [
      ['10.1.2.3', 8080],
      ['::ffff:10.1.2.3', 8080],
      ['127.0.0.1', 4000],
      ['fd12::1', 8443],
    ] as const) {
      expect(guard.refusalOf(address, port)).toBeUndefined();
      expect(guard.refusalOf(address, port + 1)).toMatch(/ address$/);
    }
  });

  const portRuleOf = (url: string, options: Partial<GuardOptions> = {}) => {
    const { protocol, hostname, port } = new URL(url);
    const guard = new AddressGuard({ allowCidrs: ['10.0.0.0/8', '10.0.0.1/32:22'], ...options });
    return guard.refusalOfUrl({ protocol, hostname, port: portOf({ protocol, port }) });
  };

  it.each([
    'http://a.example',
    'https://a.example',
    'http://a.example:443',
    'https://a.example:1024',
    'smtps://a.example',
  ])('lets the port of %s through', (url) => expect(portRuleOf(url)).toBeUndefined());

  it.each([
    ['http://a.example:22', 22],
    ['https://a.example:1023', 1023],
    ['http://10.0.0.1:22', 22],
    ['http://a.example:25', 25],
    ['smtp://a.example:22', 22],
  ])('refuses that of %s, allowed address or not', (url, port) => {
    expect(portRuleOf(url)).toBe(`port ${port}`);
  });

  it.each([25, 465, 587])('lets mail go to port %s besides', (port) => {
    for (const scheme of ['smtp', 'smtps']) expect(portRuleOf(`${scheme}://a.example:${port}`)).toBeUndefined();
  });

  it('takes the ports that the operator names instead', () => {
    const options = { allowPorts: ['8000-8001'] };
    expect(portRuleOf('http://a.example:8001', options)).toBeUndefined();
    expect(portRuleOf('http://a.example', options)).toBe('port 80');
    expect(portRuleOf('smtp://a.example:587', options)).toBeUndefined();
  });
});
