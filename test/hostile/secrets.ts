import { Sink } from '../support/sink';
import type { Actor } from '../support/scenario';
import { operationsOf } from '../support/openapi';
import type { Attack, Product } from './product';

const secret = 'S3cr&t/<"key">+42==';

const takenOut: Attack = {
  what: 'stored credentials are asked for by another address',
  async run(product) {
    const thief = await Sink.start();
    try {
      const actor = await product.tenant();
      const id = await actor.yom({ credentials: { apiKey: secret } });
      const key = await actor.tenant.key('MANAGE_ACTIVITY_CONFIG');
      const config = `/api/dispatch-configs/${id}`;
      const changes: object[] = [
        { baseUrl: thief.url },
        { baseUrl: `${thief.url}/x`, credentials: {} },
        { baseUrl: thief.url.replace('127.0.0.1', 'localhost') },
        {
          baseUrl: product.sink.url
            .replace('http://', `http://127.0.0.1@`)
            .replace(/:\d+$/, `:${new URL(thief.url).port}`),
        },
        { baseUrl: thief.url, isActive: false, priority: 7 },
        { providerCode: 'WEBHOOK', baseUrl: thief.url },
      ];
      for (const body of changes) {
        const { status } = await product.request('PATCH', config, { key, body });
        expect({ body, status }).toEqual({ body, status: 400 });
        await product.request('POST', `${config}/test`, { key, body: {} });
      }
      expect((await product.request('PATCH', config, { key, body: { baseUrl: thief.url } })).body).toMatchObject({
        code: 'CREDENTIALS_REQUIRED',
      });
      expect(thief.requests).toEqual([]);
      // Another path of the same origin needs none.
      expect(
        (await product.request('PATCH', config, { key, body: { baseUrl: `${product.sink.url}/v2` } })).status,
      ).toBe(200);
      const own = { baseUrl: thief.url, credentials: { apiKey: 'of-the-thief' } };
      expect((await product.request('PATCH', config, { key, body: own })).status).toBe(200);
      await product.request('POST', `${config}/test`, { key, body: {} });
      expect(thief.requests.length).toBe(1);
      expect(JSON.stringify(thief.requests)).not.toContain(secret.slice(0, 8));
    } finally {
      await thief.close();
    }
  },
};

const hex = (text: string) => Buffer.from(text).toString('hex');
const entities = (text: string, encode: (code: number) => string) =>
  [...text].map((letter) => encode(letter.codePointAt(0) ?? 0)).join('');
const unicode = (text: string) =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** The secret as a provider may say it back, and what of it must not be found anywhere. */
const echoes: Record<string, (text: string) => string> = {
  plain: (text) => text,
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64, in another place': (text) => Buffer.from(`a:${text}`).toString('base64'),
  'base64 for URLs': (text) => Buffer.from(`ab${text}`).toString('base64url'),
  hex,
  'upper-case hex': (text) => hex(text).toUpperCase(),
  'escaped slashes': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'u escapes': unicode,
  'decimal entities': (text) => entities(text, (code) => `&#${code};`),
  'hexadecimal entities': (text) => entities(text, (code) => `&#x${code.toString(16)};`),
  'named entities': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'per cent': (text) => encodeURIComponent(text),
};

const echoed: Attack = {
  what: 'providers that say credentials back, in every form',
  async run(product) {
    const actor = await product.tenant();
    const config = await actor.yom({ credentials: { apiKey: secret }, retry: { maxAttempts: 1 }, timeoutMs: 10_000 });
    const activities: string[] = [];
    const sink = product.sink;
    for (const encode of Object.values(echoes)) {
      const echo = encode(secret);
      const answers = [
        { body: { id: echo, note: `key ${echo} taken` } },
        { status: 401, body: { error: { code: echo, message: `bad key ${echo}` } } },
        { status: 422, body: `<p>${echo}</p>`, headers: { 'content-type': 'text/html', 'x-echo': 'a' } },
      ];
      for (const answer of answers) {
        sink.answerWith(() => answer);
        activities.push((await actor.create()).id);
        await actor.request('POST', `/api/activities/${activities.at(-1)}/dispatch`);
        await actor.request('POST', `/api/dispatch-configs/${config}/test`, { body: {} });
        // A credential that is wrong holds the config; a change of it ends that.
        await actor.request('PATCH', `/api/dispatch-configs/${config}`, { body: { credentials: { apiKey: secret } } });
      }
    }
    sink.answerWith(() => ({ body: {} }));
    expect(sink.requests.length).toBeGreaterThan(activities.length);
    const read = await readEverything(product, actor, activities);
    const written = product.api.output() + product.dispatcher.output();
    const shown = Object.entries(echoes).filter(([, encode]) => {
      const echo = encode(secret);
      return [echo, JSON.stringify(echo).slice(1, -1)].some((text) => read.includes(text) || written.includes(text));
    });
    expect(shown.map(([form]) => form)).toEqual([]);
  },
};

/** The text of every answer to a GET that the document knows, with the ids of a tenant's activities in it. */
async function readEverything(product: Product, actor: Actor, activities: string[]): Promise<string> {
  const texts: string[] = [];
  for (const operation of operationsOf(product.document).filter(({ method }) => method === 'GET')) {
    const ids = operation.path.includes('{') ? activities : [''];
    if (operation.path.includes('{') && !operation.path.startsWith('/api/activities/{id}')) continue;
    for (const id of ids) {
      const path = operation.path.replace('{id}', id);
      texts.push(JSON.stringify((await actor.request('GET', path)).body) ?? '');
    }
  }
  return texts.join('\n');
}

/** Answers of about 1 MB that cost more than their bytes. */
const heavyAnswers: Record<string, string> = {
  'deep lists': '['.repeat(1_000_000),
  'deep lists that end': '['.repeat(500_000) + ']'.repeat(500_000),
  'deep objects with an id': `${'{"data":'.repeat(120_000)}{"id":1}${'}'.repeat(120_000)}`,
  'many members': `{${Array.from({ length: 90_000 }, (_, n) => `"k${n}":0`).join()},"id":"late"}`,
  'long numbers': `{"id":${'9'.repeat(900_000)}}`,
  'many numbers': `{"l":[${'1.0000000000000000001,'.repeat(45_000)}1],"id":"p"}`,
  escapes: `{"id":"${'\\u0041'.repeat(160_000)}"}`,
  'no end': `{"id":"${'x'.repeat(1_000_000)}`,
};

const heavilyAnswered: Attack = {
  what: 'providers that answer 1 MB of JSON',
  async run(product) {
    const actor = await product.tenant();
    const config = await actor.yom({ timeoutMs: 20_000 });
    for (const text of Object.values(heavyAnswers)) {
      product.sink.answerWith(() => ({ body: text }));
      const ids: string[] = [];
      for (let n = 0; n < 3; n += 1) ids.push((await actor.create()).id);
      // The status line decides, whatever follows it.
      for (const id of ids) expect((await actor.untilStatus(id, 'DISPATCHED')).dispatchAttemptCount).toBe(1);
      await actor.request('POST', `/api/dispatch-configs/${config}/test`, { body: {} });
    }
    product.sink.answerWith(() => ({ body: {} }));
  },
};

export const secrets: Attack[] = [takenOut, echoed, heavilyAnswered];
