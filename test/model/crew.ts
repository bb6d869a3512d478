import type { SettledAttempt } from '@errand/activities';
import { answerOf, type Engine, type Holding, LEASE_MS } from './engine';
import { type CallEnd, endCodes, MAX_ATTEMPTS } from './reference';

/** The workers and callers that take a model's steps on the real engine, and what each of them believes to hold. */
export class Crew {
  /** Every activity there is, oldest first. */
  readonly ids: string[] = [];
  private readonly holdings = new Map<number, Holding[]>();

  constructor(private readonly engine: Engine) {}

  /** What the worker was given and has not ended, lost or not. */
  heldBy(worker: number): Holding[] {
    const held = this.holdings.get(worker) ?? [];
    this.holdings.set(worker, held);
    return held;
  }

  everything(): Holding[] {
    return [...this.holdings.values()].flat();
  }

  pick(index: number): string | undefined {
    return this.ids[index % this.ids.length];
  }

  /** Takes up to `count` holdings from the worker, who ends them now. */
  take(worker: number, count: number): Holding[] {
    return this.heldBy(worker).splice(0, count);
  }

  async claim(worker: number, limit: number): Promise<Holding[]> {
    const claimed = await this.engine.claim(limit);
    this.heldBy(worker).push(...claimed);
    return claimed;
  }

  async claimUpcoming(worker: number): Promise<Holding[]> {
    const claimed = await this.engine.claimUpcoming();
    this.heldBy(worker).push(...claimed);
    return claimed;
  }

  async claimOne(worker: number, id: string) {
    const claimed = await answerOf(this.engine.claimOne(id));
    if (!('refused' in claimed)) this.heldBy(worker).push(...claimed);
    return claimed;
  }

  async settle(holdings: Holding[], ends: { end: CallEnd; retryInMs: number }[]): Promise<string[]> {
    const now = this.engine.clock.now();
    const attempts = holdings.flatMap((holding, index) => {
      const end = ends[index];
      return end ? [attemptOf(holding, end.end, retryAt(end.retryInMs, now), now)] : [];
    });
    return this.engine.settle(attempts);
  }

  /** Ends all claims whose lease ran out, unless their holders renew them just before. */
  async takeOver(renewedMeanwhile: boolean): Promise<{ expired: string[]; settled: string[] }> {
    const { clock, queues, tenantId } = this.engine;
    const now = clock.now();
    const expired = await queues.expiredLeases(tenantId, 1000);
    if (renewedMeanwhile) for (const worker of this.holdings.keys()) await this.renew(worker);
    const attempts = expired.map(({ id, lease_token, dispatch_attempt_count }) => {
      const holding = { id, token: lease_token, attempt: dispatch_attempt_count, waitedUntil: null };
      return { ...attemptOf(holding, 'lost', null, now), expired_by: now, error_code: 'LEASE_EXPIRED' };
    });
    return { expired: expired.map(({ id }) => id).sort(), settled: await this.engine.settle(attempts) };
  }

  async renew(worker: number): Promise<void> {
    const { lifecycle, tenantId } = this.engine;
    await lifecycle.renew(tenantId, this.heldBy(worker), LEASE_MS);
  }
}

export function retryAt(inMs: number, now: Date): Date | null {
  return inMs > 0 ? new Date(now.getTime() + inMs) : null;
}

const dispositions = { accepted: 'ACCEPTED', rejected: 'RETRY', lost: 'UNCERTAIN', probeFailed: 'UNCERTAIN' } as const;

function attemptOf({ id, token, attempt }: Holding, end: CallEnd, retry: Date | null, now: Date): SettledAttempt {
  const code = endCodes[end];
  const failure =
    end === 'probeFailed' ? 'PROBE_FAILED' : attempt >= MAX_ATTEMPTS ? 'ATTEMPTS_EXHAUSTED' : 'ATTEMPT_FAILED';
  const trigger = end === 'accepted' ? 'ACCEPTED' : failure;
  return {
    ...{ id, token, trigger, attempt, expired_by: null, error_code: code, error_message: code, started_at: now },
    ...{ next_attempt_at: trigger === 'ATTEMPT_FAILED' ? retry : null, duration_ms: 1, http_status: null },
    ...{ disposition: dispositions[end], provider_error_code: null, recipient: null },
    ...{
      dispatch_config_id: null,
      provider_code: null,
      provider_activity_id: null,
      response_body: null,
      request_excerpt: null,
    },
  };
}
