import type { FieldProblem } from '@errand/errors';
import { isWebhookSecret, OutboundHttp, signWebhook } from '@errand/outbound';
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

/** `POST {baseUrl}` with payload v1, signed per Standard Webhooks; the message id is the activity's. */
@Dispatcher('WEBHOOK')
export class WebhookDispatcher implements ActivityDispatcher {
  readonly name = 'Webhook';

  readonly notes =
    'For an API of your own: it gets payload v1 by POST, signed as Standard Webhooks say, see [What YOM and WEBHOOK get](wires.md).';

  readonly channelDefinitions: readonly ChannelDefinition[] = CHANNELS.map((channel) => ({
    channel,
    baseUrl: 'required',
    credentials: [
      {
        key: 'secrets',
        label: 'Signing secrets',
        type: 'string[]',
        required: true,
        secret: true,
        description: 'whsec_ and 24 to 64 bytes in base64. Every one signs, so that the receiver can rotate.',
      },
    ],
    settings: [failFastSetting],
  }));

  constructor(private readonly http: OutboundHttp) {}

  prepare({ payload, body, account }: DispatchRequest): PreparedCall {
    return {
      method: 'POST',
      url: account.baseUrl ?? '',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': payload.id,
        ...signWebhook(account.credentials.secrets as string[], payload.id, new Date(), body),
      },
      body,
    };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account } = request;
    return outcomeOfResponse(await makeCall(this.http, this.prepare(request), account, signal), account);
  }

  validate({ credentials }: AccountFields): FieldProblem[] {
    return (credentials.secrets as string[]).flatMap((secret, index) =>
      isWebhookSecret(secret)
        ? []
        : [{ field: `credentials.secrets[${index}]`, message: 'must be whsec_ and 24 to 64 bytes in base64' }],
    );
  }
}
