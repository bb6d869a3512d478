import { createHmac, randomUUID } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import { AcmeDispatcher } from '../../../examples/acme-provider/src/acme.dispatcher';
import { describeDispatcher } from './conformance';
import type { ActivityDispatcher } from './dispatcher';
import { LoopbackProvider } from './loopback-provider';
import { runDispatcher } from './run-dispatcher';
import { samplePayload } from './sample-payload';

const createOutbound = () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
const signingKey = 'acme-signing-key-77';
const account = (url: string) => ({
  baseUrl: url,
  credentials: { token: 'acme-token-77', signingKey },
  settings: { team: 'north', note: 'Visit {{ attributes.reference }}' },
});

// The built-in dispatchers call the suite beside their own code; this one lives outside and uses axios.
describeDispatcher('ACME', {
  createOutbound,
  create: (http) => new AcmeDispatcher(http.axios),
  account,
  success: (providerId) => ({ status: 201, body: JSON.stringify({ ticket: providerId }) }),
});

describe('ACME', () => {
  const callbackUrl = 'https://errand.example.com/callbacks/a-token';
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  let acme: ActivityDispatcher;
  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = createOutbound();
    acme = new AcmeDispatcher(http.axios);
  });
  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  const whole = () => ({ id: randomUUID(), timeoutMs: 5_000, callbackUrl, ...account(provider.url) });

  it.each([
    [409, 'TEAM_BUSY', 'RETRY'],
    [409, 'STORE_CLOSED', 'REJECTED'],
    [409, 'NO_SUCH_TEAM', 'MISCONFIGURED'],
    [401, 'OTHER', 'MISCONFIGURED'],
    [422, 'OTHER', 'REJECTED'],
    [503, 'OTHER', 'RETRY'],
  ])('takes %d %s for %s', async (status, code, disposition) => {
    provider.behave(() => ({ status, body: JSON.stringify({ code }) }));
    const payload = { ...samplePayload('SALESMAN', 'TASK'), attributes: { reference: 'A-7' } };
    const request = { payload, body: '', account: whole() };
    const outcome = await runDispatcher(acme, request, new AbortController().signal);
    expect(outcome).toMatchObject({ disposition, providerErrorCode: code });
    const visit = { ref: payload.id, note: 'Visit A-7', callback: callbackUrl };
    expect(JSON.parse(provider.received[0]?.body ?? '')).toMatchObject(visit);
  });

  describe('reads a callback', () => {
    const receivedAt = new Date('2026-01-05T14:00:00Z');
    const told = { event: 'e-1', ticket: 'T-7', ref: 'activity-1', at: '2026-01-05T13:59:58Z' };

    /** As ACME signs it. */
    function read(content: object, { at = receivedAt, key = signingKey, tampered = '' } = {}) {
      const body = JSON.stringify(content);
      const seconds = Math.floor(at.getTime() / 1000);
      const signature = createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex');
      const headers = { 'acme-signature': `t=${seconds},v1=${signature}` };
      const callback = { method: 'POST' as const, url: callbackUrl, query: {}, headers, receivedAt };
      const signal = new AbortController().signal;
      return acme.readCallback?.({ ...callback, body: Buffer.from(body + tampered) }, whole(), signal);
    }

    it.each([
      ['planned', 'QUEUED'],
      ['on_the_way', 'SENT'],
      ['done', 'DELIVERED'],
      ['cancelled', 'FAILED'],
    ])('that says %s for %s', (state, stage) => {
      const about = { id: 'e-1', activityId: 'activity-1', providerActivityId: 'T-7', stage, externalStatus: state };
      expect(read({ ...told, state, code: 'WEATHER' })).toMatchObject({
        kind: 'EVENTS',
        events: [{ ...about, providerErrorCode: 'WEATHER', occurredAt: new Date(told.at) }],
      });
    });

    it('that says nothing new', () => {
      expect(read({ ...told, state: 'thinking' })).toEqual({ kind: 'EVENTS', events: [] });
    });

    it('only when ACME signed it, to the byte and just now', () => {
      const bad = { kind: 'BAD_SIGNATURE' };
      expect(read(told, { key: 'another' })).toEqual(bad);
      expect(read(told, { tampered: ' ' })).toEqual(bad);
      expect(read(told, { at: new Date(receivedAt.getTime() - 301_000) })).toEqual(bad);
    });
  });
});
