import net from 'node:net';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { DatabaseProxy } from '../support/database-proxy';
import { requester } from '../support/api';
import { eventually } from '../support/eventually';
import { pgbouncer, PgBouncer } from '../support/pgbouncer';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { ADMIN_KEY } from '../support/settings';

let database: TestDatabase;
let proxy: DatabaseProxy;
beforeEach(async () => {
  database = await createTestDatabase();
  proxy = await DatabaseProxy.start(database.url);
});
afterEach(async () => {
  await killRemainingProcesses();
  await proxy.cut();
  await database.drop();
});

const count = (text: string, part: string) => text.split(part).length - 1;

describe('a database that is away', () => {
  it.each(['api', 'dispatcher'] as const)('and comes back is told once each by the %s', async (name) => {
    const process = await startProcess(name, proxy.url);
    const request = requester(process.url);
    const ready = async () => (await request('GET', '/health/ready')).status;
    const told = (text: string) => eventually(async () => count(process.output(), text), Boolean);
    await proxy.cut();
    expect(await request('GET', '/health/ready')).toMatchObject({ status: 503, body: { code: 'NOT_READY' } });
    await told('the database is away');
    for (let tries = 0; tries < 20; tries += 1) await request('GET', '/api/tenants');
    await proxy.restore();
    await told('the database is back');
    await eventually(ready, (status) => status === 200);
    await process.kill('SIGTERM');
    expect(count(process.output(), 'the database is away')).toBe(1);
    expect(count(process.output(), 'the database is back')).toBe(1);
    expect(count(process.output(), 'cannot listen')).toBe(0);
    expect(count(process.output(), 'request refused')).toBeLessThanOrEqual(20);
    expect(process.output()).not.toContain('"stack"');
  });

  it('past its pooler is told as that, and keeps nothing else from going on', async () => {
    const env = { DATABASE_POOLER: 'session', DATABASE_DIRECT_URL: proxy.url };
    const process = await startProcess('dispatcher', database.url, env);
    const told = (text: string) => eventually(async () => count(process.output(), text), Boolean);
    await proxy.cut();
    await told('the database past its pooler is away');
    expect((await requester(process.url)('GET', '/health/ready')).status).toBe(200);
    await proxy.restore();
    await told('the database past its pooler is back');
    await process.kill('SIGTERM');
    expect(count(process.output(), 'the database is away')).toBe(0);
    expect(count(process.output(), 'was lost')).toBe(0);
  });

  it('is not meant by a client that goes away in the middle of its body', async () => {
    const process = await startProcess('api', database.url);
    const { hostname, port } = new URL(process.url);
    const client = net.connect(Number(port), hostname);
    const head = `POST /api/tenants HTTP/1.1\r\nhost: x\r\nx-api-key: ${ADMIN_KEY}\r\ncontent-type: application/json`;
    client.write(`${head}\r\ncontent-length: 100\r\nexpect: 100-continue\r\n\r\n{"code":`);
    await new Promise((resolve) => client.once('data', resolve)); // the request is being read
    client.resetAndDestroy();
    await requester(process.url)('GET', '/health/live');
    await process.kill('SIGTERM');
    expect([count(process.output(), 'request broke off'), count(process.output(), 'request refused')]).toEqual([1, 0]);
  });

  (pgbouncer === undefined ? it.skip : it)('is 503 with Retry-After behind a PgBouncer too', async () => {
    const bouncer = await PgBouncer.start(proxy.url, 'transaction', 'query_wait_timeout = 2');
    const env = { DATABASE_POOLER: 'transaction', DATABASE_DIRECT_URL: database.url };
    const { url } = await startProcess('api', bouncer.url, env);
    const request = requester(url);
    expect((await request('GET', '/api/tenants')).status).toBe(200);
    await proxy.cut();
    const away = await request('GET', '/api/tenants');
    expect(away).toMatchObject({ status: 503, body: { code: 'NOT_READY' } });
    expect(away.headers.get('retry-after')).toBe('1');
    await bouncer.stop();
    expect(await request('GET', '/api/tenants')).toMatchObject({ status: 503, body: { code: 'NOT_READY' } });
  });
});
