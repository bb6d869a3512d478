import { randomUUID } from 'node:crypto';
import type { OutboundHttp } from '@errand/outbound';
import { ACTIVITY_TYPES, type ActivityType, type Channel } from '@errand/vocabulary';
import type { CallbackReading, ReceivedCallback, Stage } from './callback';
import { declarationProblems, readAccount } from './channel-definitions';
import type { ActivityDispatcher, ChannelDefinition, DispatchOutcome, ProviderAccount } from './dispatcher';
import { type LoopbackAnswer, LoopbackProvider } from './loopback-provider';
import { runDispatcher } from './run-dispatcher';
import { samplePayload } from './sample-payload';

/** A dispatcher and what the suite must know about its provider. */
export interface ConformanceSubject {
  /** A client that may reach loopback. The suite closes it. */
  createOutbound(): OutboundHttp;
  create(http: OutboundHttp): ActivityDispatcher;
  /**
   * A complete account of the channel whose calls reach `url`, with credentials that occur nowhere else. Templates, where
   * it has any, insert `attributes.reference`, by which calls that run at once are told apart.
   */
  account(url: string, channel: Channel): Omit<ProviderAccount, 'id' | 'timeoutMs'>;
  /** The provider's answer that it accepted an activity under `providerId`; null for a provider without HTTP. */
  success: ((providerId: string) => LoopbackAnswer) | null;
  /** The server of a provider that is called otherwise than over HTTP; `success` is null then. */
  server?: () => Promise<ProviderServer>;
  /** Whether the answer carries an id. Default true. */
  answersId?: boolean;
  /** Whether the provider takes an `Idempotency-Key` header. Default true. */
  idempotencyHeader?: boolean;
  /** Of a provider that calls back: calls to `account.callbackUrl`, signed as the provider signs them. */
  callbacks?(account: ProviderAccount): CallbackVectors;
}

interface CallbackVectors {
  /** From the provider, each with how far it says that messages are. */
  genuine: { callback: ReceivedCallback; stages: Stage[] }[];
  /** Not signed, or over other bytes, or with another secret. */
  forged: ReceivedCallback[];
}

/** A server that one of these is told to do with every call from now on. */
interface ProviderServer {
  url: string;
  accept(): void;
  /** Refuses for good, in these words. */
  refuse(words: string): void;
  /** Gives no answer. Resolves when the next call has come. */
  hang(): Promise<void>;
  stop(): Promise<void>;
}

interface Bench {
  dispatcher: ActivityDispatcher;
  /** One call through the dispatcher as Errand makes it. */
  call(options?: CallOptions): Promise<DispatchOutcome>;
}

