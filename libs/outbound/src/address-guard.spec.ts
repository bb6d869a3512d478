import { AddressGuard } from './address-guard';
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
  const guard = new AddressGuard([]);

  it.each(refusals)('refuses %s as %s', (address, rule) => {
    expect(guard.refusalOf(address)).toBe(rule);
  });

  it.each(publicAddresses)('lets %s through', (address) => {
    expect(guard.refusalOf(address)).toBeUndefined();
  });

  it('refuses a name as soon as one of its addresses is refused', () => {
    expect(guard.refusalOfAny(['1.1.1.1', '10.0.0.1'])).toBe('private');
    expect(guard.refusalOfAny(['1.1.1.1', '8.8.8.8'])).toBeUndefined();
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
    expect(guard.refusalOfHost(parseTarget(url).hostname)).toBe('loopback');
  });

  it('leaves other names to the resolver', () => {
    expect(guard.refusalOfHost('notlocalhost')).toBeUndefined();
    expect(guard.refusalOfHost('localhost.example.com')).toBeUndefined();
  });

  it('allows the named networks in whatever form an address writes them, and no others', () => {
    const some = new AddressGuard(['10.1.0.0/16', '169.254.169.254/32', 'fd12::/16']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '64:ff9b::a01:203', '2002:a01:203::', 'fd12::1']) {
      expect([address, some.refusalOf(address)]).toEqual([address, undefined]);
    }
    expect(some.refusalOf('169.254.169.254')).toBeUndefined();
    expect(some.refusalOf('10.2.0.1')).toBe('private');
    expect(some.refusalOf('fd13::1')).toBe('private');
  });

  it('allows both loopbacks when either is named', () => {
    expect(new AddressGuard(['127.0.0.0/8']).refusalOf('::1')).toBeUndefined();
    expect(new AddressGuard(['::1/128']).refusalOf('::1')).toBeUndefined();
  });

  it('reads a network of IPv4-mapped addresses as the IPv4 network that it is', () => {
    const guard = new AddressGuard(['::ffff:10.1.0.0/112']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3']) expect(guard.refusalOf(address)).toBeUndefined();
    expect(guard.refusalOf('10.2.0.1')).toBe('private');
  });

  it.each([
    ...['10.0.0.0/99', '10/8', '10.1/16', '10.0.0.0', '010.0.0.0/8', '0x0a.0.0.0/8', '167772160/8', '10.0.0.0/08'],
    ...['10.0.0.0/+8', '10.0.0.0/255.0.0.0', '::1/129', 'fe80::1%eth0/64', ':::/0', '1::2::3/64', 'fd00::/8/8', ''],
  ])('names an allowed network that is not written plainly: “%s”', (cidr) => {
    expect(() => new AddressGuard(['10.0.0.0/8', cidr])).toThrow(
      `OUTBOUND_ALLOW_CIDRS: "${cidr}" is not a network such as 10.1.0.0/16`,
    );
  });
});
