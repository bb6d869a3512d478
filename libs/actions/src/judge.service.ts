import { Clock } from '@errand/database';
import { evaluate, type Evaluation, type RuleAction, type RuleBudget, RuleSets, type Verdict } from '@errand/rules';
import { type DispatchConfig, DispatchConfigs, type Tenant } from '@errand/tenants';
import { Injectable } from '@nestjs/common';
import { mergePatch } from './merge-patch';
import { RuleWindows } from './rule-windows.service';

/** An action that its tenant’s rules let through. */
export interface Passed {
  end: 'SEND';
  verdict: Verdict;
  /** The name of the rule that matched, if one did. */
  rule: string | null;
  delayMs: number;
  payload: unknown;
  /** Where a rule sends it instead. */
  reroutedTo: DispatchConfig | null;
}

/** What the rules decide, with what a verdict means worked out. */
export type Judgement =
  | Passed
  | { end: 'SUPPRESSED'; rule: string }
  | { end: 'THROTTLED'; rule: string; retryAfterMs: number }
  /** The rule reroutes to what no config has as its name or provider. */
  | { end: 'NO_TARGET'; rule: string; target: string };

/** How an action is judged. */
export interface Judging {
  /** Of the request, shared by all of its actions. */
  budget: RuleBudget;
  /** Why the api would refuse the action with such a payload; a rule that makes it so fails. */
  refusalOf: RefusalOf;
}

export type RefusalOf = (payload: unknown) => string | undefined;

/** Asks a tenant’s rules about an action and works out what their verdict means. */
@Injectable()
export class Judge {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly windows: RuleWindows,
    private readonly configs: DispatchConfigs,
    private readonly clock: Clock,
  ) {}

  async hasRules(tenantId: string): Promise<boolean> {
    return (await this.ruleSets.of(tenantId)).rules.some(({ enabled }) => enabled);
  }

  /** Counts for throttles. `deduplicate` passes here: it takes its place when the action is stored. */
  async judge({ id, settings }: Tenant, action: RuleAction, how: Judging): Promise<Judgement> {
    const input = { ...inputOf(action, how), now: this.clock.now(), timezone: settings.timezone };
    const { verdict, matchedRule } = await this.ruleSets.evaluate(id, input);
    return this.mean(id, verdict, matchedRule?.name ?? '', action.payload);
  }

  /** What the rules would say; nothing is counted. */
  async ask({ id, settings }: Tenant, action: RuleAction, how: Judging): Promise<Evaluation> {
    const input = { ...inputOf(action, how), now: this.clock.now(), timezone: settings.timezone };
    const rules = await this.ruleSets.of(id);
    return how.budget.inTurn(() => evaluate(rules, input));
  }

  private async mean(tenantId: string, verdict: Verdict, rule: string, payload: unknown): Promise<Judgement> {
    const passed: Passed = { end: 'SEND', verdict, rule: rule || null, delayMs: 0, payload, reroutedTo: null };
    switch (verdict.type) {
      case 'allow':
      case 'deduplicate':
        return passed;
      case 'suppress':
      case 'deny':
        return { end: 'SUPPRESSED', rule };
      case 'schedule':
        return { ...passed, delayMs: verdict.delaySeconds * 1000 };
      case 'modify':
        return { ...passed, payload: mergePatch(payload, verdict.changes) };
      case 'throttle': {
        const window = { places: verdict.maxCount, seconds: verdict.windowSeconds };
        const retryAfterMs = await this.windows.take(tenantId, rule, '', window);
        return retryAfterMs === null ? passed : { end: 'THROTTLED', rule, retryAfterMs };
      }
      case 'reroute': {
        const target = await this.configs.named(tenantId, verdict.targetProvider);
        return target ? { ...passed, reroutedTo: target } : { end: 'NO_TARGET', rule, target: verdict.targetProvider };
      }
    }
  }
}

function inputOf(action: RuleAction, { budget, refusalOf }: Judging) {
  return { action, budget, refusalOf: (verdict: Verdict) => refusalOfModified(action.payload, verdict, refusalOf) };
}

/** What keeps a payload from being as a verdict makes it. */
export function refusalOfModified(payload: unknown, verdict: Verdict, refusalOf: RefusalOf): string | undefined {
  if (verdict.type !== 'modify') return undefined;
  const refusal = refusalOf(mergePatch(payload, verdict.changes));
  return refusal === undefined ? undefined : `modifies the action into what is refused: ${refusal}`;
}
