import { createHmac } from 'node:crypto';
import { type Actor, Scenario } from '../support/scenario';

const publicUrl = 'https://errand.example.com/base';
const accountSid = `AC${'0b'.repeat(16)}`;
const authToken = 'auth-token-of-twilio-77aa';

let scenario: Scenario;
let actor: Actor;
beforeAll(async () => {
  scenario = await Scenario.start(1, { publicUrl });
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  actor = await scenario.tenant();
});

/** An account at the provider, and an activity that it has taken. */
async function sent(providerCode: string, account: object, answer: object): Promise<string> {
  scenario.sink.answerWith(() => ({ status: providerCode === 'TWILIO' ? 201 : 200, body: answer }));
  const { status } = await actor.request('POST', '/api/dispatch-configs', {
    body: { name: providerCode, providerCode, channel: 'SMS', baseUrl: scenario.sink.url, ...account },
  });
  expect(status).toBe(201);
  const { id } = await actor.create({ channel: 'SMS' });
  await actor.untilStatus(id, 'DISPATCHED');
  return id;
}

async function results(id: string): Promise<{ status: string; externalStatus: string }[]> {
  const { body } = await actor.request<{ data: { status: string; externalStatus: string }[] }>(
    'GET',
    `/api/activity-results?activityId=${id}`,
  );
  return body.data.map(({ status, externalStatus }) => ({ status, externalStatus }));
}

/** Where the api is reached here; the provider knows it by its public URL. */
const reached = (url: string) => url.replace(publicUrl, scenario.api.url);

describe('what Twilio tells of a message', () => {
  const sid = `SM${'4e'.repeat(16)}`;
  const account = { credentials: { accountSid, authToken }, settings: { from: '+15005550006', body: 'Hello' } };

  /** As Twilio's “Validating requests” says: HMAC-SHA1 over the URL and every field, by its name. */
  async function tell(status: string, more: Record<string, string> = {}, token = authToken): Promise<number> {
    const [request] = scenario.sink.requests;
    const [url = ''] = (new URLSearchParams(request?.body).get('StatusCallback') ?? '').split('#');
    const fields: Record<string, string> = { AccountSid: accountSid, MessageSid: sid, MessageStatus: status, ...more };
    const text = Object.keys(fields)
      .sort()
      .map((name) => name + fields[name])
      .join('');
    const signature = createHmac('sha1', token)
      .update(url + text)
      .digest('base64');
    const headers = { 'x-twilio-signature': signature };
    return (await fetch(reached(url), { method: 'POST', headers, body: new URLSearchParams(fields) })).status;
  }

  it('completes its activity once it is delivered, and never goes back', async () => {
    const id = await sent('TWILIO', account, { sid, status: 'queued' });
    expect(await tell('sent')).toBe(204);
    expect((await actor.get(id)).status).toBe('DISPATCHED');
    for (const status of ['delivered', 'delivered', 'sent', 'something-new']) expect(await tell(status)).toBe(204);
    expect((await actor.get(id)).status).toBe('COMPLETED');
    expect(await results(id)).toEqual([
      { status: 'COMPLETED', externalStatus: 'delivered' },
      { status: 'PENDING', externalStatus: 'sent' },
    ]);
  });

  it('fails its activity with Twilio’s code, and blocks an address that is nobody’s', async () => {
    const id = await sent('TWILIO', account, { sid, status: 'queued' });
    expect(await tell('undelivered', { ErrorCode: '30005' })).toBe(204);
    expect((await actor.get(id)).status).toBe('FAILED');
    const { body } = await actor.request('GET', `/api/commerces/${actor.commerceId}`);
    expect(JSON.stringify(body)).toContain('"blockedReason":"UNKNOWN_USER"');
  });

  it('is believed only with its signature', async () => {
    const id = await sent('TWILIO', account, { sid, status: 'queued' });
    expect(await tell('delivered', {}, 'another-token')).toBe(401);
    expect((await actor.get(id)).status).toBe('DISPATCHED');
  });
});

describe('what Infobip tells of a message', () => {
  const account = { credentials: { apiKey: 'key-of-infobip-31b' }, settings: { from: 'Shop', body: 'Hello' } };

  async function tell(id: string, groupId: number, groupName: string, permanent: boolean): Promise<number> {
    const [request] = scenario.sink.requests;
    const [url = ''] = /https:\/\/errand\.example\.com[^"]*/.exec(request?.body ?? '') ?? [];
    const error = { groupId: 1, groupName: 'HANDSET_ERRORS', name: 'EC_ABSENT_SUBSCRIBER', permanent };
    const result = { messageId: id, to: '56911112222', status: { groupId, groupName, name: groupName }, error };
    const body = JSON.stringify({ results: [{ ...result, doneAt: '2026-11-27T10:00:00.000+0000', callbackData: id }] });
    return (await fetch(reached(url), { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
      .status;
  }

  const accepted = { messages: [{ messageId: 'infobip-1', status: { groupId: 1, groupName: 'PENDING', id: 26 } }] };

  it.each([
    [3, 'DELIVERED', 'COMPLETED'],
    [2, 'UNDELIVERABLE', 'FAILED'],
    [4, 'EXPIRED', 'FAILED'],
  ])('ends its activity: group %i (%s) is %s', async (groupId, groupName, status) => {
    const id = await sent('INFOBIP', account, accepted);
    expect(await tell(id, 1, 'PENDING', false)).toBe(204);
    expect((await actor.get(id)).status).toBe('DISPATCHED');
    expect(await tell(id, groupId, groupName, groupId === 2)).toBe(204);
    expect((await actor.get(id)).status).toBe(status);
  });

  it('is believed only at the URL of the config', async () => {
    const id = await sent('INFOBIP', account, accepted);
    const url = `${scenario.api.url}/callbacks/${'A'.repeat(75)}`;
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await actor.get(id)).status).toBe('DISPATCHED');
  });
});
