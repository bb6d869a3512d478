import type { Settings } from '@errand/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/src/create-api';
import { startInProcess } from './in-process';
import { ADMIN_KEY } from './settings';

export interface RequestOptions {
  /** Sent as JSON; a string or bytes are sent as they are. */
  body?: unknown;
  /** An API key; default: the platform key. null: none. */
  key?: string | null;
  /** The tenant (id or code) that the platform key acts in. */
  tenant?: string;
  headers?: Record<string, string>;
}

export interface Response<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

export interface TestApi {
  url: string;
  adminKey: string;
  settings: Settings;
  app: NestFastifyApplication;
  /** One HTTP request; the answer's body is parsed where it is JSON. */
  request<Body = unknown>(method: string, path: string, options?: RequestOptions): Promise<Response<Body>>;
  /** Stops the application and drops the database if it was made for it. */
  close(): Promise<void>;
}

/** The api in this process, on a free port, with a fresh database unless `overrides` name one. */
export async function startApi(overrides: Partial<Settings> = {}): Promise<TestApi> {
  const { settings, app, url, close } = await startInProcess(createApi, overrides);
  return { url, adminKey: ADMIN_KEY, settings, app, request: requester(url), close };
}

/** Requests to an api at `url`, also to one that runs as a process of its own. */
export function requester(url: string): TestApi['request'] {
  return async <Body>(method: string, path: string, options: RequestOptions = {}): Promise<Response<Body>> => {
    const { body, key = ADMIN_KEY, tenant, headers } = options;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === null ? {} : { 'x-api-key': key }),
        ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isAsSent(body) ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: parsed(await textOf(response)) as Body, headers: response.headers };
  };
}

/** A stream of events has no end: the first of it is all that is read. */
async function textOf(response: globalThis.Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value ? Buffer.from(first.value).toString() : '';
}

function isAsSent(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
