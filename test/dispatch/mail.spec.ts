import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type Actor, Scenario } from '../support/scenario';

let scenario: Scenario;
let actor: Actor;
let server: SMTPServer;
let mails: { to: string[]; raw: string }[];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (!address.startsWith('gone@')) return done();
      done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done(null, 'queued as C3');
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  scenario = await Scenario.start(1);
});
afterAll(async () => {
  await scenario.close();
  await new Promise<void>((resolve) => server.close(resolve));
});
beforeEach(async () => {
  mails = [];
  actor = await scenario.tenant();
});

const url = () => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const settings = {
  from: 'Corner Store <orders@store.example>',
  subject: 'For {{ recipient.name }}',
  text: 'About {{ commerce.name }}: {{ attributes.offer }}',
  requireTls: false,
};
const account = (fields: object = {}) =>
  actor.request<{ id: string; baseUrl: string; code: string; details: { field: string }[] }>(
    'POST',
    '/api/dispatch-configs',
    { body: { name: 'mail', providerCode: 'SMTP', channel: 'EMAIL', baseUrl: url(), settings, ...fields } },
  );
const mail = (fields: object = {}) =>
  actor.create({ channel: 'EMAIL', attributes: [{ key: 'offer', value: 'two for one' }], ...fields });

describe('an activity by mail', () => {
  it('is in the hands of the mail server when it is DISPATCHED', async () => {
    const { body } = await account();
    expect(body.baseUrl).toBe(url());
    const { id } = await mail();
    const sent = await actor.untilStatus(id, 'DISPATCHED');
    expect(sent.providerActivityId).toBe(`<${id}@store.example>`);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toEqual(['ana@store.example']);
    expect(mails[0]?.raw).toContain('Subject: For Ana Rojas\r\n');
    expect(mails[0]?.raw).toContain('\r\n\r\nAbout Corner Store: two for one');
    expect(await actor.attempts(id)).toMatchObject([
      { disposition: 'ACCEPTED', httpStatus: null, responseBody: '250 queued as C3' },
    ]);
  });

  it('is FAILED at once when the server knows no such user', async () => {
    await account();
    const gone = { type: 'EMAIL', value: 'gone@store.example' };
    const users = [{ externalId: 'U-2', firstName: 'Bo', roles: ['OWNER'], contacts: [gone] }];
    await actor.request('POST', '/api/commerces', { body: { externalId: 'STORE-2', name: 'Other Store', users } });
    const { id } = await mail({ commerceId: undefined, commerceExternalId: 'STORE-2' });
    const failed = await actor.untilStatus(id, 'FAILED');
    expect(failed).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: { code: 'PROVIDER_REJECTED', disposition: 'REJECTED', providerErrorCode: '5.1.1' },
    });
    expect(mails).toEqual([]);
  });
});

describe('a mail account', () => {
  it.each([
    ['smtp://10.0.0.1', 'BLOCKED_ADDRESS'],
    ['smtp://169.254.169.254:25', 'BLOCKED_ADDRESS'],
    ['smtps://mail.example:22', 'BLOCKED_ADDRESS'],
    ['https://mail.example', 'VALIDATION_FAILED'],
  ])('cannot be at %s', async (baseUrl, code) => {
    const { status, body } = await account({ baseUrl });
    expect([status, body.code, body.details.map(({ field }) => field)]).toEqual([400, code, ['baseUrl']]);
  });

  it('takes its password nowhere else, and to nobody in plain text, without being given it again', async () => {
    const credentials = { user: 'errand', password: 'secret-7' };
    const { body } = await account({ credentials, settings: { ...settings, requireTls: true } });
    const change = (fields: object) =>
      actor.request<{ code: string }>('PATCH', `/api/dispatch-configs/${body.id}`, { body: fields });
    for (const fields of [{ baseUrl: 'smtp://mail.example' }, { settings }]) {
      expect((await change(fields)).body).toMatchObject({ code: 'CREDENTIALS_REQUIRED' });
    }
    expect((await change({ settings: { ...settings, requireTls: true, text: 'other' } })).status).toBe(200);
  });
});
