import type { Lane } from '@errand/activities';
import type { DispatchConfig } from '@errand/tenants';
import { Injectable } from '@nestjs/common';
import { Accounts, type AttemptableAccount, configOf, isAttemptable, type LaneAccount } from './accounts.service';
import { paceOf } from './limits/limited-config';
import { Limits } from './limits/limits.service';

/** Why a lane's activities are not sent now, apart from what each of them waits for by itself. */
export interface NotNow {
  reason: 'TENANT_PAUSED' | 'PROVIDER_PAUSED' | 'PROVIDER_DOWN' | 'PROVIDER_MISCONFIGURED' | 'RATE_LIMIT';
  /** When that ends; null where unknown. */
  until: Date | null;
  /** The config that is the cause, where one is. */
  config: Pick<DispatchConfig, 'id' | 'name'> | null;
}

/** Leave to send: with which account, and how many at once. */
export interface Admitted {
  account: AttemptableAccount;
  /** How many; of each the config's concurrency is taken, where it has a limit. */
  count: number;
  /** Whether the config's concurrency allowed fewer than were asked for. */
  isShort: boolean;
}

/** What may be sent now, and by which account: config, credentials, breaker and limits. */
@Injectable()
export class Admission {
  constructor(
    private readonly accounts: Accounts,
    private readonly limits: Limits,
  ) {}

  /** Why the lane's next activity would not be sent at this moment; null when it would. */
  async whyNotNow(lane: Lane): Promise<NotNow | null> {
    const account = await this.accounts.fresh(lane);
    if (!isAttemptable(account)) return refusalOf(account);
    const config = configOf(account);
    const wait = config && (await this.limits.waitOf(config));
    return wait && { reason: 'RATE_LIMIT', until: wait.until, config };
  }

  /**
   * The same as far as it is known without taking anything: whether the config's concurrency is all in use, only
   * {@link admit} finds out, since the part of it that is free in this process is not seen in the database.
   */
  async whyNotSoon(lane: Lane): Promise<NotNow | null> {
    const account = await this.accounts.fresh(lane);
    if (!isAttemptable(account)) return refusalOf(account);
    const config = configOf(account);
    const until = config && (await this.limits.nextStart(config));
    return until && { reason: 'RATE_LIMIT', until, config };
  }

  /**
   * Takes leave to send up to `wanted` of the lane's activities. `release` what is not used of it.
   * @param isAhead whether they wait for their time, when they would keep others from using the config's limits
   * @returns why none may be sent instead
   */
  async admit(lane: Lane, wanted: number, isAhead = false): Promise<Admitted | NotNow> {
    const account = await this.accounts.of(lane);
    if (!isAttemptable(account)) return refusalOf(account);
    const config = configOf(account);
    const isLimited = Boolean(config?.maxPerSecond ?? config?.maxConcurrent);
    return isAhead && isLimited ? { reason: 'RATE_LIMIT', until: null, config } : this.admitBy(account, wanted);
  }

  /** Takes leave to send up to `wanted` activities by a given account. */
  async admitBy(account: AttemptableAccount, wanted: number): Promise<Admitted | NotNow> {
    const config = configOf(account);
    if (!config) return { account, count: wanted, isShort: false };
    const paced = paceOf(config, wanted);
    const count = await this.limits.acquire(config, paced);
    if (count === 0 && paced > 0) return { reason: 'RATE_LIMIT', until: null, config };
    return { account, count, isShort: count < paced };
  }

  /** When each of `count` calls by the account may start: null = at once, none = not within `mostWaitMs`. */
  async starts(account: AttemptableAccount, count: number, mostWaitMs?: number): Promise<Date[] | null> {
    const config = configOf(account);
    return config && this.limits.reserve(config, count, mostWaitMs);
  }

  release(account: AttemptableAccount, count: number): void {
    const config = configOf(account);
    if (config && count > 0) this.limits.release(config, count);
  }

  /**
   * What an activity that was admitted with `account` is sent with now: the account as it is by then, or none when the
   * lane is not sent or has another config, whose limits it was not admitted to.
   */
  async still(lane: Lane, account: AttemptableAccount): Promise<AttemptableAccount | null> {
    const now = await this.accounts.of(lane);
    return isAttemptable(now) && configOf(now)?.id === configOf(account)?.id ? now : null;
  }
}

export function isAdmitted(answer: Admitted | NotNow): answer is Admitted {
  return 'account' in answer;
}

function refusalOf(account: Exclude<LaneAccount, AttemptableAccount>): NotNow {
  return {
    reason: account.state,
    until: account.state === 'PROVIDER_DOWN' ? account.until : null,
    config: account.state === 'TENANT_PAUSED' ? null : account.config,
  };
}
