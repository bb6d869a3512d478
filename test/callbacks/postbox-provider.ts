import { createHmac } from 'node:crypto';
import { Injectable, Module, SetMetadata } from '@nestjs/common';

interface Account {
  baseUrl: string;
  credentials: { secret: string };
  callbackUrl?: string | null;
}

interface Request {
  payload: { id: string; attempt: number };
  account: Account;
}

interface Callback {
  method: string;
  url: string;
  query: Record<string, string | undefined>;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** What Postbox tells of one letter. */
export interface Letter {
  id: string;
  activity?: string;
  letter?: string;
  state: string;
  code?: string;
  reason?: string;
  blocks?: string;
  at?: string;
  others?: boolean;
}

const stages: Record<string, string> = {
  posted: 'QUEUED',
  left: 'SENT',
  arrived: 'DELIVERED',
  opened: 'READ',
  lost: 'FAILED',
};

export function signed(secret: string, url: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${url}\n`).update(body).digest('hex');
}

/**
 * A provider as one adds it from outside, which calls back. It is told the activity's id and the callback URL, and signs the
 * URL and the bytes of the body.
 */
@Injectable()
@SetMetadata('errand:dispatcher', 'POSTBOX')
class PostboxDispatcher {
  readonly name = 'Postbox';
  readonly channelDefinitions = ['WHATSAPP', 'SMS'].map((channel) => ({
    channel,
    baseUrl: 'required',
    credentials: [{ key: 'secret', label: 'Secret', type: 'string', required: true, secret: true }],
    settings: [
      {
        ...{ key: 'completeOn', label: 'Complete on', type: 'enum', options: ['sent', 'delivered', 'read'] },
        ...{ required: false, default: 'delivered' },
      },
    ],
  }));

  async dispatch({ payload, account }: Request, signal: AbortSignal): Promise<unknown> {
    const { baseUrl, callbackUrl = null } = account;
    const body = JSON.stringify({ activity: payload.id, attempt: payload.attempt, callbackUrl });
    try {
      const response = await fetch(baseUrl, { method: 'POST', body, signal });
      const answer = (await response.json()) as { id?: string };
      if (!response.ok) return { disposition: 'RETRY', message: 'no', httpStatus: response.status };
      const accepted = { providerActivityId: answer.id ?? null, httpStatus: response.status, responseBody: null };
      return { disposition: 'ACCEPTED', ...accepted };
    } catch {
      signal.throwIfAborted();
      return { disposition: 'UNCERTAIN', code: 'CONNECTION_LOST', message: 'the answer was lost' };
    }
  }

  async readCallback({ method, url, query, headers, body }: Callback, { credentials }: Account): Promise<unknown> {
    if (method === 'GET' && query.challenge !== undefined) {
      return query.proof === credentials.secret
        ? { kind: 'CHALLENGE', text: query.challenge }
        : { kind: 'BAD_SIGNATURE' };
    }
    if (method === 'POST' && headers['x-postbox'] !== signed(credentials.secret, url, body)) {
      return { kind: 'BAD_SIGNATURE' };
    }
    const { letters = [] } = JSON.parse(body.toString() || '{}') as { letters?: Letter[] };
    const events = letters.flatMap((letter) => {
      const stage = stages[letter.state];
      const { code = null, reason = null, blocks = null, at = '2026-01-02T00:00:00.000Z' } = letter;
      const ids = { activityId: letter.activity ?? query.activity ?? null, providerActivityId: letter.letter ?? null };
      const said = {
        providerErrorCode: code,
        message: reason,
        blocksContact: blocks,
        mayBeOfOthers: letter.others,
        raw: letter,
      };
      return stage
        ? [{ id: letter.id, ...ids, stage, externalStatus: letter.state, occurredAt: new Date(at), ...said }]
        : [];
    });
    return { kind: 'EVENTS', events };
  }
}

@Module({ providers: [PostboxDispatcher] })
export class PostboxModule {}
