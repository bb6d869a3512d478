import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { SETTINGS } from '@errand/config';
import { generateWebhookSecret } from '@errand/outbound';
import { LOGGER } from '@errand/telemetry';
import type { Channel } from '@errand/vocabulary';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { readAccount } from './channel-definitions';
import type { AccountFields } from './dispatcher';
import { LoopbackProvider, type ReceivedRequest } from './loopback-provider';
import { ProviderRegistry } from './provider-registry.service';
import { ProvidersModule } from './providers.module';
import { runDispatcher } from './run-dispatcher';
import { samplePayload } from './sample-payload';

/** No text of ours has it, and every character that some escaping writes otherwise. */
const unique = (name: string) => `${name}+/${randomUUID()}"<&`;
/** For what must be plain, as keys are. */
const plain = (name: string) => `${name}${randomUUID().replaceAll('-', '')}`;

interface Place {
  url: string;
  smtpUrl: string;
}
type MakeAccount = (at: Place, channel: Channel) => Partial<AccountFields>;

const message = { subject: 'A subject', text: 'A text' };
const http = (auth: string): MakeAccount => {
  const credentials = {
    ...{ bearer: plain('bearer'), basicUser: plain('user'), basicPassword: unique('password') },
    ...{ headerValue: unique('value'), clientId: unique('client'), clientSecret: unique('secret') },
  };
  return ({ url }) => ({ baseUrl: url, credentials, settings: { auth, tokenUrl: `${url}/token` } });
};
const fcm = (tokenExchange: boolean): MakeAccount => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return ({ url }) => {
    const serviceAccount = JSON.stringify({
      ...{ type: 'service_account', project_id: 'a-project', private_key_id: plain('key'), private_key: privateKey },
      ...{ client_email: `${plain('sender')}@a-project.iam.gserviceaccount.com`, token_uri: `${url}/token` },
    });
    return {
      baseUrl: url,
      credentials: { serviceAccount },
      settings: { title: 'A title', body: 'A text', tokenExchange },
    };
  };
};

/** For each provider one or more accounts, with every credential it can have. A new one gets its lines here. */
const accounts: Record<string, MakeAccount[]> = {
  YOM: [({ url }) => ({ baseUrl: url, credentials: { apiKey: plain('yom') } })],
  WEBHOOK: [({ url }) => ({ baseUrl: url, credentials: { secrets: [generateWebhookSecret()] } })],
  MOCK: [() => ({})],
  HTTP: ['none', 'basic', 'bearer', 'header:x-key', 'oauth2'].map(http),
  SMTP: [
    ({ smtpUrl }) => ({
      baseUrl: smtpUrl,
      credentials: { user: plain('user'), password: unique('password') },
      settings: { from: 'shop@example.com', ...message, requireTls: false },
    }),
  ],
  TWILIO: [
    ({ url }, channel) => ({
      baseUrl: url,
      credentials: { accountSid: `AC${plain('')}`, authToken: plain('token') },
      settings: {
        from: '+12025550199',
        ...(channel === 'CALLCENTER' ? { say: 'A text', language: 'en-US' } : { body: 'A text' }),
      },
    }),
    ({ url }, channel) => ({
      baseUrl: url,
      credentials: {
        ...{ accountSid: `AC${plain('')}`, authToken: plain('token') },
        ...{ apiKeySid: `SK${plain('')}`, apiKeySecret: plain('secret') },
      },
      settings: {
        from: '+12025550199',
        ...(channel === 'CALLCENTER' ? { say: 'A text', language: 'en-US' } : { body: 'A text' }),
      },
    }),
  ],
  WHATSAPP_CLOUD: [
    ({ url }) => ({
      baseUrl: url,
      credentials: { accessToken: plain('access'), appSecret: plain(''), verifyToken: plain('verify') },
      settings: { phoneNumberId: '106540352242922', text: 'A text' },
    }),
  ],
  FCM: [fcm(false), fcm(true)],
  SENDGRID: [
    ({ url }) => ({
      baseUrl: url,
      credentials: { apiKey: `SG.${plain('')}.${plain('')}` },
      settings: { from: 'shop@example.com', ...message },
    }),
  ],
  SES: [
    ({ url }) => ({
      baseUrl: url,
      credentials: { accessKeyId: `AKIA${plain('').slice(0, 16).toUpperCase()}`, secretAccessKey: plain('secret') },
      settings: { region: 'eu-west-1', from: 'shop@example.com', ...message },
    }),
  ],
  RESEND: [
    ({ url }) => ({
      baseUrl: url,
      credentials: { apiKey: `re_${plain('')}`, webhookSecret: generateWebhookSecret() },
      settings: { from: 'shop@example.com', ...message },
    }),
  ],
  INFOBIP: [
    ({ url }) => ({
      baseUrl: url,
      credentials: { apiKey: plain('infobip') },
      settings: { from: 'Shop', body: 'A text' },
    }),
  ],
};

