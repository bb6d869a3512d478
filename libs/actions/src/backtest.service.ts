import { isDeepStrictEqual } from 'node:util';
import { Database } from '@errand/database';
import { jsonBytes } from '@errand/json';
import {
  type CompiledRuleSet,
  evaluate,
  type RuleAction,
  RuleBudget,
  Rules,
  RuleSets,
  type Verdict,
} from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { refusalOfModified } from './judge.service';
import { type RecentAction, recentActions } from './sql/recent-actions.sql';

/** Read at a time: an action may have a quarter of a megabyte. */
const pageSize = 20;
/** Of verdicts in one answer; a rule makes some as large as it likes. */
const mostVerdictBytes = 1_048_576;

/** Which rule decides, null where none does, and what. */
interface Decision {
  rule: string | null;
  verdict: Verdict;
}

/** An action on which a draft decides otherwise. */
interface ChangedDecision {
  activityId: string;
  /** The caller’s. */
  actionId: string | null;
  at: Date;
  before: Decision;
  after: Decision;
}

export interface Backtested {
  /** How many actions were judged. */
  sampled: number;
  /** On how many of them the draft decides otherwise. */
  changed: number;
  /** Newest first: all of them, or as many as have no more than a megabyte of verdicts. */
  data: ChangedDecision[];
}

export interface Backtesting {
  sample: number;
  scope: Scope;
  /** Why the api would refuse an action with such a payload; a rule that makes it so fails. */
  refusalOf: (payload: unknown, metadata: object) => string | undefined;
}

/**
 * Judges the newest stored actions once by the rules in force and once by a draft, each at the moment at which it came.
 * Nothing is counted, so a throttle or deduplicate is a verdict here whether or not it would have let the action through.
 */
@Injectable()
export class Backtests {
  constructor(
    private readonly rules: Rules,
    private readonly ruleSets: RuleSets,
    private readonly database: Database,
  ) {}

  /** @throws ErrandError INVALID_RULE with all problems of the draft, RATE_LIMITED */
  async run(tenant: Tenant, draft: { name: string; text: string }, how: Backtesting): Promise<Backtested> {
    return this.rules.withDraft(tenant.id, draft, async (after) =>
      this.compare(tenant, await this.ruleSets.of(tenant.id), after, how),
    );
  }

  private async compare(
    tenant: Tenant,
    before: CompiledRuleSet,
    after: CompiledRuleSet,
    how: Backtesting,
  ): Promise<Backtested> {
    const tested: Backtested = { sampled: 0, changed: 0, data: [] };
    let bytesLeft = mostVerdictBytes;
    for await (const recent of this.newest(tenant.id, how)) {
      // Each may cost the rules as much as an action may, and others have their turn between them.
      await new Promise(setImmediate);
      const budget = new RuleBudget(2);
      const decide = (rules: CompiledRuleSet) =>
        decisionOn(recent, rules, { tenant, budget, refusalOf: how.refusalOf });
      const change = { before: decide(before), after: decide(after) };
      tested.sampled += 1;
      if (isDeepStrictEqual(change.before.verdict, change.after.verdict)) continue;
      tested.changed += 1;
      if (bytesLeft > 0) bytesLeft -= jsonBytes(change, bytesLeft);
      const { activity_id: activityId, action_id: actionId, created_at: at } = recent;
      if (bytesLeft > 0) tested.data.push({ activityId, actionId, at, ...change });
    }
    return tested;
  }

  private async *newest(tenantId: string, { sample, scope }: Backtesting): AsyncIterable<RecentAction> {
    let before: string | null = null;
    for (let left = sample; left > 0; left -= pageSize) {
      const limit = Math.min(left, pageSize);
      const values = [tenantId, before, scope.channels, scope.dispatchConfigIds, limit];
      const page: RecentAction[] = await this.database.query<RecentAction>(recentActions, values);
      yield* page;
      before = page.at(-1)?.activity_id ?? null;
      if (page.length < limit) return;
    }
  }
}

function decisionOn(
  recent: RecentAction,
  rules: CompiledRuleSet,
  { tenant, budget, refusalOf }: Pick<Backtesting, 'refusalOf'> & { tenant: Tenant; budget: RuleBudget },
): Decision {
  const { activity_id: activityId, action_id: id, namespace, provider, action_type: actionType, ...rest } = recent;
  const { payload, metadata, created_at: now } = rest;
  const action: RuleAction = {
    id: id ?? activityId,
    ...{ namespace, tenant: tenant.code, provider, actionType, payload, metadata },
  };
  const { verdict, matchedRule } = evaluate(rules, {
    ...{ action, now, timezone: tenant.settings.timezone, budget },
    refusalOf: (modified) => refusalOfModified(payload, modified, (patched) => refusalOf(patched, metadata)),
  });
  return { rule: matchedRule?.name ?? null, verdict };
}
