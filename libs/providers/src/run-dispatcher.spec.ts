import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutboundHttp } from '@errand/outbound';
import type { ActivityDispatcher, DispatcherAnswer, DispatchOutcome, DispatchRequest } from './dispatcher';
import { runDispatcher } from './run-dispatcher';
import { samplePayload } from './sample-payload';

describe('running a dispatcher', () => {
  const credentials = { apiKey: 'pa"ss /ü', nested: ['s3cret', 's3cret-longer'] };

  function run(dispatch: ActivityDispatcher['dispatch'], signal = new AbortController().signal, timeoutMs = 1_000) {
    const payload = samplePayload('SMS', 'MESSAGE');
    const callbackUrl = 'https://errand.example.com/callbacks/a-token-4711';
    const account = { id: 'a', baseUrl: null, credentials, settings: {}, timeoutMs, callbackUrl };
    const request = { payload, body: JSON.stringify(payload), account };
    return runDispatcher({ name: 'Acme', channelDefinitions: [], dispatch }, request, signal);
  }

  it('blots credentials out of a thrown message, in each spelling', async () => {
    const outcome = await run(() => {
      throw new Error('pa"ss /ü, "pa\\"ss /ü", ?key=pa%22ss%20%2F%C3%BC, s3cret-longer, s3cret');
    });
    const blot = '[redacted]';
    expect(outcome).toMatchObject({
      code: 'PROVIDER_ERROR',
      message: `${blot}, "${blot}", ?key=${blot}, ${blot}, ${blot}`,
    });
  });

  it.each([
    ['p-4711', 'p-4711'],
    ['a-s3cret', null],
    [Buffer.from('x:s3cret').toString('base64'), null],
    ['a\0', null],
    ['a\ud800', null],
  ])('replaces what PostgreSQL cannot store, but leaves the id %j as it is or out', async (id, kept) => {
    const accepted = { disposition: 'ACCEPTED', httpStatus: 200, responseBody: 'a\0b\ud800' } as const;
    const outcome = await run(() => Promise.resolve({ ...accepted, providerActivityId: id }));
    expect(outcome).toMatchObject({ providerActivityId: kept, responseBody: 'ab\ufffd' });
  });

  it('blots out the token of the callback URL', async () => {
    const outcome = await run(({ account }) => Promise.reject(new Error(`to ${account.callbackUrl}?activity=1`)));
    expect(outcome).toMatchObject({ message: 'to https://errand.example.com/callbacks/[redacted]?activity=1' });
  });

  it('blots credentials out of the provider’s own code and cuts it', async () => {
    const providerErrorCode = `s3cret-${'9'.repeat(200)}`;
    const outcome = await run(() => Promise.resolve({ disposition: 'REJECTED', message: 'no', providerErrorCode }));
    expect(outcome).toMatchObject({ providerErrorCode: `[redacted]-${'9'.repeat(89)}` });
  });

  it('blots out a credential at the cut of an answer, whatever stands before it', async () => {
    const before = '.'.repeat(19_996);
    const responseBody = `${'\0'.repeat(4_096)}${before}s3cret`;
    const outcome = await run(() => Promise.resolve({ disposition: 'REJECTED', message: 'no', responseBody }));
    expect(outcome).toMatchObject({ responseBody: `${before}[red` });
  });

  it('goes on with a dispatcher that answers in the form of 0.1', async () => {
    const answer = {
      code: 'TIMEOUT',
      message: 's3cret',
      httpStatus: null,
      responseBody: null,
      retryAfterMs: 7,
    } as const;
    expect(await run(() => Promise.resolve({ accepted: false, ...answer }))).toEqual({
      ...answer,
      disposition: 'UNCERTAIN',
      scope: 'CONFIG',
      providerErrorCode: null,
      message: '[redacted]',
    });
  });

  it('says so when a dispatcher returns no outcome', async () => {
    const outcome = await run(() => Promise.resolve(undefined as unknown as DispatcherAnswer));
    expect(outcome).toMatchObject({ code: 'PROVIDER_ERROR', message: 'Acme returned no outcome' });
  });

  it('rejects when a dispatcher calls our abort a failure', async () => {
    const stop = new AbortController();
    const swallowing = run(() => {
      stop.abort(new Error('stopping'));
      return Promise.resolve({ disposition: 'RETRY', code: 'PROVIDER_ERROR', message: 'canceled' });
    }, stop.signal);
    await expect(swallowing).rejects.toThrow('stopping');
  });

  it('keeps an acceptance that came in while we were stopping', async () => {
    const stop = new AbortController();
    const accepted = { disposition: 'ACCEPTED', providerActivityId: 'p', httpStatus: 201, responseBody: null } as const;
    const finishing = run(() => {
      stop.abort();
      return Promise.resolve(accepted);
    }, stop.signal);
    expect(await finishing).toEqual(accepted);
  });

  it('ends one that ignores its deadline', async () => {
    let given: AbortSignal | undefined;
    const hanging = (_request: DispatchRequest, signal: AbortSignal) => {
      given = signal;
      return new Promise<DispatchOutcome>(() => undefined);
    };
    const stop = new AbortController();
    expect(await run(hanging, stop.signal, 10)).toMatchObject({ disposition: 'UNCERTAIN', code: 'TIMEOUT' });
    expect(given?.aborted).toBe(true);
    expect(stop.signal.aborted).toBe(false);
    // The next one has a signal that has not fired.
    expect(await run((_request, signal) => Promise.resolve(acceptedIf(!signal.aborted)), stop.signal)).toMatchObject({
      disposition: 'ACCEPTED',
    });
  });

  it('does not count what it waits for a connection of ours', async () => {
    const server = createServer((request, response) => (request.url === '/hangs' ? undefined : response.end()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'], maxConnectionsPerOrigin: 1 });
    const post = { method: 'POST', timeoutMs: 500 } as const;
    // As long as it takes until a dispatcher of 500 ms counts as hung, and a little longer.
    const other = http.request({ ...post, url: `${url}/hangs`, timeoutMs: 1_700 }).catch(() => undefined);
    const outcome = await run(
      async (_request, signal) => {
        const { status } = await http.request({ ...post, url, signal });
        return acceptedIf(status === 200);
      },
      undefined,
      500,
    );
    expect(outcome).toMatchObject({ disposition: 'ACCEPTED' });
    await other;
    await http.close();
    server.close();
  });
});

function acceptedIf(accepted: boolean): DispatcherAnswer {
  if (!accepted) return { disposition: 'RETRY', message: 'no' };
  return { disposition: 'ACCEPTED', providerActivityId: null, httpStatus: null, responseBody: null };
}
