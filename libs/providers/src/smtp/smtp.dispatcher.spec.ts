import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { OutboundHttp } from '@errand/outbound';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import type { ProviderAccount } from '../dispatcher';
import type { ActivityPayload } from '../payload';
import { renderSettings } from '../render-settings';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { type Step, ScriptedMailServer } from './scripted-mail-server';
import { SmtpDispatcher } from './smtp.dispatcher';
import { testCertificate } from './test-certificate';

/** One that takes the test server's certificate for signed by somebody known. */
class TrustingDispatcher extends SmtpDispatcher {
  protected override readonly tls = { ca: testCertificate.cert };
}

const settings = { from: 'Corner Store <orders@store.example>', subject: 'Hello', text: 'Come by', requireTls: false };
const login = { user: 'errand', password: 'pässword-77&"' };

const opened: OutboundHttp[] = [];
function outbound(options: Partial<ConstructorParameters<typeof OutboundHttp>[0]> = {}): OutboundHttp {
  const http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'], ...options });
  opened.push(http);
  return http;
}
afterAll(() => Promise.all(opened.map((http) => http.close())));

/** mail.example and whatever else is this machine. */
const here = () => Promise.resolve({ addresses: [{ address: '127.0.0.1', family: 4 }], ttlMs: 60_000 });

interface Call {
  account?: Partial<ProviderAccount>;
  payload?: Partial<ActivityPayload>;
  dispatcher?: SmtpDispatcher;
  signal?: AbortSignal;
}

function requestOf(url: string, { account, payload }: Call) {
  const whole = { ...samplePayload('EMAIL', 'MESSAGE', { id: randomUUID() }), ...payload };
  const fields = { baseUrl: url, credentials: {}, timeoutMs: 5_000, ...account };
  const ofAccount = { id: 'a', ...fields, settings: { ...settings, ...account?.settings } };
  return { payload: whole, body: JSON.stringify(whole), account: ofAccount };
}

describeDispatcher('SMTP', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new SmtpDispatcher(http),
  account: (url) => ({
    baseUrl: url.replace(/^https?:/, 'smtp:'),
    credentials: login,
    settings: { ...settings, text: '{{ attributes.reference }}' },
  }),
  success: null,
  server: async () => {
    const server = await ScriptedMailServer.start();
    return {
      url: server.url,
      accept: () => server.behave({}),
      refuse: (words) => server.behave({ MESSAGE: `554 5.6.0 ${words}` }),
      hang: () => {
        server.behave({ RCPT: () => undefined });
        return server.reached('RCPT');
      },
      stop: () => server.stop(),
    };
  },
});

