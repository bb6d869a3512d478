import { OutboundError, type OutboundErrorCode } from '@errand/outbound';
import type { DispatcherAnswer } from './dispatcher';
import { outcomeOfAnswer, outcomeOfError, outcomeOfResponse } from './outcome';

const account = { settings: {}, credentials: { apiKey: 'key-5f1d' } };

describe('what a response means', () => {
  it.each([199, 302, 404, 500])('takes HTTP %d for a rejection', (status) => {
    expect(outcomeOfResponse({ status, headers: {}, body: '{"id":"a"}' }, account)).toEqual({
      disposition: 'RETRY',
      scope: status === 500 ? 'CONFIG' : 'RECIPIENT',
      code: 'PROVIDER_REJECTED',
      providerErrorCode: null,
      message: `HTTP ${status}: {"id":"a"}`,
      httpStatus: status,
      responseBody: '{"id":"a"}',
      retryAfterMs: null,
    });
  });

  it.each([200, 204, 299])('takes HTTP %d for acceptance, also without an id', (status) => {
    const outcome = { disposition: 'ACCEPTED', providerActivityId: null, httpStatus: status, responseBody: null };
    expect(outcomeOfResponse({ status, headers: {}, body: '' }, account)).toEqual(outcome);
  });

  it.each([
    [399, 'RETRY', 'RECIPIENT'],
    [400, 'REJECTED', 'RECIPIENT'],
    [408, 'RETRY', 'RECIPIENT'],
    [409, 'RETRY', 'RECIPIENT'],
    [425, 'RETRY', 'RECIPIENT'],
    [429, 'RETRY', 'CONFIG'],
    [499, 'REJECTED', 'RECIPIENT'],
    [500, 'RETRY', 'CONFIG'],
  ])('takes HTTP %d of an account that fails fast for %s of the %s', (status, disposition, scope) => {
    const impatient = { ...account, settings: { failFast: true } };
    const outcome = outcomeOfResponse({ status, headers: {}, body: '' }, impatient);
    expect(outcome).toMatchObject({ disposition, scope, message: `HTTP ${status}` });
  });
});

describe('what a dispatcher’s answer means', () => {
  it.each<[string, DispatcherAnswer, object]>([
    [
      'a failure whose rest goes without saying',
      { disposition: 'RETRY', message: 'later' },
      {
        disposition: 'RETRY',
        scope: 'RECIPIENT',
        code: 'PROVIDER_REJECTED',
        providerErrorCode: null,
        message: 'later',
      },
    ],
    [
      'an answer that may have got lost',
      { disposition: 'UNCERTAIN', code: 'TIMEOUT', message: 'no answer' },
      { disposition: 'UNCERTAIN', scope: 'CONFIG', code: 'TIMEOUT' },
    ],
    [
      'a recipient that never works',
      { disposition: 'REJECTED', message: 'no such number', providerErrorCode: '21211', httpStatus: 500 },
      { disposition: 'REJECTED', scope: 'RECIPIENT', providerErrorCode: '21211' },
    ],
    ['a wrong account', { disposition: 'MISCONFIGURED', message: 'bad token' }, { scope: 'CONFIG' }],
    [
      'a scope that the dispatcher knows better',
      { disposition: 'RETRY', message: 'queue full', scope: 'CONFIG' },
      { disposition: 'RETRY', scope: 'CONFIG' },
    ],
    [
      'an acceptance in the form of 0.1',
      { accepted: true, providerActivityId: 'p-1', httpStatus: 201, responseBody: 'ok' },
      { disposition: 'ACCEPTED', providerActivityId: 'p-1', httpStatus: 201, responseBody: 'ok' },
    ],
    [
      'a failure in the form of 0.1',
      {
        ...{ accepted: false, code: 'CONNECTION_LOST', message: 'gone' },
        ...{ httpStatus: 200, responseBody: null, retryAfterMs: 5 },
      },
      { disposition: 'UNCERTAIN', scope: 'CONFIG', code: 'CONNECTION_LOST', message: 'gone', retryAfterMs: 5 },
    ],
  ])('understands %s', (_, answer, outcome) => {
    expect(outcomeOfAnswer(answer)).toMatchObject(outcome);
  });

  it('makes something storable of members that make no sense', () => {
    const nonsense: Record<string, unknown> = {
      ...{ disposition: 'RETRY', scope: 'EVERYBODY', code: 'NO_SUCH_CODE', message: null, providerErrorCode: 42 },
      ...{ httpStatus: 'bad', responseBody: { a: 1 }, retryAfterMs: NaN },
    };
    expect(outcomeOfAnswer(nonsense as DispatcherAnswer)).toEqual({
      disposition: 'RETRY',
      scope: 'RECIPIENT',
      code: 'PROVIDER_REJECTED',
      providerErrorCode: '42',
      message: 'PROVIDER_REJECTED',
      httpStatus: null,
      responseBody: null,
      retryAfterMs: null,
    });
  });

  it.each([undefined, null, 'ACCEPTED', {}, { disposition: 'MAYBE' }, { accepted: 'yes' }])(
    'finds no outcome in %j',
    (answer) => {
      expect(outcomeOfAnswer(answer as DispatcherAnswer)).toBeNull();
    },
  );
});

describe('what a throw means', () => {
  it.each<[OutboundErrorCode, string]>([
    ['INVALID_URL', 'PROVIDER_ERROR'],
    ['BLOCKED_ADDRESS', 'BLOCKED_ADDRESS'],
    ['CONNECTION_FAILED', 'CONNECTION_FAILED'],
    ['CONNECTION_LOST', 'CONNECTION_LOST'],
    ['TIMEOUT', 'TIMEOUT'],
    ['RESPONSE_TOO_LARGE', 'RESPONSE_TOO_LARGE'],
    ['ABORTED', 'TIMEOUT'],
  ])('takes %s of the transport for %s, also below a wrapping error', (code, expected) => {
    const cause = new OutboundError(code, 'as it was', { status: 502 });
    expect(outcomeOfError(cause)).toMatchObject({
      code: expected,
      message: 'as it was',
      httpStatus: 502,
    });
    expect(outcomeOfError(new Error('ACME failed', { cause }))).toMatchObject({
      code: expected,
      message: 'ACME failed',
    });
  });

  it('takes the deadline of a dispatcher’s own signal for TIMEOUT', async () => {
    const signal = AbortSignal.timeout(1);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    expect(outcomeOfError(signal.reason)).toMatchObject({ code: 'TIMEOUT' });
  });

  it.each([new TypeError('x is undefined'), 'x is undefined'])('takes anything else for PROVIDER_ERROR', (thrown) => {
    expect(outcomeOfError(thrown)).toMatchObject({ code: 'PROVIDER_ERROR', message: 'x is undefined' });
  });
});
