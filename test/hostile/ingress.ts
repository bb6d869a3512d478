import { setTimeout as delay } from 'node:timers/promises';
import { RawClient } from '../support/raw-client';
import { operationsOf } from '../support/openapi';
import { tenantPermissions } from '../support/tenants';
import type { Attack, Product } from './product';
import { isProblem, multipart } from './wire';

/** A little below what the api takes. */
const SIZE = 4_000_000;
const json = { 'content-type': 'application/json' };

/** Bodies of 4 MB that cost more than their bytes, by what they are. */
const heavyBodies = {
  'deep lists': '['.repeat(SIZE),
  'deep lists that end': '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2),
  'deep objects': '{"a":'.repeat(SIZE / 5),
  'deep text in a list': `{"reason":"${'['.repeat(SIZE / 2)}"}`,
  'many members': `{${Array.from({ length: SIZE / 13 }, (_, n) => `"k${String(n).padStart(6, '0')}":0`).join()}}`,
  'one member many times': `{${'"aaaa":1,'.repeat(SIZE / 9)}"a":1}`,
  'many empty objects': `[${'{},'.repeat(SIZE / 3)}{}]`,
  'many small numbers': `[${'1,'.repeat(SIZE / 2)}1]`,
  'many long numbers': `[${'1.2345678901234567e-300,'.repeat(SIZE / 24)}1]`,
  'a number of 4 MB': '9'.repeat(SIZE),
  escapes: `"${'\\u0041'.repeat(SIZE / 6)}"`,
  backslashes: `{"a":"${'\\\\'.repeat(SIZE / 2)}"}`,
  blanks: `${' '.repeat(SIZE)}{}`,
  'no end': `{"a":"${'x'.repeat(SIZE)}`,
} as const;

const tinyParts = multipart(
  Array.from({ length: SIZE / 80 }, () => ({ head: 'Content-Disposition: form-data; name="a"', content: '' })),
);
const longHeads = multipart(Array.from({ length: 60 }, () => ({ head: `X-Long: ${'y'.repeat(65_000)}`, content: '' })));
const oneHugeField = multipart([{ head: 'Content-Disposition: form-data; name="note"', content: 'z'.repeat(SIZE) }]);
const forms = { 'tiny parts': tinyParts, 'long part heads': longHeads, 'a huge field': oneHugeField };

/** Operations with a body of each kind: JSON, gateway, upload, ignored; and places that are none. */
const places = [
  '/api/rules/import',
  '/api/activities',
  '/v1/dispatch',
  '/v1/rules/reload',
  '/api/nowhere',
  '/health/live',
  '/',
];

async function ownKey(product: Product): Promise<string> {
  const { tenant } = await product.tenant();
  return tenant.key(...tenantPermissions);
}

const strangersBodies: Attack = {
  what: 'bodies of 4 MB from somebody without a key',
  async run(product) {
    const bodies = [
      ...Object.entries(heavyBodies).map(([name, body]) => ({ name, sent: { headers: json, body } })),
      ...Object.entries(forms).map(([name, sent]) => ({ name, sent })),
    ];
    for (const [index, { name, sent }] of [...bodies, ...bodies].entries()) {
      const path = places[index % places.length] ?? '/';
      await product.sendAlone(`${name} to ${path}`, { path, ...sent }, [400, 401, 404, 405, 413, 415]);
    }
  },
};

/** @param part one of so many of them, for a shorter form */
const customersBodies = (part: number): Attack => ({
  what: 'bodies of 4 MB from a customer to every operation',
  async run(product) {
    const key = await ownKey(product);
    const bodies = Object.entries(heavyBodies);
    const operations = operationsOf(product.document).filter(({ requestBody }) => requestBody !== undefined);
    const tries = operations.flatMap((operation) => bodies.map(([name, body]) => ({ operation, name, body })));
    for (const { operation, name, body } of tries.filter((_, index) => index % part === 0)) {
      const { method, path: documented, requestBody } = operation;
      const path = documented.replaceAll(/\{\w+\}/g, '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a');
      const [type = ''] = Object.keys(requestBody?.content ?? {});
      const headers = { 'content-type': type, 'x-api-key': key };
      const sent = { method, path, headers, body };
      await product.sendAlone(`${name} to ${operation.name}`, sent, [200, 400, 403, 404, 413]);
    }
  },
});

