import { type Answer, answerOf } from './answer';
import { endOf } from './delivery-end';

const now = new Date('2026-01-01T00:00:00.000Z');
const retry = { maxAttempts: 5, baseDelayMs: 1_000, maxDelayMs: 60_000 };
const in_ = (ms: number) => new Date(now.getTime() + ms);
/** After attempt `attempts`, with the longest wait that chance allows. */
const end = (answer: Answer, attempts = 1) => endOf({ id: 'd', attempts }, answer, retry, now, () => 1);
const answer = (status: number, headers = {}) => answerOf({ status, headers, body: 'said' });

describe('a delivery', () => {
  it('is over when the endpoint has it', () => {
    const ended = {
      id: 'd',
      status: 'DELIVERED',
      next_attempt_at: null,
      counts: true,
      http_status: 200,
      error: null,
      response_excerpt: 'said',
    };
    expect(end(answer(200), 5)).toEqual(ended);
  });

  it.each([
    [1, 1_000],
    [2, 2_000],
    [4, 8_000],
  ])('that failed %i times is tried again within a time that doubles: %i ms', (attempts, waitMs) => {
    const again = {
      id: 'd',
      status: 'PENDING',
      counts: true,
      http_status: 500,
      error: 'HTTP 500',
      response_excerpt: 'said',
    };
    expect(end(answer(500), attempts)).toEqual({ ...again, next_attempt_at: in_(waitMs) });
  });

  it('waits as long as the endpoint says, up to the longest wait', () => {
    expect(end(answer(429, { 'retry-after': '40' })).next_attempt_at).toEqual(in_(40_000));
    expect(end(answer(503, { 'retry-after': '3600' })).next_attempt_at).toEqual(in_(60_000));
    expect(end(answer(503, { 'retry-after': '0' })).next_attempt_at).toEqual(now);
  });

  it('fails with its last attempt, whatever the endpoint says', () => {
    const failed = { status: 'FAILED', next_attempt_at: null, counts: true, http_status: 429 };
    expect(end(answer(429, { 'retry-after': '40' }), 5)).toMatchObject(failed);
    expect(end(answer(429), 4)).toMatchObject({ status: 'PENDING' });
  });

  it('fails at once when the endpoint wants no more', () => {
    expect(end(answer(410))).toMatchObject({ status: 'FAILED', next_attempt_at: null, http_status: 410 });
  });

  it('that was not made is due as before, and its attempt does not count, though it was the last', () => {
    const returned: Answer = { end: 'RETURNED', httpStatus: null, error: 'aborted', retryAfterMs: null, excerpt: null };
    expect(end(returned, 5)).toMatchObject({ status: 'PENDING', next_attempt_at: now, counts: false });
  });
});
