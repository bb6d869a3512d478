import { OutboundHttp } from '@errand/outbound';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { MockDispatcher } from './mock.dispatcher';

describeDispatcher('MOCK', {
  createOutbound: () => new OutboundHttp({ allowCidrs: [] }),
  create: () => new MockDispatcher(),
  account: () => ({ baseUrl: null, credentials: {}, settings: {} }),
  success: null,
});

describe('MOCK', () => {
  const mock = new MockDispatcher();

  function send(settings: Record<string, unknown>, { timeoutMs = 1_000, signal = new AbortController().signal } = {}) {
    const payload = samplePayload('SMS', 'MESSAGE');
    const account = { id: 'a', baseUrl: null, credentials: {}, settings, timeoutMs };
    return runDispatcher(mock, { payload, body: JSON.stringify(payload), account }, signal);
  }

  it('rejects every call at a failure rate of 1', async () => {
    expect(await send({ failureRate: 1 })).toMatchObject({
      disposition: 'RETRY',
      code: 'PROVIDER_REJECTED',
      httpStatus: 500,
    });
  });

  it('rejects with the status that it is told, for good where it fails fast', async () => {
    const settings = { failureRate: 1, failureStatus: 422 };
    expect(await send(settings)).toMatchObject({ disposition: 'RETRY', httpStatus: 422 });
    expect(await send({ ...settings, failFast: true })).toMatchObject({ disposition: 'REJECTED', httpStatus: 422 });
  });

  it('answers after its latency', async () => {
    const start = performance.now();
    expect(await send({ latencyMs: 50 })).toMatchObject({ disposition: 'ACCEPTED' });
    expect(performance.now() - start).toBeGreaterThan(45);
  });

  it('times out when its latency is longer than the account allows', async () => {
    expect(await send({ latencyMs: 600_000 }, { timeoutMs: 20 })).toMatchObject({
      disposition: 'UNCERTAIN',
      code: 'TIMEOUT',
    });
  });

  it('answers the id that its setting finds in the payload, otherwise a random one', async () => {
    const { reason } = samplePayload('SMS', 'MESSAGE');
    expect(await send({ payloadIdPath: '/reason' })).toMatchObject({
      providerActivityId: reason,
      responseBody: JSON.stringify({ id: reason }),
    });
    const random = { providerActivityId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string };
    for (const settings of [{}, { payloadIdPath: '/metadata/no-such' }])
      expect(await send(settings)).toMatchObject(random);
  });

  it('gives up at once when aborted while it is slow', async () => {
    const stop = new AbortController();
    const running = send({ latencyMs: 600_000 }, { timeoutMs: 600_000, signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toThrow();
  });

  it('refuses settings out of range', () => {
    const [definition] = mock.channelDefinitions;
    const problems =
      definition &&
      readAccount(mock, definition, {
        settings: { latencyMs: -1, failureRate: 1.5, failureStatus: 200, payloadIdPath: 'id' },
      }).problems;
    expect(problems?.map(({ field }) => field)).toEqual([
      'settings.latencyMs',
      'settings.failureRate',
      'settings.failureStatus',
      'settings.payloadIdPath',
    ]);
  });
});