const customersForms: Attack = {
  what: 'forms of 4 MB from a customer',
  async run(product) {
    const key = await ownKey(product);
    for (const path of ['/api/rules/import', '/api/activities']) {
      for (const [name, { headers, body }] of Object.entries(forms)) {
        const sent = {
          path,
          headers: { ...headers, 'x-api-key': key },
          body,
        };
        await product.sendAlone(`${name} to ${path}`, sent, [400, 413, 415]);
      }
    }
  },
};

const unfinishedBodies = (count: number): Attack => ({
  what: `${count} bodies that never end, of strangers and of a customer`,
  async run(product) {
    const key = await ownKey(product);
    const part = Buffer.alloc(1_000_000, ' ');
    const clients = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const client = await RawClient.connect(product.api.url);
        const by = index % 2 === 0 ? `x-api-key: ${key}\r\n` : '';
        void client.send(
          `POST /api/activities HTTP/1.1\r\nhost: a\r\n${by}content-type: application/json\r\ncontent-length: 4000000\r\n\r\n`,
        );
        void client.send(part);
        return client;
      }),
    );
    const statuses = await Promise.all(
      clients.map((client) =>
        client.answer().then(
          ({ status }) => status,
          () => 'closed' as const,
        ),
      ),
    );
    for (const client of clients) client.destroy();
    // A stranger is told at once; a customer when the time for a request is over, or where there is no room for more.
    expect(statuses.filter((_, index) => index % 2 === 1 && statuses[index] !== 401)).toEqual([]);
    expect(statuses.filter((status) => ![401, 408, 413, 429, 503].includes(Number(status)))).toEqual([]);
  },
});

const drippedBodies: Attack = {
  what: 'heads and bodies that come a byte at a time',
  async run(product) {
    const key = await ownKey(product);
    const heads = [
      'POST /api/activities HTTP/1.1\r\nhost: a\r\ncontent-length: 4000000\r\n\r\n',
      `POST /api/activities HTTP/1.1\r\nhost: a\r\nx-api-key: ${key}\r\ncontent-type: application/json\r\ncontent-length: 4000000\r\n\r\n`,
      `POST /api/rules/import HTTP/1.1\r\nhost: a\r\nx-api-key: ${key}\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 4000000\r\n\r\n`,
      'GET /health/live HTTP/1.1\r\nhost: a\r\n',
    ];
    const statuses = await Promise.all(
      heads.map(async (head) => {
        const client = await RawClient.connect(product.api.url);
        void client.send(head);
        const dripping = setInterval(() => void client.send('x'), 1000);
        try {
          return (await client.answer()).status;
        } finally {
          clearInterval(dripping);
          client.destroy();
        }
      }),
    );
    expect(statuses).toEqual([401, 408, 408, 408]);
  },
};

const badHeads: Record<string, string> = {
  'two Host headers': 'GET /api/tenants/me HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n',
  'no Host header': 'GET /api/tenants/me HTTP/1.1\r\n\r\n',
  'a length and chunks':
    'POST /api/activities HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  'two lengths': 'POST /api/activities HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\naaaaa',
  'a length that is none': 'POST /api/activities HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
  'a chunk that is none': 'POST /v1/rules/reload HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  'no HTTP': 'hello\r\n\r\n',
  'a method that is none': 'HACK / HTTP/1.1\r\nhost: a\r\n\r\n',
  'a header of 100 kB': `GET /api/tenants/me HTTP/1.1\r\nhost: a\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`,
  'a blank in a header name': 'GET /api/tenants/me HTTP/1.1\r\nhost: a\r\nx y: 1\r\n\r\n',
};

const badHeadsTold: Attack = {
  what: 'heads that are no HTTP get the one form of error',
  async run(product) {
    const wrong: object[] = [];
    for (const [name, head] of Object.entries(badHeads)) {
      const client = await RawClient.connect(product.api.url);
      void client.send(head);
      const { status, headers, body } = await client.answer();
      client.destroy();
      const answer = { status, headers, text: JSON.stringify(body) };
      if (!isProblem(answer) || ![400, 401, 404, 405, 431, 501].includes(status)) wrong.push({ name, ...answer });
    }
    expect(wrong).toEqual([]);
  },
};

