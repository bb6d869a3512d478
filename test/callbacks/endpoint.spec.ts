import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { startApi } from '../support/api';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { type ConfigBody, Postbox, publicUrl, secret, settings, told } from './postbox';
import { signed } from './postbox-provider';

let scenario: Scenario;
let actor: Actor;
let postbox: Postbox;

beforeAll(
  async () => (scenario = await Scenario.start(1, { ...settings, httpRequestTimeoutMs: 1_000, corsOrigins: ['*'] })),
);
afterAll(() => scenario.close());
beforeEach(async () => {
  actor = await scenario.tenant();
  postbox = await Postbox.open(scenario.api, actor, scenario.sink.url);
});

const configPath = () => `/api/dispatch-configs/${postbox.config.id}`;
const readConfig = async (key?: string) =>
  (await actor.request<ConfigBody>('GET', configPath(), key === undefined ? {} : { key })).body;

/** The end of the config's URL. */
const tokenOf = ({ callbackUrl }: Postbox) => callbackUrl.slice(`${publicUrl}/callbacks/`.length);

async function post(token: string, init: RequestInit = {}) {
  const response = await fetch(`${scenario.api.url}/callbacks/${token}`, { method: 'POST', ...init });
  const body = await response.text();
  return { status: response.status, code: body === '' ? null : (JSON.parse(body) as { code: string }).code };
}

describe('the callback URL of a config', () => {
  it('is in its answers for whoever manages configs, and for nobody else', async () => {
    expect(postbox.callbackUrl).toMatch(/^https:\/\/errand\.example\.com\/in\/callbacks\/[\w-]{75}$/);
    const viewer = await actor.tenant.key('VIEW_ACTIVITIES');
    const manager = await actor.tenant.key('MANAGE_ACTIVITY_CONFIG');
    expect((await readConfig(manager)).callbackUrl).toBe(postbox.callbackUrl);
    expect((await readConfig(viewer)).callbackUrl).toBeNull();
    const list = async (key: string) =>
      (await actor.request<{ data: ConfigBody[] }>('GET', '/api/dispatch-configs', { key })).body.data;
    expect((await list(manager)).map(({ callbackUrl }) => callbackUrl)).toEqual([postbox.callbackUrl]);
    expect((await list(viewer)).map(({ callbackUrl }) => callbackUrl)).toEqual([null]);
  });

  it('is null for a provider that does not call back', async () => {
    const id = await actor.yom();
    expect((await actor.request<ConfigBody>('GET', `/api/dispatch-configs/${id}`)).body.callbackUrl).toBeNull();
  });

  it('is one and the same for all who need it first at once, and sealed where it is stored', async () => {
    await execute(scenario.api, 'UPDATE dispatch_configs SET callback_secret = NULL WHERE id = $1', [
      postbox.config.id,
    ]);
    const urls = (await Promise.all(Array.from({ length: 10 }, () => readConfig()))).map((one) => one.callbackUrl);
    expect(new Set(urls).size).toBe(1);
    expect(urls[0]).not.toBe(postbox.callbackUrl);
    const [row] = await execute<{ text: string }>(
      scenario.api,
      'SELECT callback_secret AS text FROM dispatch_configs WHERE id = $1',
      [postbox.config.id],
    );
    expect(row?.text).toMatch(/^v1\.test\./);
    // The last 32 characters of the token are the secret alone, but for the two bits before them.
    expect(row?.text).not.toContain(urls[0]?.slice(-31));
  });

  it('is another after a rotation, the old one 404 at once, and the next call carries the new one', async () => {
    const rotated = await actor.request<ConfigBody>('POST', `${configPath()}/rotate-callback`);
    expect(rotated.status).toBe(200);
    expect(rotated.body.version).toBe(postbox.config.version + 1);
    const renewed = new Postbox(scenario.api, rotated.body);
    expect(renewed.callbackUrl).not.toBe(postbox.callbackUrl);
    expect(await postbox.tell({ state: 'left' })).toMatchObject({ status: 404 });
    expect(await renewed.tell({ state: 'left' })).toMatchObject({ status: 204 });

    // Dispatchers hear of it a moment later.
    const callbackUrl = await eventually(
      async () => {
        const { id } = await actor.create();
        await actor.untilStatus(id, 'DISPATCHED');
        return scenario.sink.requests.map(told).find(({ activity }) => activity === id)?.callbackUrl;
      },
      (url) => url === renewed.callbackUrl,
    );
    expect(callbackUrl).toBe(renewed.callbackUrl);

    const { body } = await actor.request<{ data: { action: string; before: object; after: object }[] }>(
      'GET',
      `/api/audit?subjectId=${postbox.config.id}`,
    );
    expect(body.data[0]).toMatchObject({
      action: 'dispatch_config.changed',
      before: { callbackSecret: 'set' },
      after: { callbackSecret: 'changed' },
    });
    expect(JSON.stringify(body)).not.toContain(tokenOf(renewed));
  });

  it('is rotated only by whoever manages configs, and not by a key of other configs', async () => {
    const rotate = (key: string) => actor.request('POST', `${configPath()}/rotate-callback`, { key });
    expect((await rotate(await actor.tenant.key('VIEW_ACTIVITIES'))).status).toBe(403);
    const other = await actor.yom();
    const { body } = await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'bound', permissions: ['MANAGE_ACTIVITY_CONFIG'], dispatchConfigIds: [other] },
    });
    expect((await rotate(body.plaintextKey)).status).toBe(403);
    expect((await readConfig()).callbackUrl).toBe(postbox.callbackUrl);
  });

  it('is nobody’s without PUBLIC_URL', async () => {
    const api = await startApi({ ...settings, publicUrl: undefined, databaseUrl: scenario.api.settings.databaseUrl });
    const { body } = await api.request<ConfigBody>('GET', configPath(), { tenant: actor.tenant.id });
    expect(body.callbackUrl).toBeNull();
    expect((await fetch(`${api.url}/callbacks/${tokenOf(postbox)}`, { method: 'POST' })).status).toBe(404);
    await api.close();
  });
});