interface CallOptions {
  url?: string;
  id?: string;
  attempt?: number;
  channel?: Channel;
  type?: ActivityType;
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Declares the jest tests that every dispatcher must pass, inside an Errand repository or outside. */
export function describeDispatcher(code: string, subject: ConformanceSubject): void {
  describe(`${code} as a dispatcher`, () => {
    let provider: LoopbackProvider;
    let http: OutboundHttp;
    let server: ProviderServer | undefined;
    const bench = {} as Bench;

    beforeAll(async () => {
      provider = await LoopbackProvider.start();
      server = await subject.server?.();
      http = subject.createOutbound();
      bench.dispatcher = subject.create(http);
      bench.call = ({
        url = server?.url ?? provider.url,
        channel,
        type = 'MESSAGE',
        id = randomUUID(),
        attempt = 1,
        ...rest
      } = {}) => {
        const on = channel ?? firstDefinition(bench.dispatcher).channel;
        const sample = samplePayload(on, type, { id });
        const payload = { ...sample, attempt, attributes: { ...sample.attributes, reference: id } };
        const account = { id: randomUUID(), timeoutMs: rest.timeoutMs ?? 5_000, ...subject.account(url, on) };
        const request = { payload, body: JSON.stringify(payload), account };
        return runDispatcher(bench.dispatcher, request, rest.signal ?? new AbortController().signal);
      };
    });

    afterAll(async () => {
      await http.close();
      await provider.stop();
      await server?.stop();
    });

    declarationTests(bench, subject);
    if (subject.callbacks) callbackTests(bench, subject, subject.callbacks.bind(subject));
    const { success } = subject;
    if (success === null) {
      offlineTests(bench, () => server?.accept());
      if (subject.server) ownServerTests(bench, subject, () => server as ProviderServer);
    } else {
      answerTests(bench, subject, () => provider, success);
      bodiesThatEnd(bench, () => provider, success);
      failureTests(bench, subject, () => provider, success);
    }
  });
}

function declarationTests(bench: Bench, subject: ConformanceSubject): void {
  const urlFor = ({ baseUrlSchemes: [scheme] = ['https'] }: ChannelDefinition) => `${scheme}://provider.example.com`;

  it('declares channels and fields that can be used', () => {
    expect(declarationProblems(bench.dispatcher)).toEqual([]);
  });

  it('finds nothing wrong with a complete account on any channel', () => {
    for (const definition of bench.dispatcher.channelDefinitions) {
      const account = subject.account(urlFor(definition), definition.channel);
      expect(readAccount(bench.dispatcher, definition, account).problems).toEqual([]);
    }
  });

  it('names each required field that an account lacks', () => {
    for (const definition of bench.dispatcher.channelDefinitions) {
      const { problems } = readAccount(bench.dispatcher, definition, {});
      expect(problems.map(({ field }) => field)).toEqual(requiredFields(definition));
    }
  });
}

function callbackTests(
  bench: Bench,
  subject: ConformanceSubject,
  vectorsOf: (account: ProviderAccount) => CallbackVectors,
): void {
  const callbackUrl = 'https://errand.example.com/callbacks/token';

  /** How the dispatcher reads a call, on each of its channels. */
  async function read(pick: (vectors: CallbackVectors) => ReceivedCallback[]): Promise<CallbackReading[]> {
    const { dispatcher } = bench;
    const readings: CallbackReading[] = [];
    for (const { channel } of dispatcher.channelDefinitions) {
      const given = subject.account('https://provider.example.com', channel);
      const account = { ...given, id: randomUUID(), timeoutMs: 5_000, callbackUrl };
      for (const callback of pick(vectorsOf(account))) {
        const reading = await dispatcher.readCallback?.(callback, account, new AbortController().signal);
        if (!reading) throw new Error('the dispatcher reads no callbacks');
        readings.push(reading);
      }
    }
    return readings;
  }

  const eventsOf = (reading: CallbackReading) => (reading.kind === 'EVENTS' ? reading.events : []);

  it('believes what the provider signed, and says how far its messages are', async () => {
    const expected: Stage[][] = [];
    const readings = await read(({ genuine }) => {
      expected.push(...genuine.map(({ stages }) => stages));
      return genuine.map(({ callback }) => callback);
    });
    expect(readings.map(({ kind }) => kind)).toEqual(expected.map(() => 'EVENTS'));
    expect(readings.map((reading) => eventsOf(reading).map(({ stage }) => stage))).toEqual(expected);
  });

  it('gives an event the same id each time it is told, and no two of one call the same', async () => {
    const idsOf = async () => {
      const readings = await read(({ genuine }) => genuine.map(({ callback }) => callback));
      return readings.map((reading) => eventsOf(reading).map(({ id }) => id));
    };
    const ids = await idsOf();
    expect(await idsOf()).toEqual(ids);
    for (const ofCall of ids) expect(new Set(ofCall).size).toBe(ofCall.length);
  });

  it('believes nobody else', async () => {
    const readings = await read(({ forged }) => forged);
    expect(readings).not.toEqual([]);
    expect(new Set(readings.map(({ kind }) => kind))).toEqual(new Set(['BAD_SIGNATURE']));
  });
}

function answerTests(
  bench: Bench,
  subject: ConformanceSubject,
  provider: () => LoopbackProvider,
  success: (providerId: string) => LoopbackAnswer,
): void {
  const idOf = (id: string) => (subject.answersId === false ? null : id);

  it('reports acceptance and the provider’s id on every channel, for tasks and messages', async () => {
    provider().behave(() => success('provider-7'));
    for (const { channel } of bench.dispatcher.channelDefinitions) {
      for (const type of ACTIVITY_TYPES) {
        expect(await bench.call({ channel, type })).toMatchObject({
          disposition: 'ACCEPTED',
          providerActivityId: idOf('provider-7'),
          httpStatus: success('').status,
        });
      }
    }
  });

  if (subject.idempotencyHeader !== false) {
    it('sends the activity id as Idempotency-Key on every attempt', async () => {
      provider().behave(() => success('provider-7'));
      const id = randomUUID();
      await bench.call({ id, attempt: 1 });
      await bench.call({ id, attempt: 2 });
      expect(provider().received.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id]);
    });
  }

