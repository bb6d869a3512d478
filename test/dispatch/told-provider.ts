import { Injectable, Module, SetMetadata } from '@nestjs/common';

interface Request {
  payload: { attempt: number; attributes: { answers?: unknown[] } };
  account: { credentials: Record<string, unknown> };
}

/**
 * A provider as one adds it from outside, which answers what the activity's attribute `answers` asks for: one for each
 * attempt, the last one for all after it. An account with the token `revoked` is wrong, whatever is asked for.
 */
@Injectable()
@SetMetadata('errand:dispatcher', 'TOLD')
class ToldDispatcher {
  readonly name = 'Told';
  readonly channelDefinitions = [
    {
      channel: 'WHATSAPP',
      baseUrl: 'none',
      credentials: [{ key: 'token', label: 'Token', type: 'string', required: true, secret: true }],
      settings: [],
    },
  ];

  dispatch({ payload, account }: Request): Promise<unknown> {
    const answers = payload.attributes.answers ?? [];
    const told = answers[Math.min(payload.attempt, answers.length) - 1] ?? { disposition: 'ACCEPTED' };
    const isRevoked = account.credentials.token === 'revoked';
    return Promise.resolve(isRevoked ? { disposition: 'MISCONFIGURED', ...revoked } : told);
  }
}

const revoked = { message: 'the token has expired', providerErrorCode: 190, httpStatus: 401 };

@Module({ providers: [ToldDispatcher] })
export class ToldModule {}
