/** One entry per wrong field, or what the message refers to. */
export type ErrorDetails = { field: string; message: string }[] | Record<string, unknown>;

export interface ErrorFields {
  /** Of HTTP; null when no answer came. */
  status: number | null;
  /** Of Errand’s catalog (`VALIDATION_FAILED`), `HTTP_502` for an answer of something in between, or `CONNECTION`, `TIMEOUT`. */
  code: string;
  message: string;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  details?: ErrorDetails | null;
  /** Under which Errand’s log has it. */
  requestId?: string | null;
  retryAfterSeconds?: number | null;
}

/** Whatever kept a request from being answered with success. */
export class ErrandError extends Error {
  override readonly name = 'ErrandError';
  readonly status: number | null;
  readonly code: string;
  readonly retryable: boolean;
  readonly details: ErrorDetails | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(fields: ErrorFields, options?: { cause?: unknown }) {
    super(fields.message, options);
    this.status = fields.status;
    this.code = fields.code;
    this.retryable = fields.retryable;
    this.details = fields.details ?? null;
    this.requestId = fields.requestId ?? null;
    this.retryAfterSeconds = fields.retryAfterSeconds ?? null;
  }
}

/** The error that an answer other than 2xx tells. */
export async function errorOf(response: Response): Promise<ErrandError> {
  const { status, headers } = response;
  const text = await response.text();
  const body = objectIn(text);
  return new ErrandError({
    status,
    code: typeof body.code === 'string' ? body.code : `HTTP_${status}`,
    message: typeof body.message === 'string' ? body.message : text.slice(0, 200) || `Status ${status}`,
    retryable: saysRetryable(status, body),
    details: (body.details as ErrorDetails | undefined) ?? null,
    requestId: typeof body.requestId === 'string' ? body.requestId : headers.get('x-request-id'),
    retryAfterSeconds: retryAfterSeconds(headers),
  });
}

/** Whether the same request may succeed later. Leaves the answer’s body to be read. */
export async function isTemporary(end: Response | ErrandError): Promise<boolean> {
  if (end instanceof ErrandError) return end.retryable;
  return !end.ok && saysRetryable(end.status, objectIn(await end.clone().text()));
}

/** Below `/v1` the answer says it itself (`IN_FLIGHT` is 409, and over soon); elsewhere the status does. */
function saysRetryable(status: number, { retryable }: Record<string, unknown>): boolean {
  return typeof retryable === 'boolean' ? retryable : status === 429 || status >= 500;
}

/** Of an answer that Errand does not give. */
export function unexpected(message: string, status: number | null = 200, cause?: unknown): ErrandError {
  return new ErrandError({ status, code: 'UNEXPECTED_ANSWER', message, retryable: false }, { cause });
}

/** What `Retry-After` says, as seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfterSeconds(headers: Headers): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
