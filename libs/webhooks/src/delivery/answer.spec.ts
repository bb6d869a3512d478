import { OutboundError } from '@errand/outbound';
import { answerOf, answerOfError, answerOfUnwritable, isDown, isOutage } from './answer';

const answer = (status: number, headers = {}) => answerOf({ status, headers, body: 'said' });

describe('the answer of an endpoint', () => {
  it.each([200, 202, 204, 299])('%i means that it has the event', (status) => {
    expect(answer(status, { 'retry-after': '9' })).toEqual({
      ...{ end: 'DELIVERED', httpStatus: status, error: null, retryAfterMs: null, excerpt: 'said' },
    });
  });

  it('410 means that it wants no more', () => {
    expect(answer(410)).toEqual({
      end: 'GONE',
      httpStatus: 410,
      error: 'HTTP 410',
      retryAfterMs: null,
      excerpt: 'said',
    });
  });

  it.each([199, 300, 302, 400, 404, 409, 429, 500, 503])('%i means that it is to be asked again', (status) => {
    expect(answer(status)).toEqual({
      ...{ end: 'REFUSED', httpStatus: status, error: `HTTP ${status}`, retryAfterMs: null, excerpt: 'said' },
    });
  });

  it('may say when to ask again', () => {
    expect(answer(429, { 'retry-after': '7' })).toMatchObject({ end: 'REFUSED', retryAfterMs: 7_000 });
  });

  it.each([500, 503, 599, 429])('%i says that the endpoint is the trouble', (status) => {
    expect(isOutage(answer(status))).toBe(true);
  });

  it.each([200, 302, 400, 404, 410])('%i says nothing of the sort', (status) => {
    expect(isOutage(answer(status))).toBe(false);
  });
});

describe('a call without an answer', () => {
  it.each(['TIMEOUT', 'CONNECTION_FAILED', 'CONNECTION_LOST'] as const)(
    'that ended with %s is made again, and the endpoint is the trouble',
    (code) => {
      const made = answerOfError(new OutboundError(code, 'why'));
      expect(made).toEqual({ end: 'REFUSED', httpStatus: null, error: 'why', retryAfterMs: null, excerpt: null });
      expect(isOutage(made)).toBe(true);
    },
  );

  it('that was broken off by us was not made', () => {
    const returned = answerOfError(new OutboundError('ABORTED', 'stopped'));
    expect(returned).toMatchObject({ end: 'RETURNED', httpStatus: null });
    expect(isOutage(returned)).toBe(false);
  });

  it('for want of a readable secret is made again', () => {
    expect(answerOfError(new Error('unknown key'))).toMatchObject({ end: 'REFUSED', error: 'unknown key' });
  });

  it('for want of a body counts, and the endpoint is not the trouble', () => {
    const unwritable = answerOfUnwritable(new RangeError('Maximum call stack size exceeded'));
    expect(unwritable).toEqual({
      ...{ end: 'UNWRITABLE', httpStatus: null, error: 'Maximum call stack size exceeded', retryAfterMs: null },
      excerpt: null,
    });
    expect(isOutage(unwritable)).toBe(false);
  });
});

describe('an endpoint', () => {
  const unwritable = answerOfUnwritable(new Error('too deep'));

  it.each([
    ['all calls of a batch say so', [answer(503), answer(429)], true],
    ['all calls say so and one event has no body', [answer(503), unwritable], true],
    ['one call says otherwise', [answer(503), answer(404)], false],
    ['no event has a body', [unwritable], false],
  ])('where %s: is it down?', (_, answers, expected) => {
    expect(isDown(answers)).toBe(expected);
  });
});
