import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutboundHttp } from './outbound-http';

let server: Server;
let url: string;
let http: OutboundHttp;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { authorization, 'content-type': type } = request.headers;
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      if (request.url === '/hang') return;
      if (request.url === '/endless') return void response.writeHead(202).write('so far');
      response.writeHead(500, { 'x-echo': 'yes' });
      response.end(JSON.stringify([request.method, request.url, authorization ?? null, type ?? null, body]));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
});
afterAll(async () => {
  await http.close();
  server.closeAllConnections();
  server.close();
});

describe('the axios instance', () => {
  it('resolves any status with the body as text', async () => {
    const { status, headers, data } = await http.axios.get<string>('/a', { baseURL: url, params: { q: 'x y' } });
    expect(status).toBe(500);
    expect(headers['x-echo']).toBe('yes');
    expect(JSON.parse(data)).toEqual(['GET', '/a?q=x+y', null, null, '']);
  });

  it('sends a string untouched, an object as JSON and a form as a form', async () => {
    const headers = { 'content-type': 'application/json' };
    const sent = async (body: unknown, config = {}) =>
      (JSON.parse((await http.axios.post<string>(url, body, config)).data) as string[]).slice(3);
    expect(await sent(' {"a": 1} ', { headers })).toEqual(['application/json', ' {"a": 1} ']);
    expect(await sent({ a: 1 })).toEqual(['application/json', '{"a":1}']);
    expect(await sent(new URLSearchParams({ To: '+1' }))).toEqual(['application/x-www-form-urlencoded', 'To=%2B1']);
  });

  it('authenticates with user name and password', async () => {
    const { data } = await http.axios.delete<string>(url, { auth: { username: 'sid', password: 'token' } });
    expect(JSON.parse(data)).toEqual(['DELETE', '/', 'Basic c2lkOnRva2Vu', null, '']);
  });

  it.each([
    ['TIMEOUT', () => ({ url: `${url}/hang`, timeout: 50 })],
    ['ABORTED', () => ({ url: `${url}/hang`, signal: AbortSignal.timeout(50) })],
    ['ABORTED', () => ({ url, signal: AbortSignal.abort() })],
    ['BLOCKED_ADDRESS', () => ({ url: 'http://10.0.0.1/' })],
    ['INVALID_URL', () => ({})],
  ])('fails with the OutboundError %s itself', async (code, config) => {
    await expect(http.axios.request(config())).rejects.toMatchObject({ name: 'OutboundError', code });
  });

  it.each([
    ['late', () => ({ timeout: 1_000 }), 'so far'],
    ['given up by the caller', () => ({ signal: AbortSignal.timeout(1_000) }), 'so far'],
    ['too large', () => ({ maxContentLength: 5 }), ''],
  ])('resolves with what came of an answer whose body is %s', async (_, config, data) => {
    expect(await http.axios.get(`${url}/endless`, config())).toMatchObject({ status: 202, data });
  });

  it('refuses a method the transport does not have', async () => {
    await expect(http.axios.head(url)).rejects.toThrow('The outbound axios has no method head');
  });
});