describe('SMTP against a scripted server', () => {
  let server: ScriptedMailServer;
  let http: OutboundHttp;
  beforeAll(async () => {
    server = await ScriptedMailServer.start();
    http = outbound();
  });
  afterAll(() => server.stop());

  const send = (steps: Record<string, Step>, call: Call = {}) => {
    server.behave(steps);
    const { dispatcher = new SmtpDispatcher(http), signal = new AbortController().signal } = call;
    return runDispatcher(dispatcher, requestOf(server.url, call), signal);
  };
  const destroy: Step = (socket) => socket.destroy();
  const silence: Step = () => undefined;

  it.each<[step: string, reply: string, disposition: string, scope: string, code: string]>([
    ['GREETING', '421 4.3.2 too many connections', 'RETRY', 'CONFIG', '4.3.2'],
    ['GREETING', '554 no service for you', 'MISCONFIGURED', 'CONFIG', '554'],
    ['EHLO', '421 shutting down', 'RETRY', 'CONFIG', '421'],
    ['AUTH', '535 5.7.8 bad credentials', 'MISCONFIGURED', 'CONFIG', '5.7.8'],
    ['AUTH', '534 5.7.9 stronger mechanism needed', 'MISCONFIGURED', 'CONFIG', '5.7.9'],
    ['AUTH', '538 5.7.11 encryption required', 'MISCONFIGURED', 'CONFIG', '5.7.11'],
    ['AUTH', '432 4.7.12 change the password', 'MISCONFIGURED', 'CONFIG', '4.7.12'],
    ['AUTH', '503 5.5.1 AUTH not available', 'MISCONFIGURED', 'CONFIG', '5.5.1'],
    ['AUTH', '454 4.7.0 login server is down', 'RETRY', 'CONFIG', '4.7.0'],
    ['MAIL', '530 5.7.0 authentication required', 'MISCONFIGURED', 'CONFIG', '5.7.0'],
    ['MAIL', '550 5.7.60 not allowed to send as this', 'MISCONFIGURED', 'CONFIG', '5.7.60'],
    ['MAIL', '553 sender not allowed', 'MISCONFIGURED', 'CONFIG', '553'],
    ['MAIL', '552 5.3.4 larger than 1 MB', 'REJECTED', 'RECIPIENT', '5.3.4'],
    ['MAIL', '451 4.1.8 sender domain not found now', 'RETRY', 'CONFIG', '4.1.8'],
    ['RCPT', '550 5.1.1 no such user', 'REJECTED', 'RECIPIENT', '5.1.1'],
    ['RCPT', '550 no', 'REJECTED', 'RECIPIENT', '550'],
    ['RCPT', '551 5.1.6 moved', 'REJECTED', 'RECIPIENT', '5.1.6'],
    ['RCPT', '550 5.2.1 mailbox disabled', 'REJECTED', 'RECIPIENT', '5.2.1'],
    ['RCPT', '554 5.7.1 relay access denied', 'REJECTED', 'RECIPIENT', '5.7.1'],
    ['RCPT', '530 5.7.0 authentication required', 'MISCONFIGURED', 'CONFIG', '5.7.0'],
    ['RCPT', '550 5.1.8 sender address rejected', 'MISCONFIGURED', 'CONFIG', '5.1.8'],
    ['RCPT', '450 4.2.1 mailbox busy', 'RETRY', 'RECIPIENT', '4.2.1'],
    ['RCPT', '450 come again', 'RETRY', 'RECIPIENT', '450'],
    ['RCPT', '451 4.7.1 greylisted', 'RETRY', 'RECIPIENT', '4.7.1'],
    ['RCPT', '452 4.2.2 mailbox full', 'RETRY', 'RECIPIENT', '4.2.2'],
    ['RCPT', '452 4.3.1 no storage', 'RETRY', 'CONFIG', '4.3.1'],
    ['RCPT', '421 4.7.0 closing', 'RETRY', 'CONFIG', '4.7.0'],
    ['DATA', '451 local error', 'RETRY', 'CONFIG', '451'],
    ['DATA', '554 5.5.1 no valid recipients', 'REJECTED', 'RECIPIENT', '5.5.1'],
    ['MESSAGE', '451 4.3.0 queue full', 'RETRY', 'CONFIG', '4.3.0'],
    ['MESSAGE', '451 4.7.1 looks odd, come again', 'RETRY', 'RECIPIENT', '4.7.1'],
    ['MESSAGE', '554 5.7.1 spam', 'REJECTED', 'RECIPIENT', '5.7.1'],
    ['MESSAGE', '552 5.3.4 too large', 'REJECTED', 'RECIPIENT', '5.3.4'],
    ['MESSAGE', '550-5.7.1 first line\r\n550 5.7.1 second line', 'REJECTED', 'RECIPIENT', '5.7.1'],
  ])('that says at %s “%s” makes it %s, trouble of %s, code %s', async (step, reply, disposition, scope, code) => {
    const outcome = await send({ [step]: reply }, { account: { credentials: login } });
    const words = reply.split('\r\n').at(-1) ?? '';
    expect(outcome).toMatchObject({
      ...{ disposition, scope, code: 'PROVIDER_REJECTED', providerErrorCode: code, httpStatus: null },
      message: expect.stringContaining(words) as string,
    });
    const isUnknown = code === '5.1.1' || code === '5.1.6';
    expect('blocksContact' in outcome && outcome.blocksContact).toBe(isUnknown && 'UNKNOWN_USER');
  });

  it.each<[name: string, steps: Record<string, Step>, disposition: string, code: string]>([
    ['dies at the greeting', { GREETING: destroy }, 'RETRY', 'CONNECTION_FAILED'],
    ['dies at RCPT', { RCPT: destroy }, 'RETRY', 'CONNECTION_FAILED'],
    ['dies at DATA', { DATA: destroy }, 'RETRY', 'CONNECTION_FAILED'],
    ['dies after the final dot', { MESSAGE: destroy }, 'UNCERTAIN', 'CONNECTION_LOST'],
    ['is silent at the greeting', { GREETING: silence }, 'RETRY', 'CONNECTION_FAILED'],
    ['is silent at RCPT', { RCPT: silence }, 'RETRY', 'CONNECTION_FAILED'],
    ['is silent after the final dot', { MESSAGE: silence }, 'UNCERTAIN', 'TIMEOUT'],
    ['says no number after the final dot', { MESSAGE: 'thanks' }, 'UNCERTAIN', 'CONNECTION_LOST'],
    ['says 354 after the final dot', { MESSAGE: '354 more' }, 'UNCERTAIN', 'CONNECTION_LOST'],
    ['takes 250 for 354, then dies', { DATA: '250 ok', MESSAGE: destroy }, 'UNCERTAIN', 'CONNECTION_LOST'],
    ['speaks HTTP', { GREETING: 'HTTP/1.1 400 Bad Request' }, 'RETRY', 'CONNECTION_FAILED'],
    ['never ends a line', { GREETING: flood('220 ') }, 'RETRY', 'CONNECTION_FAILED'],
    ['never ends its banner', { GREETING: flood('220-welcome\r\n') }, 'RETRY', 'CONNECTION_FAILED'],
    ['never ends its reply to RCPT', { RCPT: flood('250-more\r\n') }, 'RETRY', 'CONNECTION_FAILED'],
  ])('that %s', async (_name, steps, disposition, code) => {
    const outcome = await send(steps, { account: { timeoutMs: 300 } });
    expect(outcome).toMatchObject({ disposition, code, httpStatus: null });
    expect(JSON.stringify(outcome).length).toBeLessThan(1_000);
  });

  it('that answers before it is asked gets nothing it did not ask for', async () => {
    const garbage: Step = (socket) => socket.write('220 hi\r\n'.repeat(5) + '500 what\r\n'.repeat(1_000));
    expect((await send({ GREETING: garbage })).disposition).not.toBe('ACCEPTED');
    expect(server.messages).toEqual([]);
  });

  it('that trickles ends at the deadline of the whole call', async () => {
    const trickle: Step = (socket) => {
      const timer = setInterval(() => socket.write('2'), 5);
      socket.on('close', () => clearInterval(timer));
    };
    expect(await send({ RCPT: trickle }, { account: { timeoutMs: 200 } })).toMatchObject({
      ...{ disposition: 'RETRY', code: 'CONNECTION_FAILED' },
      message: `No mail was handed in at ${server.url} within 200 ms`,
    });
  });

  it('that shows the password is not repeated', async () => {
    const { user, password } = login;
    const plain = Buffer.from(`\0${user}\0${password}`).toString('base64');
    const shown = `${password} ${plain} ${Buffer.from(password).toString('base64')}`;
    for (const step of ['AUTH', 'MESSAGE']) {
      for (const code of ['250', '535 5.7.8']) {
        const outcome = await send({ [step]: `${code} ${shown}` }, { account: { credentials: login } });
        const text = JSON.stringify(outcome);
        for (const secret of shown.split(' ')) expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
      }
    }
  });

  it('that takes no PLAIN and no LOGIN is not told a digest of the password', async () => {
    const outcome = await send({ EHLO: '250-hi\r\n250 AUTH CRAM-MD5' }, { account: { credentials: login } });
    expect(outcome).toMatchObject({ disposition: 'MISCONFIGURED', scope: 'CONFIG' });
    expect(server.commands.filter((command) => command.startsWith('AUTH'))).toEqual([]);
  });

  it('without TLS gets nothing where TLS is required, offered or not', async () => {
    for (const EHLO of ['250 hi', '250-hi\r\n250-AUTH PLAIN\r\n250 STARTTLS']) {
      const account = { credentials: login, settings: { requireTls: true } };
      const steps = { EHLO, STARTTLS: '502 5.5.1 not here' };
      expect(await send(steps, { account })).toMatchObject({
        disposition: 'MISCONFIGURED',
        providerErrorCode: '5.5.1',
      });
      expect(server.commands.map((command) => command.split(' ')[0])).toEqual(['EHLO', 'STARTTLS']);
    }
    const passing = { account: { settings: { requireTls: true } } };
    expect(await send({ STARTTLS: '454 4.7.0 TLS is down' }, passing)).toMatchObject({ disposition: 'RETRY' });
  });

  it('gets headers that nothing can be put into', async () => {
    const evil = 'Ann\r\nBcc: all@victim.example\r\n\r\nbody, <b@evil.example>';
    const recipient = {
      firstName: evil,
      lastName: null,
      name: evil,
      type: 'EMAIL' as const,
      value: 'ann@shop.example',
    };
    const attributes = { greeting: evil };
    const account = { settings: { subject: '{{ attributes.greeting }}', text: 'dots\n.\n..\nQUIT' } };
    expect(await send({}, { account, payload: { recipient, attributes } })).toMatchObject({ disposition: 'ACCEPTED' });
    expect(server.commands.filter((command) => command.startsWith('RCPT'))).toEqual(['RCPT TO:<ann@shop.example>']);
    const [head = '', body] = server.messages[0]?.split('\r\n\r\n') ?? [];
    expect(head.split('\r\n').filter((line) => /^bcc/i.test(line))).toEqual([]);
    expect(body?.trimEnd()).toBe('dots\r\n..\r\n...\r\nQUIT');
  });

  it.each(['ann', 'ann@shop.example, bob@shop.example', 'ann@shop.example\r\nDATA', '<ann@shop.example>', '@', ''])(
    'is not called for the address %j',
    async (value) => {
      const recipient = { firstName: null, lastName: null, name: null, type: 'EMAIL' as const, value };
      expect(await send({}, { payload: { recipient } })).toMatchObject({
        disposition: 'REJECTED',
        code: 'NO_RECIPIENT',
      });
      expect(server.commands).toEqual([]);
    },
  );

  it('takes the place of a call until its connection is closed', async () => {
    const narrow = outbound({ maxConnectionsPerOrigin: 1 });
    const dispatcher = new SmtpDispatcher(narrow);
    const outcomes = await Promise.all([1, 2, 3].map(() => send({}, { dispatcher })));
    expect(outcomes.map(({ disposition }) => disposition)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
  });

  it('shows the call without making it', () => {
    server.behave({});
    const request = requestOf('smtp://mail.example', {
      account: { settings: { html: '<p>{{ reason }}</p>', replyTo: 'help@store.example' } },
    });
    const dispatcher = new SmtpDispatcher(http);
    const rendered = renderSettings(dispatcher.channelDefinitions[0], request.account.settings, request.payload);
    expect(dispatcher.prepare({ ...request, rendered })).toEqual({
      method: 'SMTP',
      url: 'smtp://mail.example',
      headers: {
        from: '"Corner Store" <orders@store.example>',
        to: '"Errand Probe" <probe@example.com>',
        'reply-to': 'help@store.example',
        subject: 'Hello',
        'message-id': `<${request.payload.id}@store.example>`,
        'x-errand-activity': request.payload.id,
      },
      body: 'Come by\n\n--- text/html ---\n\n<p>errand_probe</p>',
    });
    expect(server.commands).toEqual([]);
  });
});

function flood(text: string): Step {
  return (socket: Socket) => {
    socket.write(text);
    const more = () => {
      while (!socket.destroyed && socket.write(text.endsWith('\n') ? text.repeat(1_000) : 'x'.repeat(10_000)));
    };
    socket.on('drain', more);
    more();
  };
}

describe('SMTP against a mail server', () => {
  interface Mail {
    secure: boolean;
    user: unknown;
    from: string | undefined;
    to: string[];
    raw: string;
  }
  let running: SMTPServer | undefined;
  afterEach(() => new Promise<void>((resolve) => (running ? running.close(resolve) : resolve())));

  async function start(options: SMTPServerOptions = {}) {
    const mails: Mail[] = [];
    const logins: string[] = [];
    const server = new SMTPServer({
      ...testCertificate,
      authOptional: true,
      onAuth: ({ username, password }, _session, done) => {
        logins.push(username ?? '', password ?? '');
        if (password === login.password) done(null, { user: username ?? '' });
        else done(Object.assign(new Error('no such login'), { responseCode: 535 }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { secure, envelope } = session;
          const user = session.user as unknown;
          const from = envelope.mailFrom ? envelope.mailFrom.address : undefined;
          const to = envelope.rcptTo.map(({ address }) => address);
          mails.push({ secure, user, from, to, raw: Buffer.concat(chunks).toString() });
          done(null, 'queued as B2');
        });
      },
      ...options,
    });
    running = server;
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return { port: (server.server.address() as AddressInfo).port, mails, logins };
  }

  const secure = { requireTls: true };
  const send = (url: string, call: Call = {}) => {
    const dispatcher = call.dispatcher ?? new TrustingDispatcher(outbound({ lookUp: here }));
    return runDispatcher(dispatcher, requestOf(url, call), new AbortController().signal);
  };

  it.each([
    ['smtp', false],
    ['smtps', true],
  ])('sends one mail over %s, logged in and encrypted', async (scheme, isSecure) => {
    const { port, mails, logins } = await start({ secure: isSecure });
    const id = randomUUID();
    const account = {
      credentials: login,
      settings: { ...secure, replyTo: 'help@store.example', html: '<p>{{ attributes.greeting }}</p>' },
    };
    const call = {
      account,
      payload: { ...samplePayload('EMAIL', 'MESSAGE', { id }), attributes: { greeting: '<é>' } },
    };
    const dispatcher = new TrustingDispatcher(outbound({ lookUp: here, maxConnectionsPerOrigin: 1 }));
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await send(`${scheme}://mail.example:${port}`, { ...call, dispatcher })).toEqual({
        disposition: 'ACCEPTED',
        providerActivityId: `<${id}@store.example>`,
        httpStatus: null,
        responseBody: '250 queued as B2',
      });
    }
    expect(logins.slice(0, 2)).toEqual([login.user, login.password]);
    expect(mails).toHaveLength(2);
    for (const { raw, ...mail } of mails) {
      expect(mail).toEqual({
        ...{ secure: true, user: login.user, from: 'orders@store.example', to: ['probe@example.com'] },
      });
      expect(raw).toContain(`Message-ID: <${id}@store.example>\r\n`);
      expect(raw).toContain(`X-Errand-Activity: ${id}\r\n`);
      expect(raw).toContain('From: Corner Store <orders@store.example>\r\nTo: Errand Probe <probe@example.com>\r\n');
      expect(raw).toContain('Reply-To: help@store.example\r\n');
      expect(raw).toContain('<p>&lt;=C3=A9&gt;</p>');
    }
  });

  it.each([
    ['a certificate that nobody known has signed', SmtpDispatcher, 'mail.example', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['a certificate of another name', TrustingDispatcher, 'other.example', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('tells a server with %s nothing', async (_name, Class, host, code) => {
    for (const isSecure of [false, true]) {
      const { port, mails, logins } = await start({ secure: isSecure });
      const url = `${isSecure ? 'smtps' : 'smtp'}://${host}:${port}`;
      const account = { credentials: login, settings: secure };
      expect(await send(url, { account, dispatcher: new Class(outbound({ lookUp: here })) })).toMatchObject({
        ...{ disposition: 'RETRY', code: 'CONNECTION_FAILED', scope: 'CONFIG' },
        message: expect.stringContaining(code) as string,
      });
      expect([...mails, ...logins]).toEqual([]);
      await new Promise<void>((resolve) => running?.close(resolve));
      running = undefined;
    }
  });

  it('encrypts where it can when it need not', async () => {
    const { port, mails } = await start();
    expect(await send(`smtp://mail.example:${port}`)).toMatchObject({ disposition: 'ACCEPTED' });
    expect(mails[0]?.secure).toBe(true);
  });

  it('is MISCONFIGURED by a bad login', async () => {
    const { port } = await start();
    const account = { credentials: { user: 'errand', password: 'another' }, settings: secure };
    expect(await send(`smtp://mail.example:${port}`, { account })).toMatchObject({
      ...{ disposition: 'MISCONFIGURED', providerErrorCode: '535', message: 'AUTH PLAIN: 535 no such login' },
    });
  });

  it('hears nothing that was said in plain text before TLS began', async () => {
    const { port, mails } = await start();
    let injected = 0;
    const between = createServer((client) => {
      const behind = connect(port, '127.0.0.1');
      client.on('error', () => behind.destroy()).pipe(behind);
      behind.on('error', () => client.destroy()).on('close', () => client.destroy());
      behind.on('data', (chunk) => {
        const isReady = chunk.toString('latin1').startsWith('220 Ready');
        if (isReady) injected += 1;
        client.write(isReady ? Buffer.concat([chunk, Buffer.from('535 injected')]) : chunk);
      });
    });
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
    const { port: door } = between.address() as AddressInfo;
    const account = { credentials: login, settings: secure };
    expect(await send(`smtp://mail.example:${door}`, { account })).toMatchObject({ disposition: 'ACCEPTED' });
    between.close();
    expect([injected, mails.length]).toEqual([1, 1]);
  });
});

describe('an SMTP account', () => {
  const dispatcher = new SmtpDispatcher(outbound());
  const problemsOf = (given: { baseUrl?: string; credentials?: object; settings?: object }) => {
    const [definition] = dispatcher.channelDefinitions;
    if (!definition) throw new Error('no channel');
    const account = {
      baseUrl: 'smtp://mail.example',
      credentials: {},
      ...given,
      settings: { ...settings, ...given.settings },
    };
    return readAccount(dispatcher, definition, account).problems.map(({ field, message }) => `${field} ${message}`);
  };

  it.each(['smtp://mail.example', 'smtp://mail.example:2525', 'smtps://mail.example:465/', 'SMTP://Mail.Example'])(
    'may be at %s',
    (baseUrl) => expect(problemsOf({ baseUrl })).toEqual([]),
  );

  it.each([
    ['https://mail.example', 'must be an smtp or smtps URL'],
    ['mail.example:587', 'must be an smtp or smtps URL'],
    ['smtp://errand:secret@mail.example', 'must not contain a user name or password'],
    ['smtp://mail.example/inbox', 'must name a host and a port alone'],
    ['smtp://mail.example?tls=no', 'must name a host and a port alone'],
  ])('cannot be at %s', (baseUrl, problem) => expect(problemsOf({ baseUrl })).toEqual([`baseUrl ${problem}`]));

  it('has user and password or neither', () => {
    expect(problemsOf({ credentials: { user: 'a' } })).toEqual(['credentials.password is required with a user']);
    expect(problemsOf({ credentials: { password: 'a' } })).toEqual(['credentials.user is required with a password']);
    expect(problemsOf({ credentials: { user: 'a', password: 'b' } })).toEqual([]);
  });

  it.each(['nobody', 'a@x.example, b@x.example', 'A <a@x.example>\r\nBcc: b@x.example', 'List: a@x.example;'])(
    'sends from no such address as %j, and wants no answers there',
    (address) => {
      expect(problemsOf({ settings: { from: address } })).toHaveLength(1);
      expect(problemsOf({ settings: { replyTo: address } })).toHaveLength(1);
    },
  );
});
