/**
 * What a rule is, how it is read, compiled and asked, and where a tenant’s rules are kept. Everything outside
 * `storage` is pure, but for the threads that rule files are read in. Must not know what becomes of a verdict: activities, providers, dispatch, or HTTP.
 */
export type { RuleAction } from './rule';
export { readRuleFile } from './rule-file';
export { RuleBudget } from './rule-budget';
export type { RuleProblem } from './rule-problem';
export {
  type CompiledRuleSet,
  compileRules,
  evaluate,
  type Evaluation,
  type RuleOutcome,
  type TraceEntry,
} from './rule-set';
export { RuleHitsModule } from './rule-hits.module';
export { RulesModule } from './rules.module';
export { RuleHits, type RuleHitSum } from './storage/rule-hits.service';
export { RuleSets } from './storage/rule-sets.service';
export { RuleVersion } from './storage/rule-version.entity';
export { Rule } from './storage/rule.entity';
export { Rules } from './storage/rules.service';
export { Moment } from './time-fields';
export type { Verdict } from './verdict';
