import { SETTINGS, type Settings } from '@errand/config';
import { Notifications, TenantCache } from '@errand/database';
import { LOGGER, type Logger, Metrics } from '@errand/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Counter } from 'prom-client';
import { Repository } from 'typeorm';
import { RuleBudget } from '../rule-budget';
import { compileInTurns } from '../compile-rule';
import { type CompiledRuleSet, evaluate, type Evaluation, type EvaluationInput } from '../rule-set';
import { RuleHits } from './rule-hits.service';
import { RULES_CHANNEL } from './rule-writes';
import { Rule } from './rule.entity';

/** Sets that are kept; a tenant whose set was dropped costs a read and a compile. */
const mostTenants = 1_000;

/**
 * The rules in force, compiled once per change. A change is heard by notification at the moment it is committed;
 * while the database is away the last set stays in force.
 */
@Injectable()
export class RuleSets implements OnApplicationBootstrap {
  private readonly sets = new TenantCache<CompiledRuleSet>((tenantId) => this.read(tenantId), {
    maxEntries: mostTenants,
    onStale: (error, tenantId) =>
      this.logger.warn({ err: error, tenantId }, 'rules not read; the last ones stay in force'),
  });
  private readonly failures: Counter;
  private readonly verdicts: Counter<'verdict'>;

  constructor(
    @InjectRepository(Rule) private readonly rules: Repository<Rule>,
    private readonly hits: RuleHits,
    private readonly notifications: Notifications,
    metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const registers = [metrics.registry];
    const help = 'Rules that failed on an action and were skipped';
    this.failures = new Counter({ name: 'errand_rule_failures_total', help, registers });
    this.verdicts = new Counter({
      name: 'errand_rule_verdicts_total',
      help: 'Actions judged, by verdict',
      labelNames: ['verdict'],
      registers,
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.sets.listen(this.notifications, RULES_CHANNEL);
  }

  /** Judges an action by the rules of its tenant as they are now, when it is its turn. */
  async evaluate(tenantId: string, input: EvaluationInput): Promise<Evaluation> {
    const { budget = new RuleBudget() } = input;
    const rules = await this.of(tenantId);
    const evaluation = await budget.inTurn(() => evaluate(rules, { ...input, budget }));
    const failed = evaluation.trace.filter(({ outcome }) => outcome === 'FAILED');
    for (const { rule, error } of failed) {
      if (budget.isFirstFailure(rule)) this.logger.warn({ tenantId, rule, reason: error }, 'rule failed, skipped');
    }
    this.failures.inc(failed.length);
    this.verdicts.inc({ verdict: evaluation.verdict.type });
    const { matchedRule, verdict } = evaluation;
    if (typeof matchedRule?.id === 'string') this.hits.count(tenantId, matchedRule.id, verdict);
    return evaluation;
  }

  /** The rules of a tenant as they are now. */
  async of(tenantId: string): Promise<CompiledRuleSet> {
    return this.sets.get(tenantId);
  }

  /** The next who asks reads again; null: of every tenant. */
  forget(tenantId: string | null): void {
    this.sets.forget(tenantId);
  }

  private async read(tenantId: string): Promise<CompiledRuleSet> {
    const rules = await this.rules.findBy({ tenantId });
    return { rules: await compileInTurns(rules, { maxDelaySeconds: this.settings.ruleMaxDelaySeconds }) };
  }
}
