import { SETTINGS, type Settings } from '@errand/config';
import { Notifications } from '@errand/database';
import { LOGGER, type Logger, Metrics } from '@errand/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Counter } from 'prom-client';
import { Repository } from 'typeorm';
import { type CompiledRuleSet, compileRules, evaluate, type Evaluation, type EvaluationInput } from '../rule-set';
import { RULES_CHANNEL } from './rule-writes';
import { Rule } from './rule.entity';

/** How old a cached set may be when no notification said that it changed. */
const freshMs = 30_000;
/** Sets that are kept; a tenant whose set was dropped costs a read and a compile. */
const mostTenants = 1_000;

interface CachedSet {
  /** Undefined until the first load is done. */
  set: CompiledRuleSet | undefined;
  freshUntil: number;
  loading: Promise<CompiledRuleSet> | undefined;
}

/**
 * The rules in force, compiled once per change. A change is heard by notification at the moment it is committed;
 * while the database is away the last set stays in force.
 */
@Injectable()
export class RuleSets implements OnApplicationBootstrap {
  private readonly cache = new Map<string, CachedSet>();
  private readonly failures: Counter;
  private readonly verdicts: Counter<'verdict'>;

  constructor(
    @InjectRepository(Rule) private readonly rules: Repository<Rule>,
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
    await this.notifications.listen(RULES_CHANNEL, (tenantId) => this.forget(tenantId === '' ? null : tenantId));
  }

  /** Judges an action by the rules of its tenant as they are now. */
  async evaluate(tenantId: string, input: EvaluationInput): Promise<Evaluation> {
    const evaluation = evaluate(await this.of(tenantId), input);
    const failed = evaluation.trace.filter(({ outcome }) => outcome === 'FAILED');
    for (const { rule, error } of failed) this.logger.warn({ tenantId, rule, reason: error }, 'rule failed, skipped');
    this.failures.inc(failed.length);
    this.verdicts.inc({ verdict: evaluation.verdict.type });
    return evaluation;
  }

  /** The rules of a tenant as they are now. */
  async of(tenantId: string): Promise<CompiledRuleSet> {
    const cached = this.cache.get(tenantId) ?? { set: undefined, freshUntil: 0, loading: undefined };
    // The tenant used longest ago stands first.
    this.cache.delete(tenantId);
    this.cache.set(tenantId, cached);
    const [oldest] = this.cache.keys();
    if (this.cache.size > mostTenants && oldest !== undefined) this.cache.delete(oldest);
    if (cached.set && cached.freshUntil > Date.now()) return cached.set;
    cached.loading ??= this.load(tenantId, cached);
    return cached.loading;
  }

  /** The next who asks reads again; null: of every tenant. */
  forget(tenantId: string | null): void {
    const all = tenantId === null ? [...this.cache.keys()] : [tenantId];
    for (const id of all) {
      const cached = this.cache.get(id);
      // A new entry, so that a load under way, which may have read too early, does not make the old one fresh again.
      if (cached) this.cache.set(id, { set: cached.set, freshUntil: 0, loading: undefined });
    }
  }

  private async load(tenantId: string, cached: CachedSet): Promise<CompiledRuleSet> {
    try {
      const rules = await this.rules.findBy({ tenantId });
      cached.set = compileRules(rules, { maxDelaySeconds: this.settings.ruleMaxDelaySeconds });
      cached.freshUntil = Date.now() + freshMs;
      return cached.set;
    } catch (error) {
      if (!cached.set) throw error;
      this.logger.warn({ err: error, tenantId }, 'rules not read; the last ones stay in force');
      return cached.set;
    } finally {
      cached.loading = undefined;
    }
  }
}
