import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { GraphApi } from './graph-api';

const publicUrl = 'https://errand.example.com/in';
const credentials = { accessToken: 'EAAG-access-token-1', appSecret: 'app-secret-3e1', verifyToken: 'verify-token-81' };

interface ConfigBody {
  id: string;
  callbackUrl: string | null;
  outage: object | null;
}

let scenario: Scenario;
let actor: Actor;
let meta: GraphApi;
beforeAll(async () => {
  scenario = await Scenario.start(1, { publicUrl });
});
afterAll(() => scenario.close());
beforeEach(async () => {
  actor = await scenario.tenant();
  const templates = new Map([['order_ready', { language: 'es_CL', variables: 2 }]]);
  meta = new GraphApi('106540352242922', credentials.accessToken, credentials.appSecret, templates);
  scenario.sink.answerWith((request) => meta.answer(request));
});

async function config(settings: object = {}, more: object = {}): Promise<ConfigBody> {
  const template = { templateName: 'order_ready', templateLanguage: 'es_CL' };
  const templateParameters = ['{{ recipient.firstName }}', '{{ attributes.address }}'];
  const { status, body } = await actor.request<ConfigBody>('POST', '/api/dispatch-configs', {
    body: {
      ...{ name: 'meta', providerCode: 'WHATSAPP_CLOUD', channel: 'WHATSAPP', baseUrl: scenario.sink.url, credentials },
      settings: { phoneNumberId: meta.phoneNumberId, ...template, templateParameters, ...settings },
      ...more,
    },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

const ready = { attributes: [{ key: 'address', value: 'Av. Siete\n12' }] };
const sent = async (): Promise<ActivityBody> => actor.untilStatus((await actor.create(ready)).id, 'DISPATCHED');

describe('a WhatsApp message through Meta', () => {
  it('is sent as a template to the person’s number', async () => {
    await config();
    const { id, providerActivityId } = await sent();
    expect(meta.messages).toEqual([{ wamid: providerActivityId, to: '56911112222', data: id }]);
  });

  it('is FAILED at once when Meta will never take it', async () => {
    await config({ templateParameters: ['{{ recipient.firstName }}'] });
    const miscounted = await actor.create(ready);
    expect(await actor.untilStatus(miscounted.id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: { code: 'PROVIDER_REJECTED', disposition: 'REJECTED', providerErrorCode: '132000' },
    });
    meta.templates.set('order_ready', { language: 'es_CL', variables: 1 });
    meta.unknown.add('56911112222');
    const undeliverable = await actor.create(ready);
    expect(await actor.untilStatus(undeliverable.id, 'FAILED')).toMatchObject({
      lastError: { disposition: 'REJECTED', providerErrorCode: '131026' },
    });
  });

  it('is not sent without what its template inserts', async () => {
    await config();
    const before = scenario.sink.requests.length;
    const { id } = await actor.create();
    const { lastError } = await actor.untilStatus(id, 'FAILED');
    expect(lastError).toMatchObject({ code: 'TEMPLATE_FAILED', disposition: 'REJECTED' });
    expect(lastError?.message).toContain('attributes.address');
    expect(scenario.sink.requests.slice(before)).toEqual([]);
  });

  it.each([
    [
      'a template that is not approved',
      '132001',
      () => meta.templates.clear(),
      { settings: { templateName: 'other' } },
    ],
    [
      'a token that was revoked',
      '190',
      () => (meta.accessToken = 'EAAG-access-token-2'),
      { credentials: { ...credentials, accessToken: 'EAAG-access-token-2' } },
    ],
  ])('waits for %s, whose config is held until it is changed', async (_, code, breakIt, change) => {
    const { id: configId } = await config();
    breakIt();
    const { id } = await actor.create(ready);
    const isHeld = ({ waitingFor }: ActivityBody) => waitingFor?.reason === 'PROVIDER_MISCONFIGURED';
    expect(await actor.until(id, isHeld)).toMatchObject({
      status: 'READY',
      dispatchAttemptCount: 0,
      lastError: { disposition: 'MISCONFIGURED', providerErrorCode: code },
    });
    const path = `/api/dispatch-configs/${configId}`;
    const { body } = await actor.request<ConfigBody & { settings: object }>('GET', path);
    expect(body.outage).toMatchObject({ kind: 'MISCONFIGURED', providerErrorCode: code });
    meta.templates.set('other', { language: 'es_CL', variables: 2 });
    const settings = { ...body.settings, ...('settings' in change && change.settings) };
    expect((await actor.request('PATCH', path, { body: { ...change, settings } })).status).toBe(200);
    await actor.untilStatus(id, 'DISPATCHED');
  });

  it('leaves no credential in anything that is shown', async () => {
    const { id: configId } = await config({}, { retry: { maxAttempts: 1 } });
    scenario.sink.answerWith(({ headers, body }) => ({ status: 400, body: { headers, body, all: credentials } }));
    const { id } = await actor.create(ready);
    await actor.untilStatus(id, 'FAILED');
    const paths = [`activities/${id}`, `activities/${id}/attempts`, `activities/${id}/status-events`];
    for (const path of [...paths, `dispatch-configs/${configId}`, 'audit']) {
      const shown = JSON.stringify((await actor.request('GET', `/api/${path}`)).body);
      for (const secret of Object.values(credentials)) expect(shown).not.toContain(secret);
    }
  });
});

describe('what Meta tells of a message', () => {
  let url: string;

  async function tell(status: string, more: object = {}, message = meta.messages.at(-1)): Promise<number> {
    if (message === undefined) throw new Error('no message was taken');
    const { body, signature } = meta.told(message, status, more);
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  }

  async function listening(fields: object = {}): Promise<void> {
    const { callbackUrl } = await config({}, fields);
    url = (callbackUrl ?? '').replace(publicUrl, scenario.api.url);
  }

  it('proves the URL to whoever has the verify token', async () => {
    await listening();
    const ask = async (token: string) => {
      const query = { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' };
      const response = await fetch(`${url}?${new URLSearchParams(query).toString()}`);
      return [response.status, await response.text()];
    };
    expect(await ask(credentials.verifyToken)).toEqual([200, '1158201444']);
    expect((await ask('a-guess'))[0]).toBe(401);
  });

  it('completes the activity when it is delivered, also where only its reading is told, and never goes back', async () => {
    await listening();
    const { id } = await sent();
    expect(await tell('sent')).toBe(204);
    expect((await actor.get(id)).status).toBe('DISPATCHED');
    expect(await tell('read')).toBe(204);
    expect((await actor.get(id)).status).toBe('COMPLETED');
    for (const late of ['delivered', 'sent', 'read']) expect(await tell(late)).toBe(204);
    expect((await actor.get(id)).status).toBe('COMPLETED');
  });

  it('fails the activity with Meta’s code', async () => {
    await listening();
    const { id } = await sent();
    const errors = [{ code: 131049, title: 'This message was not delivered', error_data: { details: 'Too many' } }];
    expect(await tell('failed', { errors })).toBe(204);
    expect((await actor.get(id)).status).toBe('FAILED');
    const { body } = await actor.request<{ data: object[] }>('GET', `/api/activity-results?activityId=${id}`);
    expect(body.data[0]).toMatchObject({ status: 'NOT_EXECUTED', externalStatus: 'failed' });
    expect(JSON.stringify(body.data[0])).toContain('131049');
  });

  it('proves a call whose answer was lost', async () => {
    await listening({ retry: { baseDelayMs: 600_000, maxDelayMs: 600_000 } });
    scenario.sink.answerWith((request) => {
      meta.answer(request);
      return 'drop';
    });
    const { id } = await actor.create(ready);
    await actor.until(id, ({ lastError }) => lastError?.disposition === 'UNCERTAIN');
    expect(await tell('delivered')).toBe(204);
    expect(await actor.get(id)).toMatchObject({ status: 'COMPLETED', lastError: null });
  });

  it('is believed only with its signature', async () => {
    await listening();
    const { id } = await sent();
    const headers = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
    const response = await fetch(url, { method: 'POST', headers, body: '{}' });
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'BAD_SIGNATURE' }]);
    expect((await actor.get(id)).status).toBe('DISPATCHED');
  });
});