/** A provider that repeats all it was told and all it knows, in every form; at `/token` it gives a token. */
class Hostile {
  /** What must not come back: the account's own and what is made of it. */
  secrets = new Set<string>();
  status = 200;
  isJson = true;
  calls = 0;

  private constructor(
    private readonly web: LoopbackProvider,
    private readonly mail: Server,
  ) {
    web.behave((request) => (request.path === '/token' ? this.token(request) : this.answer(request)));
    mail.on('connection', (socket) => this.converse(socket));
  }

  static async start(): Promise<Hostile> {
    const mail = createServer();
    mail.listen(0, '127.0.0.1');
    await once(mail, 'listening');
    return new Hostile(await LoopbackProvider.start(), mail);
  }

  get place(): Place {
    const { port } = this.mail.address() as { port: number };
    return { url: this.web.url, smtpUrl: `smtp://127.0.0.1:${port}` };
  }

  async stop(): Promise<void> {
    await this.web.stop();
    this.mail.close();
  }

  private token(request: ReceivedRequest) {
    this.note(request);
    const access_token = plain('fetched');
    this.secrets.add(access_token);
    return { status: 200, body: JSON.stringify({ access_token, token_type: 'Bearer', expires_in: 3600 }) };
  }

  private answer(request: ReceivedRequest) {
    this.note(request);
    this.calls += 1;
    return { status: this.status, body: this.echo([JSON.stringify(request)]) };
  }

  /** What the call proves itself by is a secret too, and so is what is within Basic. */
  private note({ headers: { authorization = '' }, body }: ReceivedRequest): void {
    const [, scheme = '', proof = ''] = /^(\S+) (.+)$/s.exec(authorization) ?? [];
    const [, signature] = /Signature=([\da-f]+)/.exec(proof) ?? [];
    if (proof !== '') this.secrets.add(signature ?? proof);
    if (scheme === 'Basic') this.secrets.add(Buffer.from(proof, 'base64').toString().split(':').slice(1).join(':'));
    const assertion = new URLSearchParams(body).get('assertion');
    if (assertion !== null) this.secrets.add(assertion);
  }

  private echo(heard: string[]): string {
    const all = [...heard, ...this.secrets];
    const said = [...all, ...all.flatMap(forms)].join(' ');
    const [error, ids] = [
      { message: said, code: said },
      { id: said, sid: said, messageId: said },
    ];
    const document = this.status < 300 ? { ...ids, messages: [ids] } : { ...error, error, errors: [error] };
    return this.isJson ? JSON.stringify(document) : said;
  }

  /** SMTP as far as a client needs it to sign in and send. */
  private converse(socket: Socket): void {
    const heard: string[] = [];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const echo = () => this.echo(heard).replace(/[^\x20-\x7e]+/g, ' ');
    const refusal = this.status >= 500 ? '550 5.7.1 ' : '451 4.7.1 ';
    let isData = false;
    socket.on('error', () => undefined);
    say('220 hostile ESMTP');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        heard.push(line, Buffer.from(line.replace(/^AUTH PLAIN /, ''), 'base64').toString());
        if (isData) {
          if (line !== '.') continue;
          isData = false;
          this.calls += 1;
          say(`${this.status < 300 ? '250 2.0.0 ' : refusal}${echo()}`);
        } else if (/^EHLO/i.test(line)) socket.write('250-hostile\r\n250 AUTH PLAIN LOGIN\r\n');
        else if (/^AUTH/i.test(line)) {
          this.calls += this.status === 401 ? 1 : 0;
          say(this.status === 401 ? `535 5.7.8 ${echo()}` : '235 2.7.0 ok');
        } else if (/^DATA/i.test(line)) {
          isData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 2.0.0 ok');
      }
    });
  }
}

