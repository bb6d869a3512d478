import { TemplateFailed } from '@errand/templates';
import fc from 'fast-check';
import { OutcomeError } from '../outcome-error';
import { renderSettings } from '../render-settings';
import { samplePayload } from '../sample-payload';
import { callUrl, preparedCall } from './http-call';
import { settings as fields } from './http-fields';

/** What people and attackers put into attributes. */
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '//evil.example',
    '/../..',
    '\\\\evil.example',
    '@evil.example',
    'a\r\nx: y',
    '#',
  ),
  fc
    .array(fc.constantFrom('/', '\\', '.', '%2e', '%', '@', ':', '?', '#', '\r', '\n', '\t', ' ', 'a'))
    .map((parts) => parts.join('')),
);

const base = 'https://api.example.com:8443/v1/tenant?key=1';

/** A value as templates insert it: without what can neither be stored nor sent. */
const sendable = (text: string) => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\u{fffd}');

/** The call that the settings make of the attributes; undefined where they make none. */
function callOf(settings: Record<string, unknown>, attributes: Record<string, string>) {
  const definition = { channel: 'SMS' as const, baseUrl: 'required' as const, credentials: [], settings: fields };
  const whole = { method: 'POST', contentType: 'application/json', auth: 'none', ...settings };
  const payload = { ...samplePayload('SMS', 'MESSAGE'), attributes };
  const account = { id: 'a', baseUrl: base, credentials: {}, settings: whole, timeoutMs: 1 };
  return unlessRefused(() =>
    preparedCall({ payload, body: '{}', account, rendered: renderSettings(definition, whole, payload) }),
  );
}

function unlessRefused<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof TemplateFailed) return undefined;
    if (error instanceof OutcomeError && error.outcome.code === 'TEMPLATE_FAILED') return undefined;
    throw error;
  }
}

function expectBelowBase(url: string): void {
  const { origin, username, pathname, search, hash } = new URL(url);
  expect({ origin, username, hash }).toEqual({ origin: 'https://api.example.com:8443', username: '', hash: '' });
  expect(pathname === '/v1/tenant' || pathname.startsWith('/v1/tenant/')).toBe(true);
  expect(search.startsWith('?key=1')).toBe(true);
}

describe('whatever an activity carries', () => {
  const paths = [
    '/to/{{ attributes.v }}/x?q={{ attributes.v }}',
    '{{ attributes.v }}',
    '/{{ attributes.v }}{{ attributes.v }}?{{ attributes.v }}',
  ];

  it('the call stays below the base URL, and each value in its place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, v) => {
        const call = callOf({ path }, { v });
        // Refused for a step up or to itself, and for nothing else.
        if (path === paths[0]) expect(call === undefined).toBe(['.', '..'].includes(sendable(v)));
        if (call === undefined) return;
        expectBelowBase(call.url);
        if (path === paths[0]) {
          expect(new URL(call.url).pathname).toBe(`/v1/tenant/to/${encodeURIComponent(sendable(v))}/x`);
          expect(new URL(call.url).searchParams.get('q')).toBe(sendable(v));
        }
      }),
    );
  });

  it('a path without any escaping stays there too', () => {
    fc.assert(
      fc.property(value, (path) => {
        const url = unlessRefused(() => callUrl(base, path));
        if (url !== undefined) expectBelowBase(url);
      }),
    );
  });

  it('headers have one line and no other than their names', () => {
    fc.assert(
      fc.property(value, (v) => {
        const call = callOf({ headers: { 'X-One': '{{ attributes.v }}', 'X-Two': 'a{{ attributes.v }}' } }, { v });
        if (call === undefined) {
          // For the characters that headers cannot carry alone.
          expect(v).toMatch(/[^\s\x20-\x7e\xa0-\xff]/);
          return;
        }
        expect(Object.keys(call.headers).sort()).toEqual(['content-type', 'idempotency-key', 'x-one', 'x-two']);
        for (const line of Object.values(call.headers)) expect(line).not.toMatch(/[\r\n\0]/);
      }),
    );
  });

  it('a JSON body is JSON, with the value as it is', () => {
    fc.assert(
      fc.property(value, (v) => {
        const call = callOf({ body: '{"v": {{ attributes.v }}, "w": [{{ attributes.v }}]}' }, { v });
        expect(JSON.parse(call?.body ?? '')).toEqual({ v: sendable(v), w: [sendable(v)] });
      }),
    );
  });

  it('within quotes a value is text', () => {
    fc.assert(
      fc.property(value, (v) => {
        const call = callOf({ body: '{"v": "{{ attributes.v }}"}' }, { v });
        const text = sendable(v);
        expect(JSON.parse(call?.body ?? '')).toEqual({ v: typeof text === 'string' ? text : JSON.stringify(text) });
      }),
    );
  });
});
