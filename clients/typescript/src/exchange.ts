import { pause, withDeadline } from './deadline.js';
import { ErrandError } from './errand-error.js';
import { type RetryPolicy, waitMsAfter } from './retry.js';

export interface Call {
  method: string;
  url: string;
  headers: Headers;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Whether making it twice does what making it once does. */
  isRepeatable: boolean;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Makes HTTP requests, and makes them again where that may help. */
export class Exchange {
  constructor(
    private readonly fetch: Fetch,
    private readonly timeoutMs: number,
    private readonly retry: RetryPolicy,
  ) {}

  /**
   * @returns the last attempt’s answer, whatever its status, its body read to the end
   * @throws ErrandError CONNECTION or TIMEOUT when no answer came; the reason of the caller’s signal
   */
  async send(call: Call): Promise<Response> {
    for (let made = 1; ; made += 1) {
      const end = await this.attempt(call);
      const waitMs = await waitMsAfter(end, made, call.isRepeatable, this.retry);
      if (waitMs !== null) await pause(waitMs, call.signal);
      else if (end instanceof ErrandError) throw end;
      else return end;
    }
  }

  private async attempt({ url, signal, method, headers, body }: Call): Promise<Response | ErrandError> {
    try {
      return await withDeadline(this.timeoutMs, signal, async (signal) => {
        const init = body === undefined ? { method, headers, signal } : { method, headers, signal, body };
        return whole(await this.fetch(url, init));
      });
    } catch (error) {
      signal?.throwIfAborted();
      return error instanceof ErrandError ? error : disconnected(error);
    }
  }
}

/** The answer with its body in memory, so that a connection that breaks in the middle is a failed attempt. */
async function whole(response: Response): Promise<Response> {
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}

/** fetch says “fetch failed”; why is in its cause. */
function disconnected(error: unknown): ErrandError {
  const { message = String(error), cause } = error as { message?: string; cause?: { message?: string } };
  const text = cause?.message ? `${message}: ${cause.message}` : message;
  return new ErrandError({ status: null, code: 'CONNECTION', message: text, retryable: true }, { cause: error });
}
