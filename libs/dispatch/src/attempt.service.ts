import { Clock } from '@errand/database';
import { type DispatchOutcome, failure, ProviderRegistry, runDispatcher } from '@errand/providers';
import { Injectable } from '@nestjs/common';
import type { AttemptableAccount } from './admission/accounts.service';
import { type LoadedActivity, payloadOf } from './payload';

export interface MadeAttempt {
  outcome: DispatchOutcome;
  startedAt: Date;
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
      return { startedAt, outcome: await this.call(account, activity, signal) };
    } catch (error) {
      if (signal.aborted) throw error;
      // A fault of our own would be the same at every attempt, so this one counts, or there would be no last one.
      return { startedAt, outcome: failure('PROVIDER_ERROR', `The call could not be made: ${String(error)}`) };
    }
  }

  private async call(account: AttemptableAccount, activity: LoadedActivity, signal: AbortSignal) {
    if (account.state === 'MISSING') return failure('NO_DISPATCH_CONFIG', `No dispatch config for ${activity.channel}`);
    if (account.state === 'UNREADABLE') {
      return failure('CREDENTIALS_UNREADABLE', 'The stored credentials do not decrypt');
    }
    if (activity.isUnreadable) return failure('PROVIDER_ERROR', 'What the activity refers to cannot be read');
    const { providerCode, tenantId } = account.config;
    const dispatcher = this.registry.get(providerCode);
    if (!dispatcher) return failure('UNKNOWN_PROVIDER', `No dispatcher for ${providerCode}`);
    const payload = payloadOf(activity);
    const request = { payload, body: JSON.stringify(payload), account: account.account };
    return runDispatcher(dispatcher, request, signal, tenantId);
  }
}