  it('keeps calls that run at once apart', async () => {
    const waiting: (() => void)[] = [];
    provider().behave(async ({ body }) => {
      await new Promise<void>((answer) => {
        // Nobody is answered before all have arrived, and the last one comes first.
        if (waiting.unshift(answer) === ids.length) waiting.forEach((release) => release());
      });
      return success(`for-${ids.find((id) => body.includes(id))}`);
    });
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const outcomes = await Promise.all(ids.map((id) => bench.call({ id })));
    expect(outcomes.map(providerIdOf)).toEqual(ids.map((id) => idOf(`for-${id}`)));
  });

  it.each(['', 'OK', '{"id":', 'null', '[]', '{"id":{}}', '\0\u{fffd}', '"\\u0000"', '<html>'])(
    'settles when success comes with the body %j',
    async (body) => {
      provider().behave(() => ({ status: success('').status, body }));
      const outcome = await bench.call();
      if (outcome.disposition === 'ACCEPTED') expect(outcome.providerActivityId).toBeNull();
      else expect(outcome.code).toBe('PROVIDER_REJECTED');
      expect(Object.values(outcome).join()).not.toContain('\0');
    },
  );
}

/** The start of a response, and then nothing more: the connection stays open or is broken. */
function bodiesThatEnd(
  bench: Bench,
  provider: () => LoopbackProvider,
  success: (providerId: string) => LoopbackAnswer,
) {
  it.each(['breaks', 'hangs'])('takes success for acceptance although the body %s', async (how) => {
    const { status, headers, body } = success('provider-7');
    provider().behave(() => (response) => {
      response.writeHead(status, { ...headers, 'content-length': body.length + 100 });
      response.write(body, () => how === 'breaks' && response.destroy());
    });
    expect(await bench.call({ timeoutMs: 1_000 })).toMatchObject({ disposition: 'ACCEPTED', httpStatus: status });
  });
}

function failureTests(
  bench: Bench,
  subject: ConformanceSubject,
  provider: () => LoopbackProvider,
  success: (providerId: string) => LoopbackAnswer,
): void {
  it.each([400, 401, 404, 500, 503])('reports HTTP %d as a rejection', async (status) => {
    provider().behave(() => ({ status, body: '{"error":"no"}' }));
    const outcome = await bench.call();
    expect(outcome).toMatchObject({
      code: 'PROVIDER_REJECTED',
      message: expect.stringContaining(String(status)) as unknown,
      httpStatus: status,
      retryAfterMs: null,
    });
    expect(outcome.disposition).not.toBe('ACCEPTED');
    // What is the provider's trouble must not be held against the activity.
    if (status >= 500) expect(outcome).toMatchObject({ disposition: 'RETRY', scope: 'CONFIG' });
  });

  it('passes on how long the provider asks to wait', async () => {
    provider().behave(() => ({ status: 429, headers: { 'retry-after': '7' }, body: '' }));
    expect(await bench.call()).toMatchObject({ disposition: 'RETRY', httpStatus: 429, retryAfterMs: 7_000 });
  });

  it('does not follow a redirect', async () => {
    provider().behave(() => ({ status: 307, headers: { location: '/elsewhere' }, body: '' }));
    expect(await bench.call()).toMatchObject({ code: 'PROVIDER_REJECTED', httpStatus: 307 });
    expect(provider().received).toHaveLength(1);
  });

  it('reports a provider that never answers as TIMEOUT', async () => {
    provider().behave(() => () => undefined);
    expect(await bench.call({ timeoutMs: 150 })).toMatchObject({
      disposition: 'UNCERTAIN',
      code: 'TIMEOUT',
      httpStatus: null,
    });
  });

  it('reports a connection that breaks before the answer as CONNECTION_LOST', async () => {
    provider().behave(() => (response) => response.destroy());
    expect(await bench.call()).toMatchObject({ disposition: 'UNCERTAIN', code: 'CONNECTION_LOST' });
  });

  it('reports a provider that is not there as CONNECTION_FAILED', async () => {
    const gone = await LoopbackProvider.start();
    const { url } = gone;
    await gone.stop();
    expect(await bench.call({ url })).toMatchObject({ disposition: 'RETRY', code: 'CONNECTION_FAILED' });
  });

  it('rejects when a running call is aborted, instead of blaming the provider', async () => {
    provider().behave(() => () => undefined);
    const stop = new AbortController();
    const arrived = provider().arrival();
    const running = bench.call({ signal: stop.signal });
    await arrived;
    stop.abort();
    await expect(running).rejects.toThrow();
  });

  it('lets no credential through when the provider echoes the request', async () => {
    for (const { channel, credentials } of bench.dispatcher.channelDefinitions) {
      const account = subject.account(provider().url, channel);
      const secretKeys = credentials.filter(({ secret }) => secret).map(({ key }) => key);
      const secrets = secretKeys.flatMap((key) => account.credentials[key] as string | string[]);
      for (const status of [success('').status, 500]) {
        provider().behave((request) => ({ status, body: `${JSON.stringify(request)} ${secrets.join(' ')}` }));
        const shown = JSON.stringify(await bench.call({ channel }));
        for (const secret of secrets) expect(shown).not.toContain(secret);
      }
    }
  });
}

