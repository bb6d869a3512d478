import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import startSes from 'aws-ses-v2-local';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import type { SinkAnswer } from '../support/sink';

let scenario: Scenario;
let actor: Actor;
beforeAll(async () => {
  scenario = await Scenario.start();
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  actor = await scenario.tenant();
});

const settings = {
  from: 'Corner Store <orders@store.example>',
  subject: 'Order {{attributes.reference}}',
  text: 'Hello {{recipient.firstName}}',
};
const credentials: Record<string, object> = {
  SENDGRID: { apiKey: 'SG.key-5f1d' },
  RESEND: { apiKey: 're_key_5f1d' },
  SES: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI' },
};

async function config(providerCode: string, fields: Record<string, unknown> = {}): Promise<string> {
  const region = providerCode === 'SES' ? { region: 'us-east-1' } : {};
  const answer = await actor.request<{ id: string }>('POST', '/api/dispatch-configs', {
    body: {
      name: providerCode,
      providerCode,
      channel: 'EMAIL',
      baseUrl: scenario.sink.url,
      credentials: credentials[providerCode],
      settings: { ...settings, ...region },
      retry: { baseDelayMs: 1, maxDelayMs: 1 },
      ...fields,
    },
  });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

const create = (): Promise<ActivityBody> =>
  actor.create({ channel: 'EMAIL', attributes: [{ key: 'reference', value: 'A-1' }] });

const accepted: [provider: string, answer: SinkAnswer, path: string, to: object][] = [
  [
    'SENDGRID',
    { status: 202, headers: { 'x-message-id': 'id-7' }, body: '' },
    '/v3/mail/send',
    { personalizations: [{ to: [{ email: 'ana@store.example', name: 'Ana Rojas' }] }], subject: 'Order A-1' },
  ],
  ['RESEND', { body: { id: 'id-7' } }, '/emails', { to: ['"Ana Rojas" <ana@store.example>'], text: 'Hello Ana' }],
  [
    'SES',
    { body: { MessageId: 'id-7' } },
    '/v2/email/outbound-emails',
    { Destination: { ToAddresses: ['"Ana Rojas" <ana@store.example>'] } },
  ],
];

describe('a mail', () => {
  it.each(accepted)('goes out through %s', async (provider, answer, path, body) => {
    scenario.sink.answerNext(answer);
    await config(provider);
    const { id } = await create();
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ providerActivityId: 'id-7' });
    const [request] = scenario.sink.requests;
    expect(request).toMatchObject({ method: 'POST', path, json: body });
    expect(request?.body).toContain(id);
  });

  it('is the same to the byte when it is tried again', async () => {
    scenario.sink.answerNext({ status: 500, body: { name: 'application_error' } }, { body: { id: 'id-7' } });
    await config('RESEND');
    await actor.untilStatus((await create()).id, 'DISPATCHED');
    const [first, second] = scenario.sink.requests;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  });

  const refusals: [provider: string, answer: SinkAnswer, code: string][] = [
    [
      'SENDGRID',
      { status: 400, body: { errors: [{ message: 'Bad address.', field: 'personalizations.0.to.0.email' }] } },
      'personalizations.0.to.0.email',
    ],
    ['RESEND', { status: 422, body: { name: 'validation_error', message: 'Bad address.' } }, 'validation_error'],
    [
      'SES',
      { status: 400, headers: { 'x-amzn-errortype': 'BadRequestException' }, body: { message: 'Bad address.' } },
      'BadRequestException',
    ],
  ];

  it.each(refusals)('that %s refuses fails at once', async (provider, answer, providerErrorCode) => {
    scenario.sink.answerNext(answer);
    await config(provider);
    const { id } = await create();
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: {
        code: 'PROVIDER_REJECTED',
        disposition: 'REJECTED',
        providerErrorCode,
        message: expect.stringContaining('Bad address.') as string,
      },
    });
  });

  it.each(['SENDGRID', 'RESEND', 'SES'])('waits for a %s account that is wrong', async (provider) => {
    scenario.sink.answerNext({ status: 403, body: { message: 'no' } });
    await config(provider);
    const { id } = await create();
    const waiting = await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_MISCONFIGURED');
    expect(waiting).toMatchObject({ status: 'READY', lastError: { disposition: 'MISCONFIGURED' } });
  });

  it('with nothing to say makes no call', async () => {
    await config('RESEND', { settings: { ...settings, text: '{{attributes.nothing}}' } });
    const { id } = await create();
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({ lastError: { code: 'TEMPLATE_FAILED' } });
    expect(scenario.sink.requests).toEqual([]);
  });

  it('needs the credentials again when it is to go to another region', async () => {
    const id = await config('SES');
    const changed = { ...settings, region: 'eu-west-1' };
    const answer = await actor.request('PATCH', `/api/dispatch-configs/${id}`, { body: { settings: changed } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'CREDENTIALS_REQUIRED' } });
  });
});

describe('a mail through aws-ses-v2-local', () => {
  let server: Server;
  let baseUrl: string;
  beforeAll(async () => {
    server = await startSes({ host: '127.0.0.1', port: 0 });
    if (!server.listening) await once(server, 'listening');
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('arrives under the id that the activity has', async () => {
    await config('SES', { baseUrl });
    const { providerActivityId } = await actor.untilStatus((await create()).id, 'DISPATCHED');
    const { emails } = (await (await fetch(`${baseUrl}/store`)).json()) as { emails: object[] };
    expect(emails).toMatchObject([
      {
        messageId: providerActivityId,
        from: '"Corner Store" <orders@store.example>',
        destination: { to: ['"Ana Rojas" <ana@store.example>'] },
        subject: 'Order A-1',
        body: { text: 'Hello Ana' },
      },
    ]);
  });
});
