import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { addressOf, subscriberOf, trustedProxies } from './client-address';

/** What a server that trusts these networks makes of a request from the loopback with these headers. */
async function seen(cidrs: string[], headers: Record<string, string>) {
  const server = fastify({ trustProxy: trustedProxies(cidrs) });
  server.get('/', (request) => ({ address: addressOf(request), host: request.host, protocol: request.protocol }));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
  const body = (await answer.json()) as { address: string; host: string; protocol: string };
  await server.close();
  return { ...body, ownHost: `127.0.0.1:${port}` };
}

const claims = (from: string) => ({
  ...{ 'x-forwarded-for': from, 'x-forwarded-host': 'api.example', 'x-forwarded-proto': 'https' },
});

describe('where a request comes from', () => {
  it.each([[[]], [['10.0.0.0/8']], [['fd00::/8', '::/0']]])('is the peer where %j are trusted', async (cidrs) => {
    const { ownHost, ...told } = await seen(cidrs, claims('198.51.100.7'));
    expect(told).toEqual({ address: '127.0.0.1', host: ownHost, protocol: 'http' });
  });

  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:0DB8::0007', '2001:db8::7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['198.51.100.7:50123', '198.51.100.7'],
    ['[2001:db8::7]:50123', '2001:db8::7'],
    // Only what trusted ones have added counts, not what the client wrote before.
    ['1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['1.1.1.1, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['1.1.1.1, 198.51.100.7, ::ffff:10.0.0.2', '198.51.100.7'],
    ['1.1.1.1, 198.51.100.7, fd00::2', '198.51.100.7'],
    ['10.0.0.3, 10.0.0.2', '10.0.0.3'],
    // What is no address ends the way.
    ['unknown', '127.0.0.1'],
    ['1.1.1.1, unknown, 10.0.0.2', '10.0.0.2'],
    [', ,', '127.0.0.1'],
    ['010.1.1.1', '127.0.0.1'],
    ['1.1', '127.0.0.1'],
    ["'; DROP TABLE tenants; --", '127.0.0.1'],
    ['9'.repeat(8000), '127.0.0.1'],
  ])('is, with X-Forwarded-For: %.60s of a trusted proxy, %s', async (header, address) => {
    const told = { address, host: 'api.example', protocol: 'https' };
    expect(await seen(['127.0.0.0/8', '10.0.0.0/8', 'fd00::/8'], claims(header))).toMatchObject(told);
    expect(await seen(['::ffff:127.0.0.1/128', '::ffff:10.0.0.0/104', 'fd00::/8'], claims(header))).toMatchObject(told);
  });

  it('is the first of the list where every address is trusted', async () => {
    expect(await seen(['0.0.0.0/0', '::/0'], claims('198.51.100.7, 2001:db8::7'))).toMatchObject({
      address: '198.51.100.7',
    });
  });

  it('is one subscriber’s for all addresses of a /64', () => {
    expect(subscriberOf('2001:db8:1:2:aaaa::1')).toBe(subscriberOf('2001:db8:1:2::'));
    expect(subscriberOf('2001:db8:1:3::')).not.toBe(subscriberOf('2001:db8:1:2::'));
    expect(subscriberOf('198.51.100.7')).toBe('198.51.100.7');
  });
});
