import { excerptOf } from '@errand/json';
import { isOutageStatus, OutboundError, type OutboundResponse, retryAfterMs } from '@errand/outbound';

/** What became of one call to an endpoint. */
export interface Answer {
  end: 'DELIVERED' | 'GONE' | 'REFUSED' | 'UNWRITABLE' | 'RETURNED';
  httpStatus: number | null;
  /** Null when it was delivered. */
  error: string | null;
  retryAfterMs: number | null;
  /** Of what it says, 4 kB at most; null where nothing was answered. */
  excerpt: string | null;
}

/** It was not sent, and nobody is to blame. */
export const returned: Answer = {
  ...{ end: 'RETURNED', httpStatus: null, error: null, retryAfterMs: null, excerpt: null },
};

/** 2xx is delivered and 410 wants no more (Standard Webhooks, “Responding to webhooks”); all else is tried again. */
export function answerOf({ status, headers, body }: OutboundResponse): Answer {
  const excerpt = excerptOf(body);
  if (status >= 200 && status <= 299) {
    return { end: 'DELIVERED', httpStatus: status, error: null, retryAfterMs: null, excerpt };
  }
  return {
    end: status === 410 ? 'GONE' : 'REFUSED',
    httpStatus: status,
    error: `HTTP ${status}`,
    retryAfterMs: retryAfterMs(headers['retry-after']),
    excerpt,
  };
}

/** @param error of the transport, which names at most the origin, or of sealed secrets, which shows nothing of them */
export function answerOfError(error: unknown): Answer {
  const known = error instanceof OutboundError ? error : undefined;
  return {
    end: known?.code === 'ABORTED' ? 'RETURNED' : 'REFUSED',
    httpStatus: null,
    error: error instanceof Error ? error.message : String(error),
    retryAfterMs: null,
    excerpt: null,
  };
}

/** No call was made, and none can be unless what the event is about changes; the endpoint has no part in it. */
export function answerOfUnwritable(error: unknown): Answer {
  return { ...answerOfError(error), end: 'UNWRITABLE' };
}

/** Whether it says that the endpoint, not this event, is the trouble: no answer, 5xx or 429. */
export function isOutage({ end, httpStatus }: Answer): boolean {
  return end === 'REFUSED' && (httpStatus === null || isOutageStatus(httpStatus));
}

/** Whether the calls of a batch, if there were any, all say so: then the endpoint is better left alone for a while. */
export function isDown(answers: readonly Answer[]): boolean {
  const called = answers.filter(({ end }) => end !== 'UNWRITABLE');
  return called.length > 0 && called.every(isOutage);
}
