import { Inject, Injectable, SetMetadata } from '@nestjs/common';
import type { AxiosInstance } from 'axios';
import type { ChannelDefinition, DispatcherAnswer, DispatchRequest } from './errand';

/** Books a visit at ACME: `POST {baseUrl}/visits`, bearer token; 201 and `{ticket}` come back. */
@Injectable()
@SetMetadata('errand:dispatcher', 'ACME')
export class AcmeDispatcher {
  readonly name = 'ACME Field Force';

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'SALESMAN',
      baseUrl: 'required',
      credentials: [{ key: 'token', label: 'Token', type: 'string', required: true, secret: true }],
      settings: [{ key: 'team', label: 'Team', type: 'string', required: false, default: 'north' }],
    },
  ];

  constructor(@Inject('errand:http') private readonly http: AxiosInstance) {}

  /** Errors of the client may be thrown: Errand knows what they mean. */
  async dispatch({ payload, account }: DispatchRequest, signal: AbortSignal): Promise<DispatcherAnswer> {
    const { status, data, headers } = await this.http.post<string>(
      `${account.baseUrl}/visits`,
      { team: account.settings.team, store: payload.commerce?.externalId, why: payload.reason, ref: payload.id },
      {
        headers: { authorization: `Bearer ${String(account.credentials.token)}`, 'idempotency-key': payload.id },
        timeout: account.timeoutMs,
        signal,
      },
    );
    const answer = { httpStatus: status, responseBody: data };
    if (status === 201) return { disposition: 'ACCEPTED', providerActivityId: ticketIn(data), ...answer };
    const message = `ACME says ${status}`;
    // A token that is revoked is the account's trouble: the other visits need not try it.
    if (status === 401) return { disposition: 'MISCONFIGURED', message, ...answer };
    if (status === 422) return { disposition: 'REJECTED', message, ...answer };
    const seconds = Number(headers['retry-after']);
    return { disposition: 'RETRY', message, retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null, ...answer };
  }
}

function ticketIn(text: string): string | null {
  try {
    const { ticket } = JSON.parse(text) as { ticket?: unknown };
    return typeof ticket === 'string' ? ticket : null;
  } catch {
    // Accepted is accepted, whatever the body looks like.
    return null;
  }
}
