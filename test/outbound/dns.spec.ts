import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DnsOptions, dnsLookUp } from '../../libs/outbound/src/dns-look-up';
import { DnsServer } from '../support/dns-server';

const loopbackIn6 = '0:0:0:0:0:0:0:1';

describe('looking a name up', () => {
  let server: DnsServer;
  let other: DnsServer;
  let folder: string;
  let hostsFile: string;
  let resolvConf: string;

  beforeEach(async () => {
    [server, other] = await Promise.all([DnsServer.start(), DnsServer.start()]);
    folder = mkdtempSync(path.join(tmpdir(), 'errand-names-'));
    hostsFile = path.join(folder, 'hosts');
    resolvConf = path.join(folder, 'resolv.conf');
  });
  afterEach(() => {
    server.close();
    other.close();
    rmSync(folder, { recursive: true });
  });

  const lookUp = async (name: string, options: DnsOptions = {}, signal = new AbortController().signal) => {
    const look = dnsLookUp({ servers: [server.address], hostsFile, resolvConf, ...options });
    const { addresses } = await look(name, signal);
    return addresses.map(({ address }) => address);
  };
  const codeOf = (looking: Promise<unknown>) =>
    looking.then(
      () => 'found',
      ({ code }: NodeJS.ErrnoException) => code,
    );

  it('asks for both families at once, and gives IPv4 first', async () => {
    server.answerWith({ 'api.example': { addresses: [loopbackIn6, '127.0.0.2', '127.0.0.1'], ttl: 7 } });
    const found = await dnsLookUp({ servers: [server.address], hostsFile, resolvConf })(
      'api.example',
      new AbortController().signal,
    );
    expect(found).toEqual({
      addresses: [
        { address: '127.0.0.2', family: 4 },
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ],
      ttlMs: 7000,
    });
    expect(server.queries.map(({ type }) => type).sort()).toEqual(['A', 'AAAA']);
  });

  it('follows an alias', async () => {
    server.answerWith({ 'api.example': { addresses: ['127.0.0.3'], cname: 'lb.example' } });
    expect(await lookUp('api.example')).toEqual(['127.0.0.3']);
  });

  it('asks by TCP for what does not fit into a datagram', async () => {
    server.answerWith(({ over }) => (over === 'UDP' ? 'TRUNCATED' : ['127.0.0.1']));
    expect(await lookUp('many.example')).toEqual(['127.0.0.1']);
  });

  it.each(['DROP', 'SERVFAIL'] as const)('makes do with one family when the other’s query ends in %s', async (end) => {
    server.answerWith(({ type }) => (type === 'A' ? ['127.0.0.1'] : end));
    expect(await lookUp('half.example')).toEqual(['127.0.0.1']);
  });

  it('asks the next server when one fails, but not when the name is not there', async () => {
    const servers = [server.address, other.address];
    server.answerWith(() => 'SERVFAIL');
    other.answerWith({ 'api.example': ['127.0.0.4'] });
    expect(await lookUp('api.example', { servers })).toEqual(['127.0.0.4']);
    server.answerWith(() => 'NXDOMAIN');
    other.queries.length = 0;
    expect(await codeOf(lookUp('api.example', { servers }))).toBe('ENOTFOUND');
    expect(other.queries).toEqual([]);
  });

  it('is over when it is given up', async () => {
    server.answerWith(() => 'DROP');
    const giveUp = new AbortController();
    const looking = codeOf(lookUp('dead.example', {}, giveUp.signal));
    giveUp.abort();
    expect(await looking).toBe('ECANCELLED');
  });

  it.each<[rules: string, name: string, asked: string[]]>([
    ['', 'provider', ['provider']],
    [
      'search ns.svc.cluster.local svc.cluster.local\noptions ndots:5',
      'pay',
      ['pay.ns.svc.cluster.local', 'pay.svc.cluster.local', 'pay'],
    ],
    ['search svc.local\noptions ndots:5 timeout:1', 'api.example', ['api.example.svc.local', 'api.example']],
    ['search svc.local', 'api.example', ['api.example', 'api.example.svc.local']],
    ['search svc.local', 'api.example.', ['api.example']],
    ['domain one.example\nsearch two.example # last\n', 'pay', ['pay.two.example', 'pay']],
    [
      `search ${Array.from({ length: 20 }, (_, index) => `d${index}`).join(' ')}`,
      'pay',
      [...Array.from({ length: 8 }, (_, index) => `pay.d${index}`), 'pay'],
    ],
  ])('by %j asks for “%s” as %j', async (rules, name, asked) => {
    writeFileSync(resolvConf, rules || 'search .');
    expect(await codeOf(lookUp(name))).toBe('ENOTFOUND');
    expect(server.asked).toEqual(asked);
  });

  it('goes on in the search after a name without addresses, and one whose server fails', async () => {
    writeFileSync(resolvConf, 'search a.example b.example c.example');
    server.answerWith({ 'pay.a.example': [], 'pay.b.example': 'SERVFAIL', 'pay.c.example': ['127.0.0.1'] });
    expect(await lookUp('pay')).toEqual(['127.0.0.1']);
  });

  it('finds a name in the hosts file first, by what it says now', async () => {
    writeFileSync(hostsFile, '# local\n127.0.0.9\tPay.Example pay # ours\n::1 pay.example\nfe80::1%eth0 pay.example\n');
    const look = dnsLookUp({ servers: [server.address], hostsFile, resolvConf });
    const addressesOf = async (name: string) =>
      (await look(name, new AbortController().signal)).addresses.map(({ address }) => address);
    expect(await addressesOf('pay.example')).toEqual(['127.0.0.9', '::1']);
    expect(await addressesOf('PAY.')).toEqual(['127.0.0.9']);
    expect(server.queries).toEqual([]);
    writeFileSync(hostsFile, '127.0.0.10 elsewhere pay');
    expect(await addressesOf('pay')).toEqual(['127.0.0.10']);
    rmSync(hostsFile);
    expect(await codeOf(addressesOf('pay'))).toBe('ENOTFOUND');
  });

  it.each(['localhost', 'localhost.', 'api.localhost'])('knows %s without asking', async (name) => {
    expect(await lookUp(name)).toEqual(['127.0.0.1', '::1']);
    expect(server.queries).toEqual([]);
  });

  it.each(['a..b', 'x'.repeat(64), `${'a.'.repeat(130)}b`])(
    'says of “%s”, which cannot be one, that it is not there',
    async (name) => {
      writeFileSync(resolvConf, 'search .');
      expect(['EBADNAME', 'ENOTFOUND']).toContain(await codeOf(lookUp(name)));
    },
  );
});
