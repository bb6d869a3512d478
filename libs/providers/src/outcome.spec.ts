import { OutboundError, type OutboundErrorCode } from '@errand/outbound';
import { outcomeOfError, outcomeOfResponse } from './outcome';

describe('what a response means', () => {
  it.each([199, 302, 404, 500])('takes HTTP %d for a rejection', (status) => {
    expect(outcomeOfResponse({ status, headers: {}, body: '{"id":"a"}' })).toEqual({
      accepted: false,
      code: 'PROVIDER_REJECTED',
      message: `HTTP ${status}`,
      httpStatus: status,
      responseBody: '{"id":"a"}',
      retryAfterMs: null,
    });
  });

  it.each([200, 204, 299])('takes HTTP %d for acceptance, also without an id', (status) => {
    const outcome = { accepted: true, providerActivityId: null, httpStatus: status, responseBody: null };
    expect(outcomeOfResponse({ status, headers: {}, body: '' })).toEqual(outcome);
  });
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
      accepted: false,
      code: expected,
      message: 'as it was',
      httpStatus: 502,
    });
    expect(outcomeOfError(new Error('ACME failed', { cause }))).toMatchObject({
      code: expected,
      message: 'ACME failed',
    });
  });

  it('takes a 2xx whose body is too large for a success without id', () => {
    const error = new OutboundError('RESPONSE_TOO_LARGE', 'too large', { status: 201 });
    expect(outcomeOfError(error)).toMatchObject({ accepted: true, providerActivityId: null, httpStatus: 201 });
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
