import axios, { type AxiosInstance, type AxiosRequestHeaders, type InternalAxiosRequestConfig } from 'axios';
import type { OutboundRequest, OutboundResponse } from './outbound-call';
import { OutboundError } from './outbound-error';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const defaultTimeoutMs = 10_000;
const defaultMaxResponseBytes = 1_048_576;

/**
 * An axios instance whose adapter is `send`. `timeout` is the deadline of the whole call (10 s unless told; 0 counts as
 * not told), `maxContentLength` the cap of the answer. An answer whose body is cut, late or beyond the cap has what came of
 * it as `data`: that the receiver has the request is said by the status. Every failure is the OutboundError itself, not an AxiosError:
 * that one carries the request's headers, and whoever logged it would log credentials.
 */
export function axiosOver(send: (request: OutboundRequest) => Promise<OutboundResponse>): AxiosInstance {
  const instance = axios.create({
    adapter: async (config) => {
      const request = toRequest(config);
      // From here on the call minds it; axios would throw an answer away whose status came before it fired.
      delete config.signal;
      const { status, headers, body } = await send(request);
      return { status, statusText: '', headers, data: body, config };
    },
    timeout: defaultTimeoutMs,
    maxContentLength: defaultMaxResponseBytes,
    maxRedirects: 0,
    proxy: false,
    decompress: false,
    responseType: 'text',
    transformRequest: serialise,
    transformResponse: (data: unknown) => data,
    validateStatus: () => true,
  });
  instance.interceptors.response.use(undefined, (error: unknown) => {
    // axios makes its own error, with the whole config in it, of a signal that has fired.
    throw axios.isCancel(error) ? new OutboundError('ABORTED', 'The call was given up by the caller') : error;
  });
  return instance;
}

function toRequest(config: InternalAxiosRequestConfig<unknown>): OutboundRequest {
  const method = methods.find((name) => name === config.method?.toUpperCase());
  if (method === undefined) throw new TypeError(`The outbound axios has no method ${config.method ?? ''}`);
  const { auth, data, headers, timeout, maxContentLength = -1 } = config;
  if (auth !== undefined) {
    headers.set('authorization', `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`);
  }
  return {
    method,
    url: config.baseURL === undefined && config.params === undefined ? (config.url ?? '') : axios.getUri(config),
    headers: Object.fromEntries(Object.entries(headers.toJSON()).map(([name, value]) => [name, String(value)])),
    ...(typeof data === 'string' ? { body: data } : {}),
    timeoutMs: timeout === undefined || timeout === 0 ? defaultTimeoutMs : timeout,
    maxResponseBytes: maxContentLength < 0 ? defaultMaxResponseBytes : maxContentLength,
    statusSuffices: true,
    signal: config.signal as AbortSignal | undefined,
  };
}

/** A string leaves byte for byte as it came, since it may be signed; axios itself would trim JSON. */
function serialise(data: unknown, headers: AxiosRequestHeaders): unknown {
  if (data === undefined || data === null || typeof data === 'string') return data;
  const isForm = data instanceof URLSearchParams;
  headers.setContentType(isForm ? 'application/x-www-form-urlencoded' : 'application/json', false);
  return isForm ? data.toString() : JSON.stringify(data);
}
