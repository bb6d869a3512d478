import type { Recipient } from '@errand/contacts';
import { Clock } from '@errand/database';
import { bodyExcerptOf, type DispatchOutcome, failure, ProviderRegistry, runDispatcher } from '@errand/providers';
import { Injectable } from '@nestjs/common';
import type { AttemptableAccount } from './admission/accounts.service';
import { type LoadedActivity, payloadOf } from './payload';

export interface MadeAttempt {
  outcome: DispatchOutcome;
  startedAt: Date;
  /** Whom it was for; null where the provider does not address a person, or there was no call. */
  recipient: Recipient | null;
  /** The beginning of the body that was sent; null where it was accepted, or there was no call. */
  requestExcerpt: string | null;
}

/** One call: an account and an activity make an outcome. Knows neither the database nor what becomes of the activity. */
@Injectable()
export class Attempt {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly clock: Clock,
  ) {}

  /** @throws only when `signal` aborts: the call was given up, and nobody is to blame */
  async make(account: AttemptableAccount, activity: LoadedActivity, signal: AbortSignal): Promise<MadeAttempt> {
    const startedAt = this.clock.now();
    try {
      return { startedAt, recipient: null, requestExcerpt: null, ...(await this.call(account, activity, signal)) };
    } catch (error) {
      if (signal.aborted) throw error;
      // A fault of our own would be the same at every attempt, so this one counts, or there would be no last one.
      const outcome = failure('PROVIDER_ERROR', `The call could not be made: ${String(error)}`);
      return { startedAt, recipient: null, requestExcerpt: null, outcome };
    }
  }

  private async call(
    account: AttemptableAccount,
    activity: LoadedActivity,
    signal: AbortSignal,
  ): Promise<Pick<MadeAttempt, 'outcome'> & Partial<MadeAttempt>> {
    const { channel } = activity;
    if (account.state === 'MISSING') return failed('NO_DISPATCH_CONFIG', `No dispatch config for ${channel}`);
    if (account.state === 'UNREADABLE') {
      return failed('CREDENTIALS_UNREADABLE', 'The stored credentials do not decrypt');
    }
    if (activity.isUnreadable) return failed('PROVIDER_ERROR', 'What the activity refers to cannot be read');
    const { providerCode, tenantId } = account.config;
    const dispatcher = this.registry.get(providerCode);
    if (!dispatcher) return failed('UNKNOWN_PROVIDER', `No dispatcher for ${providerCode}`);
    const payload = payloadOf(activity);
    const request = { payload, body: JSON.stringify(payload), account: account.account };
    const outcome = await runDispatcher(dispatcher, request, signal, tenantId);
    const isPersonal = dispatcher.channelDefinitions.some((one) => one.channel === channel && one.addressesPerson);
    const recipient = isPersonal ? payload.recipient : null;
    if (outcome.disposition === 'ACCEPTED') return { outcome, recipient };
    return { outcome, recipient, requestExcerpt: bodyExcerptOf(dispatcher, request) };
  }
}

function failed(...[code, message]: Parameters<typeof failure>): Pick<MadeAttempt, 'outcome'> {
  return { outcome: failure(code, message) };
}