function offlineTests(bench: Bench, accept: () => void): void {
  it('accepts on every channel, tasks and messages, each under an id of its own', async () => {
    accept();
    const calls = bench.dispatcher.channelDefinitions.flatMap(({ channel }) =>
      ACTIVITY_TYPES.map((type) => bench.call({ channel, type })),
    );
    const ids = (await Promise.all(calls)).map(providerIdOf);
    expect(ids.every((id) => typeof id === 'string')).toBe(true);
    expect(new Set(ids).size).toBe(calls.length);
  });

  it('makes no call once it is aborted', async () => {
    await expect(bench.call({ signal: AbortSignal.abort() })).rejects.toThrow();
  });
}

function ownServerTests(bench: Bench, subject: ConformanceSubject, server: () => ProviderServer): void {
  it('rejects when a running call is aborted, instead of blaming the provider', async () => {
    const arrived = server().hang();
    const stop = new AbortController();
    const running = bench.call({ signal: stop.signal });
    await arrived;
    stop.abort();
    await expect(running).rejects.toThrow();
  });

  it('lets no credential through when the provider repeats it', async () => {
    for (const { channel, credentials } of bench.dispatcher.channelDefinitions) {
      const account = subject.account(server().url, channel);
      const keys = credentials.filter(({ secret }) => secret).map(({ key }) => key);
      const secrets = keys.flatMap((key) => account.credentials[key] as string | string[]);
      server().refuse(`who said ${secrets.join(' ')}?`);
      const outcome = await bench.call({ channel });
      expect(outcome).toMatchObject({
        disposition: 'REJECTED',
        message: expect.stringContaining('who said') as string,
      });
      for (const secret of secrets) expect(Object.values(outcome).join()).not.toContain(secret);
    }
  });
}

function providerIdOf(outcome: DispatchOutcome): string | null | undefined {
  return outcome.disposition === 'ACCEPTED' ? outcome.providerActivityId : undefined;
}

function requiredFields({ baseUrl, credentials, settings }: ChannelDefinition): string[] {
  const isRequired = (field: { required: boolean; default?: unknown }) => field.required && field.default === undefined;
  return [
    ...(baseUrl === 'required' ? ['baseUrl'] : []),
    ...credentials.filter(isRequired).map(({ key }) => `credentials.${key}`),
    ...settings.filter(isRequired).map(({ key }) => `settings.${key}`),
  ];
}

function firstDefinition({ channelDefinitions }: ActivityDispatcher): ChannelDefinition {
  const [first] = channelDefinitions;
  if (first === undefined) throw new Error('the dispatcher offers no channel');
  return first;
}