describe('a callback', () => {
  it.each([
    ['letters in every script', '{"letters":[],"note":"ünïcødé 漢字 \u{1f4ee}"}'],
    ['CRLF at the end', '{"letters":[]}\r\n'],
    ['blanks and doubled keys', '{ "letters" : [ ],\t"a":1.0, "a":1.00 }'],
    ['an escape that JSON would not write', '{"letters":[],"note":"\\u0041\\/"}'],
  ])('is verified over the bytes as they came: %s', async (_, text) => {
    expect(await postbox.call(Buffer.from(text))).toMatchObject({ status: 204 });
    const forged = await postbox.call(`${text} `, { signature: signedFor(text) });
    expect(forged).toMatchObject({ status: 401 });
    expect(JSON.parse(forged.text)).toMatchObject({ code: 'BAD_SIGNATURE', statusCode: 401 });
    expect(forged.headers.get('www-authenticate')).toBeNull();
  });

  it.each([
    'application/json',
    'text/plain; charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    null,
  ])('may be of any type: %s', async (contentType) => {
    expect(await postbox.call('{"letters":[]}', { contentType })).toMatchObject({ status: 204, text: '' });
  });

  it('may be empty', async () => {
    expect(await postbox.call(null, { contentType: null })).toMatchObject({ status: 204 });
  });

  it('is verified over the public URL with the query as it came, whatever the Host says', async () => {
    expect(await postbox.call('{}', { query: '?b=%20x&a=&b=2' })).toMatchObject({ status: 204 });
    const elsewhere = signedFor('{}', postbox.callbackUrl.replace(publicUrl, scenario.api.url));
    expect(await postbox.call('{}', { signature: elsewhere })).toMatchObject({ status: 401 });
    expect(await postbox.call('{}', { signature: null })).toMatchObject({ status: 401 });
  });

  it('well signed and odd is taken and logged, and changes nothing', async () => {
    for (const odd of ['not json', '[]', '{"letters":7}', '{"letters":[{"state":"left","at":"never","id":"x"}]}']) {
      expect(await postbox.call(odd)).toMatchObject({ status: 204 });
    }
  });

  it('has the headers that every answer has, is no page’s to make, and in no audit log', async () => {
    const { headers } = await postbox.call('{}');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    const url = postbox.callbackUrl.replace(publicUrl, scenario.api.url);
    const asked = { origin: 'https://page.example', 'access-control-request-method': 'POST' };
    const preflight = await fetch(url, { method: 'OPTIONS', headers: asked });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    await postbox.call('{}', { signature: 'wrong' });
    const { body } = await actor.request<{ data: { action: string }[] }>('GET', '/api/audit?outcome=refused');
    expect(body.data).toEqual([]);
  });

  it('answers a challenge by GET as text, and nothing else by GET', async () => {
    const get = (query: string) => postbox.call(null, { method: 'GET', query, contentType: null, signature: null });
    const answer = await get(`?proof=${encodeURIComponent(secret)}&challenge=%3Cb%3E1158201444`);
    expect(answer).toMatchObject({ status: 200, text: '<b>1158201444' });
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await get('?proof=wrong&challenge=1')).toMatchObject({ status: 401 });
    expect(await get('')).toMatchObject({ status: 404 });
    expect((await fetch(`${scenario.api.url}/callbacks/x`, { method: 'PUT' })).status).toBe(405);
  });
});

