export interface OutboundRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, http or https, without user name and password. */
  url: string;
  headers?: Record<string, string>;
  /** Already serialised; its content type is the caller's to name. */
  body?: string;
  /** Deadline of the whole call, connecting included, in milliseconds. */
  timeoutMs: number;
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
