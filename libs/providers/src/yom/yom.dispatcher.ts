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
import { makeCall } from '../make-call';
import { failFastSetting, outcomeOfResponse } from '../outcome';
import { pointerProblem } from '../response-id';
import { urlUnder } from '../url-under';

/** `POST {baseUrl}/activities` with payload v1 and an API key. */
@Dispatcher('YOM')
export class YomDispatcher implements ActivityDispatcher {
  readonly name = 'YOM';

  readonly notes = 'Gets payload v1 by POST, see [What YOM and WEBHOOK get](wires.md).';

  readonly channelDefinitions: readonly ChannelDefinition[] = CHANNELS.map((channel) => ({
    channel,
    baseUrl: 'required',
    credentials: [
      {
        key: 'apiKey',
        label: 'API key',
        type: 'string',
        required: true,
        secret: true,
        description: 'Sent as x-api-key.',
      },
    ],
    settings: [
      {
        key: 'responseIdPath',
        label: 'Response id path',
        type: 'string',
        required: false,
        description: 'JSON Pointer to the id in the answer, e.g. /data/id; unset: the usual places.',
      },
      failFastSetting,
    ],
  }));

  constructor(private readonly http: OutboundHttp) {}

  prepare({ payload, body, account }: DispatchRequest): PreparedCall {
    return {
      method: 'POST',
      url: urlUnder(account.baseUrl ?? '', '/activities'),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': payload.id,
        'x-api-key': account.credentials.apiKey as string,
      },
      body,
    };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account } = request;
    return outcomeOfResponse(await makeCall(this.http, this.prepare(request), account, signal), account);
  }

  validate({ credentials, settings }: AccountFields): FieldProblem[] {
    const problems: FieldProblem[] = [];
    if (!/^[\x21-\x7e]+$/.test(credentials.apiKey as string)) {
      problems.push({
        field: 'credentials.apiKey',
        message: 'must be visible ASCII characters, as it is sent in a header',
      });
    }
    const pointer = settings.responseIdPath as string | undefined;
    const message = pointer === undefined ? null : pointerProblem(pointer);
    if (message !== null) problems.push({ field: 'settings.responseIdPath', message });
    return problems;
  }
}