const headerFlood: Attack = {
  what: '3,000 headers, and 500 requests in one packet',
  async run(product) {
    const head = `GET /health/live HTTP/1.1\r\nhost: a\r\n`;
    const many = await RawClient.connect(product.api.url);
    void many.send(head + Array.from({ length: 3000 }, (_, n) => `h${n}: 1\r\n`).join('') + '\r\n');
    expect([400, 401, 431]).toContain((await many.answer()).status);
    many.destroy();
    const piped = await RawClient.connect(product.api.url);
    void piped.send(`${head}\r\n`.repeat(500));
    expect((await piped.answer()).status).toBe(200);
    piped.destroy();
  },
};

const abortedBodies: Attack = {
  what: 'bodies whose sender goes away are no errors of ours',
  async run(product) {
    const key = await ownKey(product);
    for (let round = 0; round < 20; round += 1) {
      const client = await RawClient.connect(product.api.url);
      void client.send(
        `POST /api/activities HTTP/1.1\r\nhost: a\r\nx-api-key: ${key}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a`,
      );
      await delay(5);
      client.destroy();
    }
    // Whatever it has to say of them, it has said before it answers this.
    await product.request('GET', '/health/ready');
    const errors = product.api
      .output()
      .split('\n')
      .filter((line) => /"level":(50|60|"error"|"fatal")|^\s+at /.test(line));
    expect(errors).toEqual([]);
  },
};

const wrongKeys = (count: number): Attack => ({
  what: `${count} wrong keys from one address`,
  async run(product) {
    const good = await ownKey(product);
    const ask = (key: string, address: string) =>
      product.request('GET', '/api/tenants/me', { key, headers: { 'x-forwarded-for': address } });
    const sendAll = async (address: string) => {
      const statuses: Record<number, number> = {};
      for (let sent = 0; sent < count; sent += 50) {
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, n) => ask(`erk_${'a'.repeat(40)}${sent + n}`, address)),
        );
        for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
      }
      return statuses;
    };
    // An address's minute begins with its first. One that the sending outlasts says nothing; another address has another.
    for (let host = 1; ; host += 1) {
      const address = `203.0.113.${host}`;
      const startedAt = performance.now();
      expect((await ask(good, address)).status).toBe(200);
      const statuses = await sendAll(address);
      if (performance.now() - startedAt > 60_000) continue;
      expect(Object.keys(statuses)).toEqual(['401', '429']);
      expect(statuses[401]).toBeLessThanOrEqual(600);
      expect((await ask(good, address)).status).toBe(200);
      return;
    }
  },
});

const headers: Attack = {
  what: 'what browsers are told of answers',
  async run(product) {
    const { tenant } = await product.tenant();
    const made = await tenant.request('POST', '/api/api-keys', {
      body: { name: 'a', permissions: ['VIEW_ACTIVITIES'] },
    });
    expect(made.headers.get('cache-control')).toBe('no-store');
    for (const path of [
      '/health/live',
      '/api/openapi.json',
      '/api/docs',
      '/api/nowhere',
      '/api/activities',
      '/v1/rules',
    ]) {
      const { headers } = await product.request('GET', path, { key: null });
      expect({ path, nosniff: headers.get('x-content-type-options') }).toEqual({ path, nosniff: 'nosniff' });
      expect(headers.get('x-powered-by')).toBeNull();
    }
    const docs = await product.request('GET', '/api/docs', { key: null });
    expect(docs.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  },
};

export const ingress = (isShort: boolean): Attack[] => [
  strangersBodies,
  customersBodies(isShort ? 29 : 1),
  customersForms,
  unfinishedBodies(isShort ? 60 : 300),
  drippedBodies,
  badHeadsTold,
  headerFlood,
  abortedBodies,
  // The last but what needs no key, as it uses up what the address may do wrong in a minute.
  wrongKeys(isShort ? 800 : 3000),
  headers,
];
