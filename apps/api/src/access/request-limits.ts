import { SETTINGS, type Settings } from '@errand/config';
import { isUnreachable } from '@errand/database';
import { ErrandError } from '@errand/errors';
import { Metrics } from '@errand/telemetry';
import { type Allowance, type Budget, Budgets } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Counter } from 'prom-client';
import { subscriberOf } from '../http/client-address';
import type { Access } from './access';

/** What is limited, as `RateLimit` names it. */
type LimitName = 'key' | 'tenant' | 'address' | 'sign-in' | 'session';

interface Limit {
  name: LimitName;
  allowance: Allowance;
  budget: Budget;
}

const whatFor: Record<LimitName, string> = {
  key: 'requests with this API key',
  tenant: 'requests of this tenant',
  address: 'requests without a valid API key from this address',
  'sign-in': 'failed sign-ins from this address',
  session: 'sign-ins with this API key',
};

/**
 * How many requests keys and tenants may make, and how many without a valid key an address may; each limit that
 * applies is told in `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers).
 */
@Injectable()
export class RequestLimits {
  private readonly perKey: Allowance | undefined;
  private readonly perTenant: Allowance | undefined;
  private readonly failuresPerAddress: Allowance | undefined;
  private readonly refused: Counter<'limit'>;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly budgets: Budgets,
    { registry }: Metrics,
  ) {
    this.perKey = perSecond(settings.apiRatePerKey);
    this.perTenant = perSecond(settings.apiRatePerTenant);
    this.failuresPerAddress = perMinute(settings.apiRateFailedPerAddress);
    this.refused = new Counter({
      name: 'errand_api_requests_limited_total',
      help: 'Requests refused with 429 for how many there were, by limit: key, tenant, address, sign-in or session',
      labelNames: ['limit'],
      registers: [registry],
    });
  }

  /** Counts a request with a valid key. @throws ErrandError RATE_LIMITED */
  async count(caller: Access, reply: FastifyReply): Promise<void> {
    const limits = this.limitsOf(caller);
    const spent = limits.find(({ budget }) => budget.isSpent());
    if (spent) this.refuse(spent, limits, reply);
    const used: Budget[] = [];
    for (const limit of limits) {
      if (await limit.budget.use()) used.push(limit.budget);
      else {
        // What is refused has used nothing of the other.
        for (const budget of used) budget.giveBack();
        this.refuse(limit, limits, reply);
      }
    }
    tell(limits, reply);
  }

  /** Whether the address is known to have had all its 401s, so that a key need not be looked up to refuse it. */
  isOverFailures(address: string): boolean {
    return this.failuresOf(address)?.budget.isSpent() ?? false;
  }

  /** Counts a request that is answered 401. @throws ErrandError RATE_LIMITED when it is one too many for that */
  async countFailure(address: string, reply: FastifyReply): Promise<void> {
    const limit = this.failuresOf(address);
    if (!limit) return;
    try {
      if (!(await limit.budget.use())) this.refuse(limit, [limit], reply);
    } catch (error) {
      if (isUnreachable(error)) return; // it has no valid key, whether or not it can be counted
      throw error;
    }
    tell([limit], reply);
  }

  /** @throws ErrandError RATE_LIMITED when so many tries of this address have failed that none is made */
  expectSignIn(address: string, reply: FastifyReply): void {
    const limit = this.signInsOf(address);
    if (limit.budget.isSpent()) this.refuse(limit, [limit], reply);
  }

  /** @throws ErrandError RATE_LIMITED when it is one too many */
  async countFailedSignIn(address: string, reply: FastifyReply): Promise<void> {
    const limit = this.signInsOf(address);
    if (!(await limit.budget.use())) this.refuse(limit, [limit], reply);
  }

  /** Counts a sign-in with a valid key. @throws ErrandError RATE_LIMITED when the key has had all of a minute's */
  async countSession({ keyId = 'platform', tenant }: Access, reply: FastifyReply): Promise<void> {
    const budget = this.budgets.of(sessions, `session ${keyId}`, tenant?.id);
    const limit: Limit = { name: 'session', allowance: sessions, budget };
    if (!(await budget.use())) this.refuse(limit, [limit], reply);
  }

  /** The platform key is no tenant's, whichever it acts in. */
  private limitsOf({ keyId, tenant }: Access): Limit[] {
    const limits: Limit[] = [];
    const add = (name: LimitName, allowance: Allowance | undefined, subject: string, tenantId?: string) => {
      if (allowance) limits.push({ name, allowance, budget: this.budgets.of(allowance, subject, tenantId) });
    };
    if (keyId === undefined) add('key', this.perKey, 'platform');
    else {
      add('key', this.perKey, `key ${keyId}`, tenant?.id);
      add('tenant', this.perTenant, 'tenant', tenant?.id);
    }
    return limits;
  }

  private failuresOf(address: string): Limit | undefined {
    const allowance = this.failuresPerAddress;
    if (!allowance) return undefined;
    return { name: 'address', allowance, budget: this.budgets.of(allowance, `address ${subscriberOf(address)}`) };
  }

  private signInsOf(address: string): Limit {
    const allowance = failedSignIns;
    return { name: 'sign-in', allowance, budget: this.budgets.of(allowance, `sign-in ${subscriberOf(address)}`) };
  }

  private refuse({ name, budget }: Limit, limits: Limit[], reply: FastifyReply): never {
    tell(limits, reply);
    this.refused.inc({ limit: name });
    const { retryAfterSeconds } = budget.standing;
    const message = `Too many ${whatFor[name]}; try again in ${retryAfterSeconds} s`;
    throw new ErrandError('RATE_LIMITED', message, { limit: name, retryAfterSeconds });
  }
}

const failedSignIns: Allowance = { quota: 10, windowMs: 60_000, burst: 10, comesBack: 'AT_ONCE' };
const sessions: Allowance = { quota: 30, windowMs: 60_000, burst: 30, comesBack: 'AT_ONCE' };

function perSecond(quota: number): Allowance | undefined {
  return quota === 0 ? undefined : { quota, windowMs: 1_000, burst: 2 * quota, comesBack: 'STEADILY' };
}

function perMinute(quota: number): Allowance | undefined {
  return quota === 0 ? undefined : { quota, windowMs: 60_000, burst: quota, comesBack: 'AT_ONCE' };
}

/** Lists of RFC 9651: where several limits apply, each is told. */
function tell(limits: Limit[], reply: FastifyReply): void {
  if (limits.length === 0) return;
  const standings = limits.map(({ name, budget: { standing } }) => {
    return `"${name}";r=${standing.remaining};t=${standing.resetSeconds}`;
  });
  const policies = limits.map(({ name, allowance }) => `"${name}";q=${allowance.quota};w=${allowance.windowMs / 1000}`);
  void reply.header('RateLimit', standings.join(', ')).header('RateLimit-Policy', policies.join(', '));
}
