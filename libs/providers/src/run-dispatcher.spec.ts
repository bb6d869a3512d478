import type { ActivityDispatcher, DispatchOutcome, DispatchRequest } from './dispatcher';
import { runDispatcher } from './run-dispatcher';
import { samplePayload } from './sample-payload';

describe('running a dispatcher', () => {
  const credentials = { apiKey: 'pa"ss /ü', nested: ['s3cret', 's3cret-longer'] };

  function run(dispatch: ActivityDispatcher['dispatch'], signal = new AbortController().signal) {
    const payload = samplePayload('SMS', 'MESSAGE');
    const account = { id: 'a', baseUrl: null, credentials, settings: {}, timeoutMs: 1_000 };
    const request: DispatchRequest = { payload, body: JSON.stringify(payload), account };
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

  it('replaces what PostgreSQL cannot store and leaves the id otherwise as it is', async () => {
    const outcome = await run(() =>
      Promise.resolve({ accepted: true, providerActivityId: 's3cret\0\ud800', httpStatus: 200, responseBody: 'a\0b' }),
    );
    expect(outcome).toMatchObject({ providerActivityId: 's3cret\ufffd\ufffd', responseBody: 'a\ufffdb' });
  });

  it('says so when a dispatcher returns no outcome', async () => {
    const outcome = await run(() => Promise.resolve(undefined as unknown as DispatchOutcome));
    expect(outcome).toMatchObject({ code: 'PROVIDER_ERROR', message: 'Acme returned no outcome' });
  });

  it('rejects when a dispatcher calls our abort a failure', async () => {
    const stop = new AbortController();
    const swallowing = run(() => {
      stop.abort(new Error('stopping'));
      return Promise.resolve({
        accepted: false,
        code: 'PROVIDER_ERROR',
        message: 'canceled',
        httpStatus: null,
        responseBody: null,
        retryAfterMs: null,
      });
    }, stop.signal);
    await expect(swallowing).rejects.toThrow('stopping');
  });

  it('keeps an acceptance that came in while we were stopping', async () => {
    const stop = new AbortController();
    const accepted = { accepted: true, providerActivityId: 'p', httpStatus: 201, responseBody: null } as const;
    const finishing = run(() => {
      stop.abort();
      return Promise.resolve(accepted);
    }, stop.signal);
    expect(await finishing).toEqual(accepted);
  });
});
