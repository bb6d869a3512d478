import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Sink } from '../support/sink';

let simulator: ChildProcess;
let url: string;
beforeAll(async () => {
  const script = path.join(__dirname, '../../scripts/simulate-provider.mjs');
  simulator = spawn(process.execPath, [script, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [told] = (await once(simulator.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(told.toString()) ?? [];
});
afterAll(async () => {
  const closed = once(simulator, 'close');
  simulator.kill('SIGTERM');
  await closed;
});
afterEach(async () => {
  await call('DELETE', '/_answer');
  await call('DELETE', '/_requests');
});

async function call(method: string, at: string, body?: unknown, headers: Record<string, string> = {}) {
  const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await fetch(url + at, { method, headers, ...text });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

describe('npm run provider:simulate', () => {
  it('shows what it was sent, as it was sent', async () => {
    await call('POST', '/v1/messages?a=1', 'to=%2B569&text=Hola', { authorization: 'Bearer a-key' });
    const { data } = JSON.parse((await call('GET', '/_requests')).body) as { data: object[] };
    expect(data).toMatchObject([
      {
        method: 'POST',
        path: '/v1/messages?a=1',
        headers: { authorization: 'Bearer a-key' },
        body: 'to=%2B569&text=Hola',
      },
    ]);
  });

  it('answers as told, so many times, or on one path, and then as usual', async () => {
    await call('POST', '/_answer', { status: 201, path: '/one', body: 'fine', headers: { 'x-id': '7' } });
    await call('POST', '/_answer', { status: 503, body: { error: 'busy' }, times: 1 });
    expect(await call('POST', '/two', '')).toMatchObject({ status: 503, body: '{"error":"busy"}' });
    const one = await call('POST', '/one', '');
    expect({ ...one, headers: one.headers.get('x-id') }).toEqual({ status: 201, body: 'fine', headers: '7' });
    expect(await call('POST', '/two', '')).toMatchObject({
      status: 200,
      body: expect.stringMatching(/^\{"id":"/) as string,
    });
  });

  it.each([
    ['/2010-04-01/Accounts/AC1/Messages.json', 201, /"sid":"SM/],
    ['/v23.0/1065/messages', 200, /"messages":\[\{"id":"wamid\./],
    ['/v1/projects/p/messages:send', 200, /"name":"projects\/p\/messages\//],
    ['/v3/mail/send', 202, /^$/],
    ['/v2/email/outbound-emails', 200, /"MessageId"/],
    ['/emails', 200, /"id"/],
    ['/oauth/token', 200, /"access_token"/],
  ])('answers %s as its provider does', async (at, status, body) => {
    expect(await call('POST', at, '')).toMatchObject({ status, body: expect.stringMatching(body) as string });
  });

  it('sends a callback, as JSON or as a form', async () => {
    const errand = await Sink.start();
    errand.answerWith(() => ({ status: 204 }));
    try {
      const to = `${errand.url}/callbacks/t?activity=1`;
      const form = { MessageStatus: 'delivered' };
      expect(
        JSON.parse((await call('POST', '/_callback', { url: to, form, headers: { 'x-signature': 's' } })).body),
      ).toEqual({ status: 204, body: '' });
      await call('POST', '/_callback', { url: to, body: { status: 'read' } });
      expect(errand.requests).toMatchObject([
        { path: '/callbacks/t?activity=1', headers: { 'x-signature': 's' }, body: 'MessageStatus=delivered' },
        { headers: { 'content-type': 'application/json' }, body: '{"status":"read"}' },
      ]);
    } finally {
      await errand.close();
    }
  });

  it('refuses what makes no sense, and pages of other sites', async () => {
    for (const body of ['[]', '{', { status: 99 }, { delayMs: -1 }, { times: 0 }]) {
      expect((await call('POST', '/_answer', body)).status).toBe(400);
    }
    expect((await call('POST', '/_callback', { url: 'nowhere' })).status).toBe(400);
    expect((await call('POST', '/_answer', {}, { origin: 'https://evil.example.com' })).status).toBe(403);
  });

  it('has a page that loads nothing from elsewhere', async () => {
    const { body, headers } = await call('GET', '/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).not.toMatch(/(src|href)="|url\(|@import/);
  });
});
