export interface OutboundRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, http or https, without user name and password. */
  url: string;
  headers?: Record<string, string>;
  /** Already serialised; its content type is the caller's to name. */
  body?: string;
  /**
   * Deadline of the call, in milliseconds: connecting, sending and the whole answer. What it waits for before that is
   * this process's own and does not count: a free connection, and the address of the host (5 s at most).
   */
  timeoutMs: number;
  /** How long it may wait for a free connection, in milliseconds; as long as it takes unless told. */
  waitMs?: number;
  signal?: AbortSignal | undefined;
  /** 1 MiB unless told; counts the body. */
  maxResponseBytes?: number;
}

export interface OutboundResponse {
  status: number;
  /** Names in lower case; a header that came several times is joined with `, `. */
  headers: Record<string, string>;
  /** Decoded as UTF-8. */
  body: string;
}
