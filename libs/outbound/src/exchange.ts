import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import { textOfBody } from './answer-body';
import type { OutboundResponse } from './outbound-call';
import { OutboundError, type OutboundErrorCode } from './outbound-error';
import { announceRequest, type HeadReader } from './response-heads';

/** What one call may cost. */
export interface ExchangeLimits {
  timeoutMs: number;
  maxResponseBytes: number;
  statusSuffices: boolean;
  signal?: AbortSignal | undefined;
}

const unsendable = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH']);

/**
 * One call, whose events undici reports here. It collects the answer and settles the call once, with whatever comes
 * first: the whole answer, an error, the deadline (counted from {@link begin}), too large an answer, or the caller's
 * signal. For speed it implements undici's handler interface and sets a plain timer: with undici's `request` and
 * `AbortSignal.timeout` a guarded call would take longer than a bare one.
 */
export class Exchange implements Dispatcher.DispatchHandler, HeadReader {
  private controller: Dispatcher.DispatchController | undefined;
  private settled = false;
  private status: number | undefined;
  private headers: Record<string, string> = {};
  private chunks: Buffer[] = [];
  private received = 0;
  private deadline: NodeJS.Timeout | undefined;
  private isOver = false;

  /** @param over called once undici is done with the call, which may be after it was settled */
  constructor(
    private readonly origin: string,
    private readonly limits: ExchangeLimits,
    private readonly resolve: (response: OutboundResponse) => void,
    private readonly reject: (error: OutboundError) => void,
    private readonly over: () => void,
  ) {
    if (limits.signal === undefined) return;
    // One stop signal is shared by every call under way; Node would warn of a leak from the 11th on.
    setMaxListeners(0, limits.signal);
    limits.signal.addEventListener('abort', this.onAbort, { once: true });
  }

  /** Whether its connection has been found, or will not be looked for any more. */
  get hasConnection(): boolean {
    return this.settled || this.controller !== undefined;
  }

  /** From now on what the call takes is the receiver's time. */
  begin(): void {
    if (!this.settled) this.deadline = setTimeout(this.onDeadline, this.limits.timeoutMs);
  }

  /** Called right before the first byte is written, so from here on the request may have been sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Throwing here skips the request and keeps the connection; aborting would destroy it.
    if (this.settled) throw new Error('the call ended while it waited for a connection');
    this.controller = controller;
    announceRequest(this);
  }

  /** Long before the head is whole, which may come late or never. */
  statusSeen(status: number): void {
    this.status = status;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return;
    this.status = status;
    for (const name in headers) {
      const value = headers[name];
      if (value !== undefined) this.headers[name] = typeof value === 'string' ? value : value.join(', ');
    }
    if (Number(this.headers['content-length']) > this.limits.maxResponseBytes) this.fail(this.tooLarge());
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.received += chunk.length;
    if (this.received > this.limits.maxResponseBytes) this.fail(this.tooLarge());
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.end();
    if (!this.settle()) return;
    const body = this.body();
    if (body === null) this.endWithout(this.tooLarge(), '');
    else this.resolve({ status: this.status ?? 0, headers: this.headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.end();
    if (this.settle()) this.endWithout(this.explain(error));
  }

  /** What came in time but was not read yet, since this process was busy, is read first. */
  private readonly onDeadline = (): void => {
    setImmediate(this.onTimeUp);
  };

  private readonly onTimeUp = (): void => {
    const { timeoutMs } = this.limits;
    this.fail(
      this.controller === undefined
        ? this.failure('CONNECTION_FAILED', `No connection to ${this.origin} within ${timeoutMs} ms`)
        : this.failure('TIMEOUT', `${this.origin} gave no complete answer within ${timeoutMs} ms`),
    );
  };

  private readonly onAbort = (): void => {
    this.fail(this.failure('ABORTED', `The call to ${this.origin} was given up by the caller`));
  };

  private tooLarge(): OutboundError {
    const { maxResponseBytes } = this.limits;
    return this.failure('RESPONSE_TOO_LARGE', `${this.origin} answered with more than ${maxResponseBytes} bytes`);
  }

  private body(): string | null {
    return textOfBody(this.chunks, this.headers['content-encoding'], this.limits.maxResponseBytes);
  }

  /** The answer did not come whole. Where its status is all that counts, it is an answer all the same. */
  private endWithout(error: OutboundError, body?: string): void {
    const { status } = this;
    if (status === undefined || !this.limits.statusSuffices) this.reject(error);
    else this.resolve({ status, headers: this.headers, body: body ?? this.body() ?? '' });
  }

  private failure(code: OutboundErrorCode, message: string): OutboundError {
    return new OutboundError(code, message, this.status === undefined ? {} : { status: this.status });
  }

  private fail(error: OutboundError): void {
    if (!this.settle()) return;
    this.endWithout(error);
    this.controller?.abort(error);
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.over();
  }

  /** @returns false when the call was settled before. */
  private settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    clearTimeout(this.deadline);
    this.limits.signal?.removeEventListener('abort', this.onAbort);
    return true;
  }

  /** Only the code of undici's or Node's error is told: its message and fields may hold an address or response bytes. */
  private explain(error: Error & { code?: unknown }): OutboundError {
    if (error instanceof OutboundError) return error;
    const code = typeof error.code === 'string' ? error.code : error.name;
    if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') {
      return this.failure('ABORTED', `The call to ${this.origin} ended because this process is stopping`);
    }
    if (code === 'UND_ERR_HEADERS_OVERFLOW') {
      return this.failure('RESPONSE_TOO_LARGE', `${this.origin} answered with more headers than are accepted`);
    }
    if (this.controller !== undefined) {
      return this.failure('CONNECTION_LOST', `${this.origin} broke the connection (${code})`);
    }
    if (unsendable.has(code)) {
      return this.failure('CONNECTION_FAILED', `The request to ${this.origin} is not valid HTTP and was not sent`);
    }
    return this.failure('CONNECTION_FAILED', `No connection to ${this.origin} (${code})`);
  }
}
