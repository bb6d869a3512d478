import { generateKeyPairSync } from 'node:crypto';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { Firebase } from './firebase';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2_048 });
const [old, renewed] = [pair(), pair()];
const clientEmail = 'sender@errand-tests.iam.gserviceaccount.com';
const pushToken = 'cX1:APA91b-device-1';

let scenario: Scenario;
let actor: Actor;
let firebase: Firebase;
let commerceId: string;

beforeAll(async () => {
  scenario = await Scenario.start(1);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  actor = await scenario.tenant();
  firebase = new Firebase('errand-tests', clientEmail, old.publicKey);
  firebase.registered.add(pushToken);
  scenario.sink.answerWith((request) => firebase.answer(request));
  commerceId = await store({ type: 'PUSH_TOKEN', value: pushToken });
});

const pemOf = ({ privateKey }: ReturnType<typeof pair>) =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function keyFile(keys: ReturnType<typeof pair>): string {
  const account = { type: 'service_account', project_id: 'errand-tests', client_email: clientEmail };
  return JSON.stringify({ ...account, private_key: pemOf(keys), token_uri: `${scenario.sink.url}/token` });
}

/** A store with one person who has this contact. */
async function store(contact: { type: string; value: string }): Promise<string> {
  const user = { externalId: 'U-2', firstName: 'Eva', lastName: 'Soto', roles: ['OWNER'], contacts: [contact] };
  const body = { externalId: `STORE-${contact.type}`, name: 'App Store', users: [user] };
  const answer = await actor.request<{ id: string }>('POST', '/api/commerces', { body });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

async function config(settings: object = {}, more: object = {}): Promise<string> {
  const { status, body } = await actor.request<{ id: string }>('POST', '/api/dispatch-configs', {
    body: {
      ...{ name: 'firebase', providerCode: 'FCM', channel: 'PUSH', baseUrl: scenario.sink.url },
      credentials: { serviceAccount: keyFile(old) },
      settings: { title: 'Hola {{ recipient.firstName }}', body: '{{ commerce.name }}', ...settings },
      ...more,
    },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body.id;
}

const push = (fields: object = {}): Promise<ActivityBody> => actor.create({ channel: 'PUSH', commerceId, ...fields });

describe('a push message through FCM', () => {
  it.each([false, true])('is sent to the person’s token (tokenExchange %s)', async (tokenExchange) => {
    await config({ tokenExchange, data: { screen: 'orders' }, ttlSeconds: 60 });
    const { id } = await push();
    const { providerActivityId } = await actor.untilStatus(id, 'DISPATCHED');
    expect(providerActivityId).toMatch(/^0:[\da-f-]{36}$/);
    expect(firebase.messages).toMatchObject([
      {
        token: pushToken,
        notification: { title: 'Hola Eva', body: 'App Store' },
        data: { screen: 'orders', errand_activity_id: id },
      },
    ]);
  });

  it('is FAILED at once for a token whose app is gone, and for whoever has none', async () => {
    await config();
    firebase.registered.clear();
    const gone = await push();
    expect(await actor.untilStatus(gone.id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: { code: 'PROVIDER_REJECTED', disposition: 'REJECTED', providerErrorCode: 'UNREGISTERED' },
    });
    const nobody = await push({ commerceId: await store({ type: 'EMAIL', value: 'eva@store.example' }) });
    expect(await actor.untilStatus(nobody.id, 'FAILED')).toMatchObject({ lastError: { code: 'NO_RECIPIENT' } });
  });

  it.each([
    [false, 'UNAUTHENTICATED'],
    [true, 'invalid_grant'],
  ])('waits for a key that was revoked (tokenExchange %s)', async (tokenExchange, providerErrorCode) => {
    const configId = await config({ tokenExchange });
    firebase.publicKey = renewed.publicKey;
    const { id } = await push();
    const isHeld = ({ waitingFor }: ActivityBody) => waitingFor?.reason === 'PROVIDER_MISCONFIGURED';
    expect(await actor.until(id, isHeld)).toMatchObject({
      dispatchAttemptCount: 0,
      lastError: { disposition: 'MISCONFIGURED', providerErrorCode },
    });
    const change = { credentials: { serviceAccount: keyFile(renewed) } };
    expect((await actor.request('PATCH', `/api/dispatch-configs/${configId}`, { body: change })).status).toBe(200);
    await actor.untilStatus(id, 'DISPATCHED');
  });

  it('needs a key file that can sign', async () => {
    const body = {
      ...{ name: 'firebase', providerCode: 'FCM', channel: 'PUSH', settings: { title: 'a', body: 'b' } },
      credentials: { serviceAccount: keyFile(old).replaceAll('MII', 'MIX') },
    };
    const answer = await actor.request<object>('POST', '/api/dispatch-configs', { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(JSON.stringify(answer.body)).toContain('credentials.serviceAccount');
    expect(JSON.stringify(answer.body)).not.toContain('PRIVATE KEY');
  });

  it('leaves nothing of the key and no token in anything that is shown', async () => {
    const configId = await config({ tokenExchange: true }, { retry: { maxAttempts: 1 } });
    const secrets = [pemOf(old).split('\n').slice(1, -2).join('')];
    scenario.sink.answerWith((request) => {
      const bearer = request.headers.authorization?.replace('Bearer ', '');
      const assertion = new URLSearchParams(request.body).get('assertion');
      secrets.push(...[bearer, assertion].filter((secret) => typeof secret === 'string'));
      if (request.path === '/token') return firebase.answer(request);
      const error = { message: secrets.join(' '), status: 'INVALID_ARGUMENT' };
      return { status: 400, body: { error, key: pemOf(old), all: keyFile(old), secrets } };
    });
    const { id } = await push();
    await actor.untilStatus(id, 'FAILED');
    expect(secrets).toHaveLength(3);
    const paths = [`activities/${id}`, `activities/${id}/attempts`, `activities/${id}/status-events`];
    for (const path of [...paths, `dispatch-configs/${configId}`, 'audit']) {
      const shown = JSON.stringify((await actor.request('GET', `/api/${path}`)).body);
      for (const secret of secrets) expect(shown).not.toContain(secret.slice(0, 60));
    }
  });
});
