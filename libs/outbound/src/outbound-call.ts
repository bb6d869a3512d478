export interface OutboundRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, http or https, without user name and password. */
  url: string;
  headers?: Record<string, string>;
  /** Already serialised; its content type is the caller's to name. */
  body?: string;
  /** Whose call it is: what is bounded for one (a tenant) is bounded for this one. Unless told, that of the signal. */
  owner?: string;
  /**
   * Deadline of the call, in milliseconds: connecting, sending and the whole answer. What it waits for before that is
   * this process's own and does not count: a free connection, and the address of the host (10 s at most).
   */
  timeoutMs: number;
  /** How long it may wait for a free connection, in milliseconds; as long as it takes unless told. */
  waitMs?: number;
  signal?: AbortSignal | undefined;
  /** 1 MiB unless told; counts the body, as it came and decompressed. */
  maxResponseBytes?: number;
  /**
   * True: an answer that is cut, late or too large, or whose call is given up, once its status has come, is an answer with
   * what came of its body, and of its headers if those came whole. Otherwise it is an OutboundError with that status.
   */
  statusSuffices?: boolean;
}

export interface OutboundResponse {
  status: number;
  /** Names in lower case; a header that came several times is joined with `, `. */
  headers: Record<string, string>;
  /** Decompressed, without a byte order mark; `not UTF-8: ` and `\xNN` for what is no UTF-8 text. */
  body: string;
}
