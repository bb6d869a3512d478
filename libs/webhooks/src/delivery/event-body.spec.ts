import type { WebhookEvent } from '@errand/vocabulary';
import { eventBody } from './event-body';

function dataOf(type: WebhookEvent, data: Record<string, unknown>): unknown {
  const delivery = {
    ...{ id: 'd-1', seq: 1, subject_id: 's-1', event_type: type, attempts: 0 },
    ...{ data, occurred_at: new Date('2026-03-01T10:00:00.123Z') },
  };
  const subject = type.startsWith('activity') ? { activity: undefined } : { config: undefined };
  return (JSON.parse(eventBody(delivery, subject)) as { data: unknown }).data;
}

describe('the body of an event', () => {
  const lastError = { code: 'TIMEOUT', message: 'no answer' };

  it('has every field of today, also when version 0.1 wrote the event', () => {
    expect(dataOf('activity.failed', { status: 'FAILED', previousStatus: 'READY', lastError })).toMatchObject({
      lastError: { ...lastError, disposition: null, providerErrorCode: null },
    });
    const downSince = '2026-03-01T10:00:00+00:00';
    expect(dataOf('dispatch_config.down', { downSince, lastError })).toMatchObject({
      ...{ reason: 'DOWN', providerErrorCode: null, message: 'no answer', lastError },
      downSince: '2026-03-01T10:00:00.000Z',
    });
  });

  it('tells what the event says of the error, and null where there is none', () => {
    const told = { ...lastError, disposition: 'UNCERTAIN', providerErrorCode: '7' };
    expect(dataOf('activity.failed', { status: 'FAILED', previousStatus: 'READY', lastError: told })).toMatchObject({
      lastError: told,
    });
    expect(dataOf('activity.canceled', { status: 'CANCELED', previousStatus: 'READY', lastError: null })).toMatchObject(
      {
        lastError: null,
      },
    );
  });
});
