import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Settings } from '@errand/config';
import type { TestApi } from '../support/api';
import type { Actor } from '../support/scenario';
import type { SinkRequest } from '../support/sink';
import { type Letter, signed } from './postbox-provider';

/** As providers know the api: not where it really is. */
export const publicUrl = 'https://errand.example.com/in';
export const settings: Partial<Settings> = {
  publicUrl,
  providerModules: [path.join(__dirname, 'postbox-provider.ts')],
};
export const secret = 'shared with the postbox';

export interface ConfigBody {
  id: string;
  version: number;
  callbackUrl: string | null;
}

export interface Answer {
  status: number;
  text: string;
  headers: Headers;
}

interface Call {
  query?: string;
  contentType?: string | null;
  /** Instead of the right one; null: none. */
  signature?: string | null;
  method?: string;
}

/** A config of the fixture provider, and the provider's side of it. */
export class Postbox {
  constructor(
    private readonly api: Pick<TestApi, 'url'>,
    readonly config: ConfigBody,
  ) {}

  static async open(
    api: TestApi,
    actor: Actor,
    baseUrl: string,
    fields: Record<string, unknown> = {},
  ): Promise<Postbox> {
    const { status, body } = await actor.request<ConfigBody>('POST', '/api/dispatch-configs', {
      body: {
        ...{ name: `postbox-${randomUUID()}`, providerCode: 'POSTBOX', channel: 'WHATSAPP', baseUrl },
        ...{ credentials: { secret }, ...fields },
      },
    });
    if (status !== 201) throw new Error(`no config: ${status} ${JSON.stringify(body)}`);
    return new Postbox(api, body);
  }

  get callbackUrl(): string {
    if (this.config.callbackUrl === null) throw new Error('the config has no callback URL');
    return this.config.callbackUrl;
  }

  /** Tells of letters; an id that is not given is a new one. */
  async tell(...letters: (Partial<Letter> & { state: string })[]): Promise<Answer> {
    return this.call(JSON.stringify({ letters: letters.map((letter) => ({ id: randomUUID(), ...letter })) }));
  }

  async call(body: string | Buffer | null, call: Call = {}): Promise<Answer> {
    const { query = '', contentType = 'application/json', method = 'POST' } = call;
    const right = signed(secret, this.callbackUrl + query, body ?? '');
    const signature = call.signature === undefined ? right : call.signature;
    const response = await fetch(this.callbackUrl.replace(publicUrl, this.api.url) + query, {
      method,
      // A Blob without a type, since fetch gives text one of its own.
      body: body === null ? null : new Blob([typeof body === 'string' ? body : new Uint8Array(body)]),
      headers: {
        ...(contentType !== null && { 'content-type': contentType }),
        ...(signature !== null && { 'x-postbox': signature }),
      },
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
}

/** What the provider was told of an activity. */
export function told({ body }: SinkRequest): { activity: string; attempt: number; callbackUrl: string | null } {
  return JSON.parse(body) as { activity: string; attempt: number; callbackUrl: string | null };
}
