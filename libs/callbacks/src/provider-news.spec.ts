import { randomUUID } from 'node:crypto';
import { type ProviderEvent, STAGES } from '@errand/providers';
import type { DispatchConfig } from '@errand/tenants';
import { newsOf, rankOf, resultOf, statusOf } from './provider-news';

const config = { id: 'config', providerCode: 'ACME', settings: {} } as DispatchConfig;
const event: ProviderEvent = {
  ...{ id: 'e-1', activityId: null, providerActivityId: 'SM1', stage: 'FAILED', externalStatus: 'undelivered' },
  ...{ providerErrorCode: '30003', message: 'Unreachable', occurredAt: new Date('2026-01-02T03:04:05.678Z') },
  ...{ blocksContact: null, raw: { a: 1 } },
};

describe('the result of a stage', () => {
  it.each([
    ['sent', ['PENDING', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'NOT_EXECUTED']],
    ['delivered', ['PENDING', 'PENDING', 'COMPLETED', 'COMPLETED', 'NOT_EXECUTED']],
    ['read', ['PENDING', 'PENDING', 'PENDING', 'COMPLETED', 'NOT_EXECUTED']],
    [undefined, ['PENDING', 'PENDING', 'COMPLETED', 'COMPLETED', 'NOT_EXECUTED']],
    ['', ['PENDING', 'PENDING', 'COMPLETED', 'COMPLETED', 'NOT_EXECUTED']],
  ])('is, completing on %s, for QUEUED, SENT, DELIVERED, READ, FAILED: %s', (completeOn, expected) => {
    expect(STAGES.map((stage) => statusOf(stage, completeOn))).toEqual(expected);
  });

  it('carries the provider’s code, reason and words', () => {
    const activityId = randomUUID();
    expect(resultOf(newsOf(event, config), activityId, config.id)).toMatchObject({
      ...{ activityId, providerActivityId: 'SM1', dispatchConfigId: 'config', status: 'NOT_EXECUTED' },
      ...{ externalStatus: 'undelivered', result: '30003', comment: 'Unreachable', rawPayload: '{"a":1}' },
      ...{ occurredAt: event.occurredAt, hardOverride: false },
    });
  });
});

describe('an event', () => {
  it('ranks from queued to failed', () => {
    expect(STAGES.map(rankOf)).toEqual([0, 1, 2, 3, 4]);
  });

  it('is the same after it was stored', () => {
    const news = newsOf(event, config);
    expect(JSON.parse(JSON.stringify(news))).toEqual(news);
    expect(news.actor).toBe('provider:ACME');
  });

  it('has texts that can be stored, whatever the provider says', () => {
    const long = 'x'.repeat(5_000);
    const odd = newsOf({ ...event, id: long, activityId: 'order 7', message: `a\0${long}`, raw: null }, config);
    expect(odd).toMatchObject({ activityId: null, raw: null });
    expect(odd.id).toMatch(/^[0-9a-f]{64}$/);
    expect(odd.message).toBe(`a${long.slice(0, 1_998)}`);
    // The cut goes through the middle of a pair.
    const halved = newsOf({ ...event, message: `${long.slice(0, 1_999)}😀` }, config);
    expect(halved.message).toBe(`${long.slice(0, 1_999)}\u{fffd}`);
    expect(newsOf({ ...event, id: `${long}y` }, config).id).not.toBe(odd.id);
  });
});
