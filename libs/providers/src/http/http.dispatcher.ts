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
  type ProviderAccount,
} from '../dispatcher';
import { FetchedTokens } from '../fetched-tokens';
import { makeCall } from '../make-call';
import { shownOutcome } from '../run-dispatcher';
import { clientToken, derivedSecrets } from './client-token';
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
    'the account is wrong, and every other status is final.',
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
    if (authOf(account.settings.auth)?.kind !== 'oauth2') {
      return outcomeOfCall(await makeCall(this.http, call, account, signal), account);
    }
    const first = await this.callWithToken(call, account, signal);
    if (first.httpStatus !== 401) return first;
    // The token may have been taken back before its time.
    return this.callWithToken(call, account, signal);
  }

  validate(account: AccountFields): FieldProblem[] {
    return problemsOf(account);
  }

  private async callWithToken(
    call: PreparedCall,
    account: ProviderAccount,
    signal: AbortSignal,
  ): Promise<DispatchOutcome> {
    const token = await this.tokens.of(account, () => clientToken(this.http, account, signal));
    const headers = { ...call.headers, authorization: `Bearer ${token}` };
    const response = await makeCall(this.http, { ...call, headers }, account, signal);
    if (response.status === 401) await this.tokens.drop(account, token);
    const secrets = { ...account.credentials, ...derivedSecrets(account), token };
    return shownOutcome(outcomeOfCall(response, { ...account, credentials: secrets }), secrets);
  }
}
