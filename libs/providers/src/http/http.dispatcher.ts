import type { FieldProblem } from '@errand/errors';
import { OutboundHttp } from '@errand/outbound';
import { CHANNELS } from '@errand/vocabulary';
import {
  type AccountFields,
  type ActivityDispatcher,
  type ChannelDefinition,
  Dispatcher,
  type DispatchOutcome,
  type DispatchRequest,
  type PreparedCall,
} from '../dispatcher';
import { FetchedTokens } from '../fetched-tokens';
import { makeCall } from '../make-call';
import { clientToken } from './client-token';
import { outcomeOfCall } from './http-answer';
import { preparedCall } from './http-call';
import { authOf, credentials, problemsOf, settings } from './http-fields';

/** Any API that takes one activity by one call over HTTP. */
@Dispatcher('HTTP')
export class HttpDispatcher implements ActivityDispatcher {
  readonly name = 'HTTP';
  readonly notes = [
    'For an API that has no provider of its own: everything about the call and its answer is a setting.',
    'A refusal is classed by the lists of codes: first the code at `errorCodePointer`, then the HTTP status. For what is',
    'in none of them, 5xx, 408, 409, 425, 429 and a 2xx without the success value are tried again, 401 and 403 mean that',
    'the account is wrong, and every other status is final. After 502 or 504 without a code the call may have been taken.',
    '',
    '`oauth2` gets its token by the client credentials grant, the client authenticated by Basic; half of `timeoutMs` is for that.',
  ].join('\n');

  readonly channelDefinitions: readonly ChannelDefinition[] = CHANNELS.map((channel) => ({
    channel,
    baseUrl: 'required',
    credentials,
    settings,
  }));

  private readonly tokens = new FetchedTokens();

  constructor(private readonly http: OutboundHttp) {}

  prepare(request: DispatchRequest): PreparedCall {
    return preparedCall(request);
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account } = request;
    const call = preparedCall(request);
    const send = (authorized: PreparedCall) => makeCall(this.http, authorized, account, signal);
    if (authOf(account.settings.auth)?.kind !== 'oauth2') return outcomeOfCall(await send(call), account);
    const withToken = (token: string) =>
      send({ ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } });
    const fetch = () => clientToken(this.http, account, signal);
    return outcomeOfCall(await this.tokens.call(account, fetch, withToken, signal), account);
  }

  validate(account: AccountFields): FieldProblem[] {
    return problemsOf(account);
  }
}