describe('a token', () => {
  it('that is nobody’s is 404, before the body is read', async () => {
    const right = Buffer.from(tokenOf(postbox), 'base64url');
    const otherSecret = Buffer.concat([right.subarray(0, 32), randomBytes(24)]).toString('base64url');
    const otherConfig = Buffer.concat([right.subarray(0, 16), randomBytes(40)]).toString('base64url');
    const spelled = `${tokenOf(postbox)}=`;
    for (const token of [otherSecret, otherConfig, spelled, 'x', 'a'.repeat(75), '%00']) {
      expect(await post(token, { body: '{}' })).toEqual({ status: 404, code: 'NOT_FOUND' });
    }
    // The body never comes.
    expect(await headOnly(otherSecret, 1_000)).toBe(404);
  });

  it('of a deleted config is 404', async () => {
    expect((await actor.request('DELETE', configPath())).status).toBe(204);
    expect(await post(tokenOf(postbox))).toEqual({ status: 404, code: 'NOT_FOUND' });
  });

  it('that is wrong costs the address its failures, as does a bad signature; what is right is taken all the same', async () => {
    const strict = await Scenario.start(0, { ...settings, apiRateFailedPerAddress: 5 });
    const { api } = strict;
    const box = await Postbox.open(api, await strict.tenant(), strict.sink.url);
    expect((await box.call('{}')).status).toBe(204);
    const wrong = async (count: number) => {
      const answers = [];
      for (let n = 0; n < count; n += 1) {
        const answer = await fetch(`${api.url}/callbacks/${'a'.repeat(75)}`, { method: 'POST' });
        answers.push(answer.status);
      }
      return answers;
    };
    expect(await wrong(3)).toEqual([404, 404, 404]);
    expect((await box.call('{}', { signature: 'wrong' })).status).toBe(401);
    expect(await wrong(3)).toEqual([404, 429, 429]);
    expect((await box.call('{}', { signature: 'wrong' })).status).toBe(429);
    expect((await box.call('{}')).status).toBe(204);
    // Of another tenant, that this address has never called before.
    const another = await Postbox.open(api, await strict.tenant(), strict.sink.url);
    const answers = await Promise.all([wrong(1), another.call('{}'), wrong(1)]);
    expect([answers[0], answers[1].status, answers[2]]).toEqual([[429], 204, [429]]);
    await strict.close();
  });
});

describe('the body of a callback', () => {
  it('is at most 1 MB, announced or not', async () => {
    const most = JSON.stringify({ letters: [], fill: 'x'.repeat(1_048_576 - 24) });
    expect(most.length).toBe(1_048_576);
    expect((await postbox.call(most)).status).toBe(204);
    expect(await post(tokenOf(postbox), { body: `${most} ` })).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    const stream = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 17; n += 1) controller.enqueue(Buffer.alloc(65_536));
        controller.close();
      },
    });
    const streamed = { body: stream, duplex: 'half' } as RequestInit;
    expect(await post(tokenOf(postbox), streamed)).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it('is waited for only for so long', async () => {
    expect(await headOnly(tokenOf(postbox), 1_000)).toBe(408);
  });
});

describe('what comes is counted', () => {
  it('by provider and outcome', async () => {
    await postbox.call('{}');
    await postbox.call('{}', { signature: 'wrong' });
    await postbox.call('odd');
    const text = await (await fetch(`${scenario.api.url}/metrics`)).text();
    for (const outcome of ['taken', 'bad_signature', 'unreadable', 'challenge']) {
      expect(text).toMatch(
        new RegExp(`errand_callbacks_total\\{provider="POSTBOX",outcome="${outcome}",process="api"\\} \\d`),
      );
    }
  });
});

function signedFor(body: string, url = postbox.callbackUrl): string {
  return signed(secret, url, body);
}

/** The status that answers the head of a request whose body does not come. */
async function headOnly(token: string, length: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const url = `${scenario.api.url}/callbacks/${token}`;
    const asking = httpRequest(url, { method: 'POST', headers: { 'content-length': length } }, (response) => {
      resolve(response.statusCode);
      asking.destroy();
    });
    asking.on('error', reject);
    asking.flushHeaders();
  });
}
