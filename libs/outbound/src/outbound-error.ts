/**
 * What a call can end with instead of an answer.
 * - `INVALID_URL`: not an absolute URL with a scheme that the call has, or it carries a user name or password.
 * - `BLOCKED_ADDRESS`: it leads where Errand must not connect; `rule` says why.
 * - `CONNECTION_FAILED`: nothing was sent (refused, DNS, TLS, no connection in time, request not valid HTTP).
 * - `CONNECTION_LOST`: the connection broke after the request may have been sent.
 * - `TIMEOUT`: the request was sent and the deadline passed before the answer was complete.
 * - `RESPONSE_TOO_LARGE`: the answer passed its cap.
 * - `ABORTED`: the caller's signal fired, no connection came free within its `waitMs`, or this process is stopping.
 */
export type OutboundErrorCode =
  | 'INVALID_URL'
  | 'BLOCKED_ADDRESS'
  | 'CONNECTION_FAILED'
  | 'CONNECTION_LOST'
  | 'TIMEOUT'
  | 'RESPONSE_TOO_LARGE'
  | 'ABORTED';

/**
 * A call had no complete answer. The message names at most the origin: a path or query may hold a token, so
 * neither they nor headers, bodies or the underlying error (undici's may carry response bytes) are kept. It does not tell
 * why an address is refused either, which would show what there is in the operator's network.
 */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  /** The rule that refused it, e.g. `loopback address`; only with `BLOCKED_ADDRESS`. The message does not tell it. */
  readonly rule?: string;
  /** HTTP status, where one had arrived before the call failed. */
  readonly status?: number;

  constructor(
    readonly code: OutboundErrorCode,
    message: string,
    known: { rule?: string; status?: number } = {},
  ) {
    super(message);
    if (known.rule !== undefined) this.rule = known.rule;
    if (known.status !== undefined) this.status = known.status;
  }
}

export function blockedAddress(origin: string, rule: string): OutboundError {
  return new OutboundError('BLOCKED_ADDRESS', `${origin} must not be connected to`, { rule });
}

/** The one answer for a name without addresses and for one whose addresses are refused. */
export function unreachableName(origin: string): OutboundError {
  return new OutboundError(
    'CONNECTION_FAILED',
    `No connection to ${origin}: its name leads to no address that may be connected to`,
  );
}
