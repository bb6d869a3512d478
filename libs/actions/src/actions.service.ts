import { laneOf } from '@errand/activities';
import { Clock, inBatches } from '@errand/database';
import { type DispatchConfig, DispatchConfigs, type Tenant } from '@errand/tenants';
import { Injectable } from '@nestjs/common';
import { v4 as newKey } from 'uuid';
import { type NewAction, putOffUntil, ruleActionOf } from './action';
import { ActionRecords } from './action-records.service';
import { AwaitedSend } from './awaited-send.service';
import { Judge, type Judgement, type Judging, type Passed } from './judge.service';
import { type ActionOutcome, outcomeOf, providerNotFound } from './outcome';

/** How long a caller waits at most for an action that is to be done at once. */
export const patienceMs = 30_000;

/** Judges an action by its tenant’s rules and sees to it that it is done: at once, later, or not at all. */
@Injectable()
export class Actions {
  constructor(
    private readonly judge: Judge,
    private readonly configs: DispatchConfigs,
    private readonly records: ActionRecords,
    private readonly awaitedSend: AwaitedSend,
    private readonly clock: Clock,
  ) {}

  private readonly named = inBatches(async (tenantId: string, providers: readonly string[]) => {
    const configs = await this.configs.allNamed(tenantId, [...new Set(providers)]);
    return providers.map((provider) => configs.get(provider));
  });

  /**
   * The same id (or dedup key) with the same content answers what has become of the first, and is not judged again.
   * What is answered is always what is stored.
   * @param until by `performance.now()`
   * @throws IDEMPOTENCY_KEY_REUSED, NOT_FOUND (commerce)
   */
  async dispatch(
    tenant: Tenant,
    action: NewAction,
    actor: string,
    until: number,
    how: Judging,
  ): Promise<ActionOutcome> {
    const given = action.dedupKey ?? action.id;
    const known = given === null ? null : await this.records.find(tenant.id, given, action);
    if (known) return this.outcome(tenant.id, known, until);
    const asked = await this.named(tenant.id, action.provider);
    if (!asked) return providerNotFound(action.provider);
    const key = given ?? newKey();
    const judgement = await this.judge.judge(tenant, ruleActionOf(action, key, tenant), how);
    if (judgement.end !== 'SEND') return notSent(judgement);
    const via = judgement.reroutedTo ?? asked;
    const stored = await this.records.store(tenant.id, { action, key, passed: judgement, via }, actor);
    if (stored === 'DEDUPLICATED') return { type: 'DEDUPLICATED' };
    // Somebody with the same key was quicker.
    if (stored === 'KNOWN') return this.dispatch(tenant, action, actor, until, how);
    if (!stored.isScheduled) await this.send(tenant.id, stored.id, via, until);
    return this.outcome(tenant.id, stored.id, until);
  }

  /** What the rules would make of it. Nothing is stored, sent or counted. */
  async dryRun(tenant: Tenant, action: NewAction, how: Judging): Promise<ActionOutcome> {
    if (!(await this.named(tenant.id, action.provider))) return providerNotFound(action.provider);
    const { verdict, matchedRule } = await this.judge.ask(tenant, ruleActionOf(action, newKey(), tenant), how);
    const provider = verdict.type === 'reroute' ? verdict.targetProvider : action.provider;
    if (!(await this.named(tenant.id, provider))) return providerNotFound(provider);
    const scheduledFor = putOffUntil(verdict, action, this.clock.now());
    return { type: 'DRY_RUN', verdict, rule: matchedRule?.name ?? null, provider, scheduledFor };
  }

  private async send(tenantId: string, id: string, via: DispatchConfig, until: number): Promise<void> {
    await this.awaitedSend.send({ tenantId, channel: via.channel, pinnedConfigId: via.id }, id, until);
  }

  /** What is stored; if that is not final for one that was to be done at once, after waiting for it. */
  private async outcome(tenantId: string, id: string, until: number): Promise<ActionOutcome> {
    const record = await this.records.get(tenantId, id);
    const isWaiting = record.status === 'READY' && !record.is_scheduled && performance.now() < until;
    if (!isWaiting) return outcomeOf(record);
    // Tried before, it waits for its backoff: to ask again must not use up its attempts.
    if (record.attempts > 0) await this.awaitedSend.awaitEnd(tenantId, id, until);
    else await this.awaitedSend.send(laneOf(tenantId, record), id, until);
    return this.outcome(tenantId, id, 0);
  }
}

function notSent(judgement: Exclude<Judgement, Passed>): ActionOutcome {
  switch (judgement.end) {
    case 'SUPPRESSED':
      return { type: 'SUPPRESSED', rule: judgement.rule };
    case 'THROTTLED':
      return { type: 'THROTTLED', retryAfterMs: judgement.retryAfterMs };
    case 'NO_TARGET':
      return providerNotFound(judgement.target);
  }
}
