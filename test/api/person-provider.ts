import { Injectable, Module, SetMetadata } from '@nestjs/common';

interface Request {
  payload: { id: string; recipient: { value: string } | null };
  account: { baseUrl: string | null; credentials: { user?: string; password?: string }; timeoutMs: number };
  rendered: { body?: string; lines?: string[]; extras?: Record<string, string> };
}

const settings = [
  { key: 'body', label: 'Text', type: 'text', required: true, template: 'none', description: 'What is written.' },
  { key: 'lines', label: 'Lines', type: 'string[]', required: false, template: 'none', description: 'More of it.' },
  { key: 'extras', label: 'Extras', type: 'map', required: false, template: 'json', description: 'And more.' },
];

/** A provider as one adds it from outside, which writes to one person over HTTP, its settings being templates. */
@Injectable()
@SetMetadata('errand:dispatcher', 'PERSON')
class PersonDispatcher {
  readonly name = 'Person';
  readonly channelDefinitions = ['SMS', 'EMAIL'].map((channel) => ({
    channel,
    baseUrl: 'required',
    addressesPerson: true,
    credentials: [
      { key: 'user', label: 'User', type: 'string', required: true },
      { key: 'password', label: 'Password', type: 'string', required: true, secret: true },
    ],
    settings,
  }));

  prepare({ payload, account, rendered }: Request) {
    const { user = '', password = '' } = account.credentials;
    return {
      method: 'POST',
      url: `${account.baseUrl}/users/${user}/messages?to=${encodeURIComponent(payload.recipient?.value ?? '')}`,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        'x-signature': Buffer.from(`${password}${payload.id}`).toString('base64'),
        'idempotency-key': payload.id,
      },
      body: JSON.stringify({ to: payload.recipient?.value, secret: password, ...rendered }),
    };
  }

  async dispatch(request: Request): Promise<unknown> {
    const { url, ...call } = this.prepare(request);
    const response = await fetch(url, call);
    const responseBody = await response.text();
    if (response.ok) {
      return { disposition: 'ACCEPTED', providerActivityId: null, httpStatus: response.status, responseBody };
    }
    return { disposition: 'REJECTED', message: 'no', httpStatus: response.status, responseBody };
  }
}

@Module({ providers: [PersonDispatcher] })
export class PersonModule {}