/** How a document may write a text. */
function forms(text: string): string[] {
  const bytes = Buffer.from(text);
  const numbered = [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return [
    ...[
      bytes.toString('base64'),
      bytes.toString('base64url'),
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
    ],
    ...[encodeURIComponent(text), new URLSearchParams({ t: text }).toString(), JSON.stringify(text), html, numbered],
  ];
}

/** Whether somebody who has the text and some patience has the secret. */
function tells(text: string, secret: string): boolean {
  const read = [
    text,
    unescapedJson(text),
    text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  ];
  const unescaped = [...read, ...read.map(unescapedHtml)];
  const bytes = Buffer.from(secret);
  const aligned = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before && 4, -4),
  );
  const sought = [
    secret,
    bytes.toString('hex'),
    ...aligned.flatMap((part) => [part, part.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
  return unescaped.some((candidate) =>
    sought.some((form) => candidate.includes(form) || candidate.toLowerCase().includes(bytes.toString('hex'))),
  );
}

const unescapedJson = (text: string) => text.replace(/\\+(["\\/])/g, '$1');
const unescapedHtml = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The strings within credentials; of a service account's JSON those that are nobody else's. */
function secretsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  if (typeof value !== 'string') return [];
  if (!value.startsWith('{')) return [value];
  const { private_key } = JSON.parse(value) as { private_key: string };
  return [value, private_key, ...private_key.split('\n').filter((line) => line.length === 64)];
}

/** With which status, and whether as JSON. */
const answers = [
  [200, true],
  [200, false],
  [400, true],
  [401, true],
  [429, false],
  [503, true],
] as const;

describe('whatever a provider repeats', () => {
  let hostile: Hostile;
  let testing: TestingModule;
  let registry: ProviderRegistry;
  const logged: unknown[] = [];

  beforeAll(async () => {
    const log = (...what: unknown[]) => void logged.push(what);
    const logger = { trace: log, debug: log, info: log, warn: log, error: log, fatal: log };

    @Global()
    @Module({
      providers: [
        { provide: SETTINGS, useValue: { outboundAllowCidrs: ['127.0.0.0/8'], outboundAllowPorts: undefined } },
        { provide: LOGGER, useValue: logger },
      ],
      exports: [SETTINGS, LOGGER],
    })
    class Ground {}

    hostile = await Hostile.start();
    testing = await Test.createTestingModule({ imports: [Ground, await ProvidersModule.forRoot([])] }).compile();
    await testing.init();
    registry = testing.get(ProviderRegistry);
  });

  afterAll(async () => {
    await testing.close();
    await hostile.stop();
  });

  it('there is an account here for every provider', () => {
    expect(registry.list().filter(({ code }) => accounts[code] === undefined)).toEqual([]);
  });

  it('can be told where it is not blotted out', () => {
    const secret = unique('secret');
    for (const form of [secret, ...forms(secret), ...forms(`user:${secret}`)])
      expect(tells(`a ${form} b`, secret)).toBe(true);
    expect(tells('a [redacted] b', secret)).toBe(false);
  });

  it.each(Object.keys(accounts))(
    '%s shows no credential, and nothing made of one',
    async (code) => {
      const dispatcher = registry.get(code);
      if (dispatcher === undefined) throw new Error(`there is no provider ${code}`);
      for (const definition of dispatcher.channelDefinitions) {
        for (const make of accounts[code] ?? []) {
          const { fields, problems } = readAccount(dispatcher, definition, make(hostile.place, definition.channel));
          expect({ code, channel: definition.channel, problems }).toMatchObject({ problems: [] });
          const secretKeys = definition.credentials.filter(({ secret }) => secret).map(({ key }) => key);
          hostile.secrets = new Set(secretKeys.flatMap((key) => secretsIn(fields.credentials[key])));
          for (const [status, isJson] of answers) {
            Object.assign(hostile, { status, isJson, calls: 0 });
            const payload = samplePayload(definition.channel, 'MESSAGE');
            const account = {
              id: randomUUID(),
              timeoutMs: 5_000,
              callbackUrl: 'https://errand.example.com/callbacks/t',
              ...fields,
            };
            const request = { payload, body: JSON.stringify(payload), account };
            const outcome = await runDispatcher(dispatcher, request, new AbortController().signal);
            if (code !== 'MOCK')
              expect({ code, status, calls: hostile.calls, outcome }).not.toMatchObject({ calls: 0 });
            const shown = JSON.stringify([outcome, ...logged.splice(0)]);
            expect([...hostile.secrets].filter((secret) => tells(shown, secret))).toEqual([]);
            // What was repeated is shown, but for them.
            if (code !== 'MOCK')
              expect({ code, status, shown }).toMatchObject({ shown: expect.stringContaining('[redacted]') as string });
          }
        }
      }
    },
    120_000,
  );
});
