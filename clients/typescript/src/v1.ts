import { errorOf, unexpected } from './errand-error.js';
import type { Exchange } from './exchange.js';

export interface CallOptions {
  /** Ends the call, the waits between its attempts included. */
  signal?: AbortSignal | undefined;
}

export interface Request extends CallOptions {
  method: string;
  /** From the root: `/v1/dispatch`. */
  path: string;
  /** What is undefined is left out; lists are joined by commas. */
  query?: Record<string, unknown>;
  body?: unknown;
  isRepeatable: boolean;
}

/** Requests in JSON below `/v1`. */
export class V1 {
  constructor(
    private readonly exchange: Exchange,
    private readonly baseUrl: string,
    private readonly headers: Record<string, string>,
  ) {}

  /**
   * @returns the answer’s body, taken for what Errand documents; undefined if it is empty
   * @throws ErrandError for an answer other than 2xx, or none
   */
  async request<Answer>({ method, path, query = {}, body, signal, isRepeatable }: Request): Promise<Answer> {
    const headers = new Headers({ accept: 'application/json', ...this.headers });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const text = body === undefined ? undefined : JSON.stringify(body);
    const url = `${this.baseUrl}${path}${written(query)}`;
    const response = await this.exchange.send({ method, url, headers, body: text, signal, isRepeatable });
    if (!response.ok) throw await errorOf(response);
    return parsed(await response.text(), response) as Answer;
  }
}

/** An id in a path. */
export function segment(id: string): string {
  return encodeURIComponent(id);
}

function written(query: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | number | boolean | string[] | undefined][]) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = String(parameters);
  return text === '' ? '' : `?${text}`;
}

function parsed(text: string, { status }: Response): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw unexpected(`The answer is not JSON: ${text.slice(0, 200)}`, status, cause);
  }
}
